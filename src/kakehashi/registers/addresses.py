"""Splits an address as registers write it: prefecture and municipality of Japan, or the country."""

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

_WARD = re.compile(r"[^区市町村\d]{1,4}区")
_SPELLINGS = str.maketrans({"ヶ": "ケ", "ヵ": "カ", "龍": "竜", "釜": "竈", "籠": "篭", "檮": "梼"})
_CODES_BEFORE = re.compile(r"^[\d\-‐ ]+")
_BROKEN_LONG_VOWEL = re.compile("(?<=[ァ-ヶ])[-‐−](?=[ァ-ヶ])")
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
    (上川郡東神楽町). Source of names: the Ministry's municipality codes, see `_table`.
    """
    text = unicodedata.normalize("NFKC", address).replace(" ", "")
    begins = _prefectures().match(text)
    region = begins[0] if begins else ""
    found = _municipality(text[len(region) :], region)
    if found is None:
        return Locality("JP", region)
    regions, name = found
    return Locality("JP", region or (regions[0] if len(regions) == 1 else ""), name)


def find_country(address: str) -> str:
    """The country that an address outside Japan names, as ISO 3166-1 alpha-2, or an empty text.

    A country's name at the beginning counts first, then one at the end, then one in between; a longer name
    counts before a shorter one, an earlier before a later; the best known cities and states count last.
    """
    text = _CODES_BEFORE.sub("", _plain(address))
    text = _BROKEN_LONG_VOWEL.sub("ー", text).strip(_EDGES)
    best = max(_mentions(text), default=None)
    return best[-1] if best else ""


def _mentions(text: str) -> Iterator[tuple[int, int, int, str]]:
    japanese, latin = _country_patterns()
    for found in (*japanese.finditer(text), *latin.finditer(text)):
        code, is_country = _countries()[found[0]]
        place = 3 if found.start() == 0 else 2 if found.end() == len(text) else 1
        yield (place if is_country else 0, len(found[0]), -found.start(), code)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


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
    """Prefecture, district, name, code, designated city: the table that the package japan-address carries.

    The package itself is not imported: it changes the search path for modules.
    """
    package = find_spec("japan_address")
    assert package is not None
    assert package.submodule_search_locations
    path = Path(package.submodule_search_locations[0]) / "data" / "local_government.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))[1:]


@cache
def _prefectures() -> re.Pattern[str]:
    return re.compile("|".join(dict.fromkeys(row[0] for row in _table())))


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
def _countries() -> dict[str, tuple[str, bool]]:
    """Name → country, and whether it is the name of a country (else of a city or a state)."""
    text = files("kakehashi.registers.data").joinpath("countries.tsv").read_text(encoding="utf-8")
    names: dict[str, tuple[str, bool]] = {}
    for line in text.splitlines()[2:]:
        code, countries, places = line.split("\t")
        names |= {_plain(name).strip(_EDGES): (code, False) for name in places.split(";") if name}
        names |= {_plain(name).strip(_EDGES): (code, True) for name in countries.split(";")}
    return names


@cache
def _country_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """For names in Japanese, which may stand anywhere, and for names in Latin letters, which are words."""
    longest_first = sorted(_countries(), key=len, reverse=True)
    japanese = "|".join(re.escape(name) for name in longest_first if not name[0].isascii())
    latin = "|".join(re.escape(name) for name in longest_first if name[0].isascii())
    return re.compile(japanese), re.compile(f"(?<![a-z])(?:{latin})(?![a-z])")
