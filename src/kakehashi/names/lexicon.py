"""The words that company names translate: which concepts a word stands for, in each language."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from kakehashi.names.folding import fold, tidy
from kakehashi.names.japanese import kana
from kakehashi.names.kana import kana_key, kana_romaji, to_katakana
from kakehashi.names.resources import rows
from kakehashi.names.scripts import HAN
from kakehashi.names.thai import has_thai, thai_key

#: What a word of a tier weighs beside a word that nobody translates, which weighs 1.
TIERS = {"b": 1.2, "g": 0.12, "h": 0.3, "i": 0.4, "p": 0.45, "n": 0.6}
SHORTEST_READING = 4
SHORTEST_ENDING = 3
LONGEST_WORD = 16


@dataclass(frozen=True, slots=True)
class Word:
    """The concepts that a word may stand for, and the weight of the least telling one."""

    concepts: frozenset[int]
    weight: float


@cache
def latin_words() -> dict[str, Word]:
    """Folded English words (several joined) and romanised Japanese ones."""
    found: dict[str, list[int]] = {}
    for concept, row in enumerate(concepts()):
        for text in row[1]:
            found.setdefault(fold(text), []).append(concept)
        for text in row[2]:
            if HAN.search(text):
                said = fold(kana_romaji(kana(tidy(text))))
                if len(said) > SHORTEST_READING:
                    found.setdefault(said, []).append(concept)
    return gathered(found)


@cache
def japanese_words() -> dict[str, Word]:
    """Folded Japanese words as they are written."""
    return written(2)


@cache
def kana_words() -> dict[str, Word]:
    """Japanese words in kana, for names of which only the reading is known: long enough to be found inside."""
    return in_kana(lambda tier, text, said: len(said) >= SHORTEST_READING)


@cache
def whole_kana_words() -> dict[str, Word]:
    """Words written in kana, of any length, for a run that is nothing else."""
    return in_kana(lambda tier, text, said: not HAN.search(text))


@cache
def kana_endings() -> dict[str, Word]:
    """Readings, short ones too, of the industries that stand last in a name."""
    return in_kana(lambda tier, text, said: tier in "ghi" and len(said) >= SHORTEST_ENDING)


def in_kana(chosen: Callable[[str, str, str], bool]) -> dict[str, Word]:
    """Japanese words in kana, with small kana and with large, if their reading is chosen."""
    found: dict[str, list[int]] = {}
    for concept, row in enumerate(concepts()):
        for text in row[2]:
            said = to_katakana(kana(tidy(text)))
            if len(text) > 1 and chosen(row[0], text, said):
                for key in {kana_key(said), fold(said)}:
                    found.setdefault(key, []).append(concept)
    return gathered(found)


@cache
def chinese_words() -> dict[str, Word]:
    """Folded Chinese words."""
    return written(3)


@cache
def thai_words() -> dict[str, Word]:
    """Thai words without tone marks, each with its silencing marks and without."""
    found: dict[str, list[int]] = {}
    for concept, row in enumerate(concepts()):
        for text in row[4]:
            for key in {thai_key(text), fold(text)}:
                if len(key) > 1:
                    found.setdefault(key, []).append(concept)
    return gathered(found)


@cache
def concepts() -> tuple[tuple[str, list[str], list[str], list[str], list[str]], ...]:
    """Tier, English, Japanese, Chinese and Thai words of each concept."""
    words = tuple(
        (tier, split(english), split(japanese), split(chinese), split("".join(thai)))
        for tier, english, japanese, chinese, *thai in rows("words.tsv")
    )
    return words + tuple(brand(row) for row in brands())


def brands() -> tuple[tuple[str, ...], ...]:
    """The short list of well-known names that no rule connects."""
    return rows("aliases.tsv")


def brand(names: tuple[str, ...]) -> tuple[str, list[str], list[str], list[str], list[str]]:
    """A well-known name: Latin spellings are English, Han and kana ones Japanese and Chinese."""
    latin = [one for one in names if one.isascii()]
    thai = [one for one in names if has_thai(one)]
    other = [one for one in names if one not in latin and one not in thai]
    return "b", latin, other, other, thai


def split(listed: str) -> list[str]:
    """The words of a cell."""
    return [word.strip() for word in listed.split("|") if word.strip()]


def written(column: int) -> dict[str, Word]:
    """The folded words of one language."""
    found: dict[str, list[int]] = {}
    for concept, row in enumerate(concepts()):
        for text in row[column]:
            if len(fold(text)) > 1:
                found.setdefault(fold(text), []).append(concept)
    return gathered(found)


def gathered(found: dict[str, list[int]]) -> dict[str, Word]:
    """Words with all their concepts."""
    tiers = [TIERS[row[0]] for row in concepts()]
    return {text: Word(frozenset(ids), min(tiers[one] for one in ids)) for text, ids in found.items() if text}


def segments(text: str, words: dict[str, Word]) -> list[tuple[str, Word | None]]:
    """A folded text cut at the words it contains, the longest first from the left, and what is between."""
    out: list[tuple[str, Word | None]] = []
    at = start = 0
    while at < len(text):
        for size in range(min(LONGEST_WORD, len(text) - at), 0, -1):
            word = words.get(text[at : at + size])
            if word is not None:
                if start < at:
                    out.append((text[start:at], None))
                out.append((text[at : at + size], word))
                at += size
                start = at
                break
        else:
            at += 1
    if start < len(text):
        out.append((text[start:], None))
    return out
