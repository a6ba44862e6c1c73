"""How a name is said: the readings of a parsed name in each language that could claim its characters."""

from kakehashi.names.chinese import has_han, pinyin
from kakehashi.names.folding import fold, tidy
from kakehashi.names.japanese import kana
from kakehashi.names.kana import hepburn, joined_syllables, loose_romaji, to_katakana
from kakehashi.names.parsing import parse, without_form
from kakehashi.names.scripts import KANA
from kakehashi.names.thai import has_thai, rtgs
from kakehashi.names.values import Reading

#: Readings of more than this many characters of a name serve nobody.
READ = 120


def readings(text: str, *, language: str | None = None, reading: str | None = None) -> tuple[Reading, ...]:
    """The readings of a name's bare form, the surest first.

    `language` (ISO 639-1) says whose characters they are; without it Han characters are read both ways, in
    Japanese first. `reading` is the kana that a register gives, if any: then no dictionary is asked.
    """
    parsed = parse(text, language=language)
    bare, spoken = parsed.bare[:READ], language or parsed.language
    found: list[Reading] = []
    if spoken in ("ja", None) and (reading or KANA.search(bare) or has_han(bare)):
        found += japanese_readings(bare, reading)
    if has_han(bare) and not (spoken == "ja" and KANA.search(bare)):
        found += chinese_readings(bare)
    if has_thai(bare):
        found.append(Reading("rtgs", rtgs(bare)))
    if spoken == "zh":
        found.sort(key=lambda one: not one.kind.startswith("pinyin"))
    return tuple(found)


def japanese_readings(bare: str, given: str | None) -> list[Reading]:
    """Kana, from the register if it gives any, and Hepburn."""
    said = without_form(given) if given else kana(bare)
    said = joined_syllables(to_katakana(tidy(said)).replace(" ", "").replace("・", ""))
    return [Reading("kana", said), Reading("romaji", hepburn(said))]


def chinese_readings(bare: str) -> list[Reading]:
    """Pinyin and its initials."""
    syllables = pinyin(fold(bare))
    initials = "".join(syllable[:1] for syllable in syllables)
    return [Reading("pinyin", " ".join(syllables)), Reading("pinyin_initials", initials)]


__all__ = ["READ", "loose_romaji", "readings"]
