"""Kana to Latin letters: Hepburn, and the loose form under which company spellings of it meet."""

import re
from functools import cache, lru_cache

from kakehashi.names.folding import shortened
from kakehashi.names.resources import rows

HIRAGANA_TO_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
YOUON = re.compile("([キシチニヒミリギジヂビピ])([ヤユヨ])")
SMALL = re.compile("[ァィゥェォッャュョヮ]")
SYLLABLE = re.compile("[ァ-ヺー][ァィゥェォャュョヮ]?")
TWO_CHARACTERS = re.compile("[ァ-ヺ][ァィゥェォャュョヮ]")
DOUBLED = re.compile("ッ+([bcdfghjklmnpqrstvwyz]?)")
SILENT = {ord(sign): "" for sign in "ーッ・ 　=-"}
SIGNS = {ord(sign): "" for sign in "ー・ 　=-"}
#: Spelling → the loose one, in this order: doubled letters, other systems than Hepburn, long vowels.
LOOSE = (
    *(("tch", "ch"), ("cch", "ch"), ("mb", "nb"), ("mp", "np"), ("mm", "nm")),
    *((letter * 2, letter) for letter in "bcdfghjklnpqrstvwz"),
    *(("sy" + vowel, "sh" + vowel) for vowel in "auo"),
    *(("ty" + vowel, "ch" + vowel) for vowel in "auo"),
    *((letter + "y" + vowel, "j" + vowel) for letter in "zj" for vowel in "auo"),
    *(("si", "shi"), ("ti", "chi"), ("tu", "tsu"), ("hu", "fu"), ("cfu", "chu"), ("sfu", "shu")),
    *(("zi", "ji"), ("di", "ji"), ("dzu", "zu"), ("du", "zu")),
    *(("aa", "a"), ("ii", "i"), ("uu", "u"), ("ee", "e"), ("ei", "e"), ("oo", "o"), ("ou", "o")),
)
LONG_OH = re.compile("oh(?![aeiouy])")


@cache
def syllables() -> dict[str, str]:
    """Katakana syllable of one or two characters → Hepburn."""
    return {row[0]: row[1] for row in rows("kana.tsv")}


@cache
def loose_syllables() -> tuple[dict[str, str], dict[int, str]]:
    """Katakana syllable → loose romaji: those of two characters, and those of one for `str.translate`."""
    loose = {kana: loose_romaji(latin) for kana, latin in syllables().items()}
    singles = {ord(kana): latin for kana, latin in loose.items() if len(kana) == 1}
    return {kana: latin for kana, latin in loose.items() if len(kana) == 2}, singles


def to_katakana(text: str) -> str:
    """Hiragana as katakana, everything else as it is."""
    return text.translate(HIRAGANA_TO_KATAKANA)


def joined_syllables(kana: str) -> str:
    """Registers that know no small kana write シヤ for シャ: joined again, where no small kana occurs."""
    if SMALL.search(kana):
        return kana
    return YOUON.sub(lambda match: match[1] + "ャュョ"["ヤユヨ".index(match[2])], kana)


@lru_cache(maxsize=16_384)
def hepburn(kana: str) -> str:
    """Hepburn as spelled: トウヨウ → touyou, トーヨー → to-yo-. Characters that are no kana are kept."""
    table = syllables()
    said = SYLLABLE.sub(
        lambda match: table.get(match[0]) or "".join(map(spelled, match[0])), to_katakana(kana)
    )
    return DOUBLED.sub(doubled, said) if "ッ" in said else said


def spelled(kana: str) -> str:
    """One character that makes no syllable with its neighbour."""
    return syllables().get(kana, kana)


def doubled(match: re.Match[str]) -> str:
    """A small ツ doubles the consonant after it; ch becomes tch; elsewhere it is silent."""
    following = match[1]
    return "tc" if following == "c" else following * 2


def loose_romaji(latin: str) -> str:
    """The form under which spellings of a reading meet: Tōyō, Touyou, Toyo; Shimbun, Shinbun; Itoh, Ito.

    `latin` is folded: small ASCII letters.
    """
    for spelling, loose in LOOSE:
        if spelling in latin:
            latin = latin.replace(spelling, loose)
    return LONG_OH.sub("o", latin) if "oh" in latin else latin


def kana_key(kana: str) -> str:
    """Katakana with short vowels, its small kana kept: the form in which words are found in readings."""
    return shortened(kana.translate(SIGNS))


def kana_romaji(kana: str) -> str:
    """The loose romaji of katakana, without going through Hepburn. Characters that are no kana are kept."""
    pairs, singles = loose_syllables()
    kana = shortened(kana.translate(SILENT))
    if SMALL.search(kana):
        kana = TWO_CHARACTERS.sub(lambda match: pairs.get(match[0], match[0]), kana)
    return kana.translate(singles)
