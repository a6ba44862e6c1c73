"""How a word sounds, roughly: loose romaji, and the consonants that survive borrowing and romanisation."""

import re
from dataclasses import dataclass
from functools import lru_cache

from kakehashi.names.kana import loose_romaji

#: English spellings → romaji as a Japanese ear would write them, in this order.
HEARD = (
    *(("ght", "t"), ("chm", "km"), ("chn", "kn"), ("chr", "kr"), ("chl", "kl"), ("tech", "tek")),
    *(
        ("tion", "shon"),
        ("sion", "shon"),
        ("tsch", "ch"),
        ("sch", "sh"),
        ("dge", "j"),
        ("ck", "k"),
        ("qu", "ku"),
    ),
    *(("ph", "f"), ("th", "s"), ("wr", "r"), ("kn", "n"), ("gh", "g"), ("x", "kus"), ("q", "k")),
    *(("ce", "se"), ("ci", "si"), ("cy", "si"), ("ch", "#"), ("c", "k"), ("#", "ch"), ("v", "b"), ("l", "r")),
)
#: Romaji → consonant classes.
CLASSES = (
    *(("sh", "s"), ("ch", "t"), ("ts", "t"), ("mb", "nb"), ("mp", "np"), ("z", "s"), ("j", "s"), ("f", "h")),
)
PINYIN = (
    ("zh", "j"),
    ("q", "ch"),
    ("x", "sh"),
    ("ng", "n"),
    ("c", "ts"),
    ("tsh", "ch"),
    ("sh", "sh"),
    ("l", "r"),
)
SILENT_R = re.compile("(?<=[aeiou])r(?![aeiouyr])")
VOWELS = {ord(letter): None for letter in "aeiouyw' -"}
REPEATED = re.compile(r"([^aeiou])\1+")
COARSE = str.maketrans("bdg", "ptk")
SPELLED = (
    "a ei b bi c shi d di e i f efu g ji h eichi i ai j je k ke l eru m emu n enu o o p pi q kyu r aru s esu "
    "t ti u yu v bui w daburyu x ekusu y wai z zetto"
)
LETTER_NAMES = dict(re.findall("([a-z]) ([a-z]+)", SPELLED))


@dataclass(frozen=True, slots=True)
class Sound:
    """`loose` keeps the vowels, `bones` are consonant classes, `coarse` joins voiced and unvoiced ones."""

    loose: str
    bones: str
    coarse: str


@lru_cache(maxsize=131_072)
def latin_sound(word: str) -> Sound:
    """The sound of a folded word in Latin letters, English or romanised Japanese."""
    heard = heard_as(word)
    aspirated = "th" in word or "ph" in word or "kh" in word or "v" in word
    return sound(loose_romaji(heard), heard, heard_as(unaspirated(word)) if aspirated else heard)


def heard_as(word: str) -> str:
    """A word as romaji, its doubled consonants and its silent r left out."""
    heard = REPEATED.sub(r"\1", word)
    for spelling, kept in HEARD:
        if spelling in heard:
            heard = heard.replace(spelling, kept)
    return SILENT_R.sub("", heard)


def unaspirated(word: str) -> str:
    """As Thailand and China mean the letters: th, ph and kh are t, p and k; v is w."""
    return word.replace("th", "t").replace("ph", "p").replace("kh", "k").replace("v", "w")


def thai_sound(said: str) -> Sound:
    """The sound of Thai in RTGS letters."""
    return latin_sound(unaspirated(said))


def sound(loose: str, heard: str, plain: str) -> Sound:
    """A loose form with the bones of what is heard, strictly and plainly."""
    return Sound(loose, bones_of(heard), bones_of(plain).translate(COARSE))


def bones_of(heard: str) -> str:
    """The consonant classes of romaji."""
    for spelling, kept in CLASSES:
        if spelling in heard:
            heard = heard.replace(spelling, kept)
    return heard.translate(VOWELS)


@lru_cache(maxsize=65_536)
def pinyin_sound(syllables: str) -> Sound:
    """The sound of toneless pinyin."""
    heard = syllables
    for spelling, kept in PINYIN:
        heard = heard.replace(spelling, kept)
    return sound(heard, heard, heard)


@lru_cache(maxsize=65_536)
def spelled_sound(letters: str) -> Sound:
    """The sound of an abbreviation, letter by letter as Japan says it: NTT is enutiti."""
    return latin_sound("".join(LETTER_NAMES.get(letter, letter) for letter in letters))
