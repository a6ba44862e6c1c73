"""One kept form for each character: the table behind `fold`, filled in as characters are met."""

import unicodedata
from functools import cache

from kakehashi.names.resources import rows

SMALL_KANA = str.maketrans(
    "ァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ",
    "アイウエオツヤユヨワカケクシストヌハヒフヘホムラリルレロ",
)
MERGED_KANA = str.maketrans("ヴヂヅヲヰヱヷヸヹヺ", "ブジズオイエバビベボ")
SPECIAL = dict(zip("øłđðıħŧŋĸſƶ〇", "olddihtnksz〇", strict=True)) | {
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "ー": "",
}
#: Letters whose marks are accents; in other scripts a mark is part of the letter.
ACCENTED = (range(0x41, 0x250), range(0x370, 0x530), range(0x1E00, 0x2000))
#: Thai marks that writers leave out or put in another order: short-vowel, tone, silencing marks.
THAI_MARKS = frozenset("็่้๊๋์๎ฺ")


@cache
def han_forms() -> dict[int, int]:
    """Character → kept character, both as code points: all forms of one become it."""
    return {ord(old): ord(new) for new, olds in rows("han_folding.tsv") for old in olds}


@cache
def japanese_forms() -> dict[int, int]:
    """Chinese character → the form in which Japan writes it, both as code points."""
    return {ord(old): ord(new) for new, olds in rows("han_japanese.tsv") for old in olds}


class FoldingTable(dict[int, str]):
    """A table for `str.translate` that works out a character the first time it is met and remembers it."""

    def __missing__(self, code: int) -> str:
        folded = fold_character(chr(code))
        self[code] = folded
        return folded


def fold_character(character: str) -> str:
    """The kept form of one character, empty for what a comparison should not see."""
    if character in THAI_MARKS:
        return ""
    normal = unicodedata.normalize("NFKC", character).casefold()
    return "".join(fold_simple(part) for part in unicodedata.normalize("NFKC", normal))


def fold_simple(character: str) -> str:
    """As `fold_character`, for a character that is already compatible and small."""
    code = ord(character)
    if character in SPECIAL:
        return SPECIAL[character]
    if 0x3041 <= code <= 0x3096:
        character = chr(code + 0x60)
        code = ord(character)
    if 0x30A1 <= code <= 0x30FA or 0x31F0 <= code <= 0x31FF:
        return character.translate(SMALL_KANA).translate(MERGED_KANA)
    if code in han_forms():
        return chr(han_forms()[code])
    category = unicodedata.category(character)
    if character in THAI_MARKS or category[0] in "PSZC":
        return ""
    if category == "Nd":
        return str(unicodedata.digit(character))
    if any(code in letters for letters in ACCENTED):
        return unaccented(character)
    return "" if 0x300 <= code <= 0x36F or code in (0x3099, 0x309A) else character


def unaccented(character: str) -> str:
    """The letter without its accents."""
    parts = unicodedata.normalize("NFD", character)
    return "".join(SPECIAL.get(part, part) for part in parts if not unicodedata.combining(part))


FOLDING = FoldingTable()
