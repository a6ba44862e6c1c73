"""How much a piece of text, decoded in one of the encodings, looks like what people write in it."""

import codecs
import re

#: What an office may name, and the decoder that reads it and everything it has ever meant.
DECODERS = {
    "utf-8": "utf-8-sig",
    "utf-8-sig": "utf-8-sig",
    "utf-16": "utf-16",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
    "shift_jis": "cp932",
    "cp932": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "tis-620": "cp874",
    "cp874": "cp874",
    "cp1252": "cp1252",
    "iso8859-1": "cp1252",
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
    "euc_jp": "euc_jp",
    "euc_kr": "cp949",
    "cp949": "cp949",
}
#: Names that people write and Python's codec table does not know.
SPELLINGS = {
    "sjis-win": "cp932",
    "windows-874": "cp874",
    "windows-31j": "cp932",
    "x-sjis": "cp932",
    "ansi": "cp1252",
}
#: Encodings that are tried when nobody declared one and the text is not Unicode.
GUESSED = ("cp932", "gb18030", "cp874")

_THAI_MARK = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_THAI_MISPLACED = re.compile(
    f"(?<![\u0e01-\u0e2e{_THAI_MARK}])[{_THAI_MARK}]|[\u0e40-\u0e44](?![\u0e01-\u0e2e])"
)
_THAI = re.compile("[\u0e01-\u0e5b]")
_NOT_ASCII = re.compile("[^\x00-\x7f]")
_KANA_WIDE = re.compile("[\u3000-\u303f\u3041-\u30ff\uff01-\uff60]")
_NARROW_KANA = re.compile("[\uff61-\uff9f]")
_PUNCTUATION_WIDE = re.compile("[\u2010-\u203b\u3000-\u303f\uff01-\uff60]")


def canonical(name: str) -> str | None:
    """The decoder for an encoding by any of its usual names, or None for one that is not read here."""
    lowered = name.strip().lower().replace(" ", "-")
    try:
        known = codecs.lookup(SPELLINGS.get(lowered, lowered)).name
    except LookupError:
        return None
    return DECODERS.get(known)


def plausibility(text: str, encoding: str) -> float:
    """The share, 0 to 1, of the non-ASCII characters of `text` that are common in texts of `encoding`."""
    foreign = "".join(_NOT_ASCII.findall(text))
    if not foreign:
        return 0.0
    if encoding == "cp932":
        return _japanese(foreign) / len(foreign)
    if encoding == "gb18030":
        return _chinese(foreign) / len(foreign)
    return _thai(text, foreign)


def _japanese(text: str) -> float:
    kana = len(_KANA_WIDE.findall(text))
    narrow = len(_NARROW_KANA.findall(text))
    return kana + 0.3 * narrow + _level_one(text, "shift_jis", 0x88, 0x97)


def _chinese(text: str) -> float:
    return len(_PUNCTUATION_WIDE.findall(text)) + _level_one(text, "gb2312", 0xB0, 0xD7)


def _thai(text: str, foreign: str) -> float:
    thai = len(_THAI.findall(foreign))
    misplaced = len(_THAI_MISPLACED.findall(text))
    return max(0.0, (thai - 8 * misplaced) / len(foreign))


def _level_one(text: str, encoding: str, first: int, last: int) -> int:
    """How many characters are among the common ideographs (the first level) of a national standard."""
    pairs = text.encode(encoding, "ignore")
    if encoding == "shift_jis":
        pairs = _NARROW_KANA.sub("", text).encode(encoding, "ignore")
    return sum(1 for lead in pairs[::2] if first <= lead <= last)
