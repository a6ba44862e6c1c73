"""Kana to Latin letters: Hepburn, and the loose form under which company spellings of it meet."""

import re
from functools import cache, lru_cache

from kakehashi.names.resources import rows

HIRAGANA_TO_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
YOUON = re.compile("([キシチニヒミリギジヂビピ])([ヤユヨ])")
SMALL = re.compile("[ァィゥェォッャュョヮ]")
LATIN_LONG = (
    (re.compile(r"oh(?=[^aeiouy]|$)"), "o"),
    (re.compile(r"([aeiou])-"), r"\1"),
    (re.compile(r"o[ou]+"), "o"),
    (re.compile(r"u+"), "u"),
    (re.compile(r"a{2,}"), "a"),
    (re.compile(r"e[ei]+"), "e"),
    (re.compile(r"i{2,}"), "i"),
)
LATIN_SAME = (
    (re.compile(r"m(?=[bpm])"), "n"),
    (re.compile(r"tch"), "ch"),
    (re.compile(r"([b-df-hj-np-tv-z])\1+"), r"\1"),
    (re.compile(r"sy(?=[auo])"), "sh"),
    (re.compile(r"ty(?=[auo])"), "ch"),
    (re.compile(r"[zj]y(?=[auo])"), "j"),
    (re.compile(r"si"), "shi"),
    (re.compile(r"ti"), "chi"),
    (re.compile(r"tu"), "tsu"),
    (re.compile(r"(?<![cs])hu"), "fu"),
    (re.compile(r"zi|di"), "ji"),
    (re.compile(r"[dz]zu|du"), "zu"),
)


@cache
def syllables() -> dict[str, str]:
    """Katakana syllable of one or two characters → Hepburn."""
    return {row[0]: row[1] for row in rows("kana.tsv")}


def to_katakana(text: str) -> str:
    """Hiragana as katakana, everything else as it is."""
    return text.translate(HIRAGANA_TO_KATAKANA)


def joined_syllables(kana: str) -> str:
    """Registers that know no small kana write シヤ for シャ: joined again, where no small kana occurs."""
    if SMALL.search(kana):
        return kana
    return YOUON.sub(lambda match: match[1] + "ャュョ"["ヤユヨ".index(match[2])], kana)


@lru_cache(maxsize=65_536)
def hepburn(kana: str) -> str:
    """Hepburn as spelled: トウヨウ → touyou, トーヨー → to-yo-; `loose_romaji` makes them one.

    Characters that are no kana are kept.
    """
    table, out, at = syllables(), [], 0
    kana = to_katakana(kana)
    while at < len(kana):
        if kana[at] == "ッ":
            following = table.get(kana[at + 1 : at + 3]) or table.get(kana[at + 1 : at + 2], "")
            out.append(
                "t" if following.startswith("ch") else following[:1] if following[:1].isalpha() else ""
            )
            at += 1
            continue
        size = 2 if kana[at : at + 2] in table else 1
        out.append(table.get(kana[at : at + size], kana[at : at + size]))
        at += size
    return "".join(out)


@lru_cache(maxsize=65_536)
def loose_romaji(latin: str) -> str:
    """The form under which spellings of a reading meet: Tōyō, Touyou, Toyo; Shimbun, Shinbun; Itoh, Ito.

    `latin` is folded (lower case, ASCII) or comes from `hepburn`.
    """
    for pattern, kept in LATIN_LONG:
        latin = pattern.sub(kept, latin)
    latin = latin.replace("-", "").replace("'", "")
    for pattern, kept in LATIN_SAME:
        latin = pattern.sub(kept, latin)
    return latin
