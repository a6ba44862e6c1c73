"""Splits an address as registers write it: prefecture and municipality of Japan, or the country it lies
in.
"""

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_WARD = re.compile(r"[^区市町村\d]{1,4}区")
_SPELLINGS = str.maketrans({"ヶ": "ケ", "ヵ": "カ", "龍": "竜", "釜": "竈", "籠": "篭", "檮": "梼"})
_LONGEST = 16
_EDGES = " 、,.・-‐。)"


@dataclass(frozen=True, slots=True)
class Locality:
    """Where an address lies; an empty text where the address does not say, or names more than one place."""

    country: str
    region: str = ""
    municipality: str = ""


def split_japanese(address: str) -> Locality:
    """Prefecture and municipality. The prefecture is supplied where the address leaves it out and it is
    certain.

    Wards of the designated cities stay with their city (大阪市中央区); towns and villages with their district
    (上川郡東神楽町). Source of names: the Ministry's municipality codes, see `data/jp_municipalities.tsv`.
    """
    text = unicodedata.normalize("NFKC", address).replace(" ", "")
    region = next((each for each in _prefectures() if text.startswith(each)), "")
    found = _municipality(text[len(region) :], region)
    if found is None:
        return Locality("JP", region)
    regions, name = found
    return Locality("JP", region or (regions[0] if len(regions) == 1 else ""), name)


def find_country(address: str) -> str:
    """The country that an address outside Japan names, as ISO 3166-1 alpha-2, or an empty text.

    A name at the beginning counts first, then one at the end, then the earliest in between; the longer
    name wins.
    """
    text = unicodedata.normalize("NFKC", address).casefold().strip(_EDGES)
    text = re.sub(r"^[\d\-‐ ]+", "", text)
    best = max(_mentions(text), default=None)
    return best[-1] if best else ""


def _mentions(text: str) -> list[tuple[int, int, int, str]]:
    found = []
    for name, code in _countries():
        at = text.rfind(name) if name.isascii() else text.find(name)
        if at < 0 or (name.isascii() and not _stands_alone(text, at, len(name))):
            continue
        place = 3 if at == 0 else 2 if at + len(name) == len(text) else 1
        found.append((place, len(name), -at, code))
    return found


def _stands_alone(text: str, at: int, length: int) -> bool:
    before, after = text[at - 1 : at], text[at + length : at + length + 1]
    return not (before.isalpha() and before.isascii()) and not (after.isalpha() and after.isascii())


def _municipality(text: str, region: str) -> tuple[list[str], str] | None:
    names, spelled = _municipalities(), text.translate(_SPELLINGS)
    for length in range(min(_LONGEST, len(text)), 1, -1):
        regions = names.get(spelled[:length])
        if not regions or (region and region not in regions):
            continue
        ward = _WARD.match(text, length) if spelled[:length] in _designated() else None
        return regions, text[: ward.end() if ward else length]
    return None


@cache
def _table() -> list[list[str]]:
    text = files("kakehashi.registers.data").joinpath("jp_municipalities.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()[2:]]


@cache
def _prefectures() -> tuple[str, ...]:
    return tuple(dict.fromkeys(row[0] for row in _table()))


@cache
def _municipalities() -> dict[str, list[str]]:
    names: defaultdict[str, list[str]] = defaultdict(list)
    for prefecture, district, name, _code, _designated_city in _table():
        for spelling in {name, district + name}:
            names[spelling.translate(_SPELLINGS)].append(prefecture)
    return dict(names)


@cache
def _designated() -> frozenset[str]:
    return frozenset(row[2].translate(_SPELLINGS) for row in _table() if row[4] == "1")


@cache
def _countries() -> tuple[tuple[str, str], ...]:
    text = files("kakehashi.registers.data").joinpath("countries.tsv").read_text(encoding="utf-8")
    pairs = (line.split("\t") for line in text.splitlines()[2:])
    return tuple(
        (unicodedata.normalize("NFKC", name).casefold(), code)
        for code, names in pairs
        for name in names.split(";")
    )
