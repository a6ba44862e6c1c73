"""What an address says about where it is, before it is looked up: regions, and names from broad to narrow."""

import re
import unicodedata
from dataclasses import dataclass

_JOINERS = str.maketrans({"ヶ": "ケ", "ヵ": "カ", "\u3000": "", " ": ""})
_THAI = re.compile(r"[\u0e00-\u0e7f]")
_HAN_OR_KANA = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff々]")
_THAI_UNIT = re.compile(r"(จังหวัด|จ\.|อำเภอ|อ\.|เขต)\s*([\u0e00-\u0e7f]+)")
_BANGKOK = re.compile(r"กรุงเทพ(มหานคร|ฯ)?")


@dataclass(frozen=True, slots=True)
class AddressParts:
    """`regions` are the GeoNames admin1 codes it can lie in (empty: not said).

    `steps` are, for each level from broad to narrow, the names to look for, best first. `region_name` is the
    part of the address that told the region.
    """

    regions: frozenset[str]
    steps: tuple[tuple[str, ...], ...]
    region_name: str = ""


def has_han_or_kana(text: str) -> bool:
    """Whether any character is Han or kana."""
    return _HAN_OR_KANA.search(text) is not None


def has_thai(text: str) -> bool:
    """Whether any character is Thai."""
    return _THAI.search(text) is not None


def folded(text: str) -> str:
    """A name or an address in East Asian script in one form: NFKC, no spaces, small ke and ka large."""
    return unicodedata.normalize("NFKC", text).translate(_JOINERS)


def folded_latin(text: str) -> str:
    """A Latin name in one form: no accents, lower case, words parted by one space, without digits."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return " ".join(re.sub(r"[^a-z]+", " ", plain.casefold()).split())


def thai_parts(address: str) -> AddressParts:
    """Province and district of a Thai address, as the words จังหวัด, อำเภอ and เขต mark them."""
    units = _THAI_UNIT.findall(address)
    provinces = [name for unit, name in units if unit.startswith("จ")]
    if not provinces and _BANGKOK.search(address):
        provinces = ["กรุงเทพมหานคร"]
    districts = [name for unit, name in units if not unit.startswith("จ")]
    return AddressParts(
        frozenset(), tuple((name, "อำเภอ" + name, "เขต" + name) for name in (*provinces[:1], *districts[:1]))
    )


def latin_parts(address: str) -> AddressParts:
    """The comma-separated parts of an address in Latin letters, last part first."""
    pieces = (folded_latin(piece) for piece in reversed(re.split(r"[,;\n]", address)))
    return AddressParts(
        frozenset(), tuple((piece, *_without_suffix(piece)) for piece in pieces if len(piece) > 1)
    )


def _without_suffix(piece: str) -> tuple[str, ...]:
    bare = re.sub(r" (shi|ku|cho|machi|mura|gun|to|fu|ken|city|district|prefecture|province|qu)$", "", piece)
    return (bare,) if bare != piece else ()
