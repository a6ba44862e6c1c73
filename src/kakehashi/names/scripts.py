"""Which script a name is written in, and which language that suggests."""

import re
from functools import lru_cache
from typing import Literal

Script = Literal["han", "kana", "latin", "thai", "hangul", "mixed"]

HAN = re.compile("[〇㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff々]")
KANA = re.compile("[ぁ-ゖァ-ヺㇰ-ㇿｦ-ﾟ]")
LATIN = re.compile("[A-Za-zÀ-ɏḀ-ỿＡ-Ｚａ-ｚ]")
THAI = re.compile("[ก-๎]")
HANGUL = re.compile("[가-힣ᄀ-ᇿㄱ-ㆎ]")
COUNTRIES = {
    **dict.fromkeys(("CN", "TW", "HK", "MO", "SG"), "zh"),
    **dict.fromkeys(("KR", "KP"), "ko"),
    "JP": "ja",
    "TH": "th",
}


def script_of(text: str) -> Script:
    """The one script of a name; `mixed` for several; a name of digits or signs is `latin`."""
    found: list[Script] = []
    if not text.isascii():
        if HAN.search(text):
            found.append("han")
        if KANA.search(text):
            found.append("kana")
        if THAI.search(text):
            found.append("thai")
        if HANGUL.search(text):
            found.append("hangul")
    if LATIN.search(text):
        found.append("latin")
    if len(found) > 1:
        return "mixed"
    return found[0] if found else "latin"


@lru_cache(maxsize=65_536)
def writer(character: str) -> str | None:
    """The language that alone has a character in its basic standard: JIS X 0208, or GB 2312 and Big5."""
    if not HAN.fullmatch(character):
        return None
    japanese = encodable(character, "shift_jis")
    chinese = encodable(character, "gb2312") or encodable(character, "big5")
    if japanese == chinese:
        return None
    return "ja" if japanese else "zh"


def encodable(character: str, encoding: str) -> bool:
    """Whether a standard has the character."""
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def guess_language(text: str) -> str | None:
    """The language that the letters of a name suggest: ja, zh, th, ko; None where the letters do not tell."""
    if text.isascii():
        return None
    if KANA.search(text):
        return "ja"
    if THAI.search(text):
        return "th"
    if HANGUL.search(text):
        return "ko"
    votes = [writer(character) for character in text[:200]]
    japanese, chinese = votes.count("ja"), votes.count("zh")
    if japanese == chinese:
        return None
    return "ja" if japanese > chinese else "zh"
