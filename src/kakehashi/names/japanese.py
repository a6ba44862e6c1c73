"""Japanese names to kana, by the Sudachi dictionary (small edition, Apache-2.0), loaded when first needed."""

from __future__ import annotations

import re
import threading
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kakehashi.names.folding import tidy
from kakehashi.names.kana import to_katakana

if TYPE_CHECKING:
    from sudachipy import Dictionary, Tokenizer

KANA_ONLY = re.compile("[ァ-ヺー・=\\s]+")
JAPANESE_LETTER = re.compile("[ァ-ヺ一-鿿々]")
#: The analyser costs time in proportion to the text; a name needs no more than this many characters.
ANALYSED = 200
MOST_READINGS = 4


@cache
def dictionary() -> Dictionary:
    """The dictionary, opened once a process."""
    from sudachipy import Dictionary

    return Dictionary(dict="small")


class Analysers(threading.local):
    """One analyser for each thread: an analyser must not be shared."""

    tokenizer: Tokenizer | None = None


ANALYSERS = Analysers()


def tokenizer() -> Tokenizer:
    """The analyser for the longest words, opened once a thread."""
    if ANALYSERS.tokenizer is None:
        from sudachipy import SplitMode

        ANALYSERS.tokenizer = dictionary().tokenizer(SplitMode.C)
    return ANALYSERS.tokenizer


@lru_cache(maxsize=262_144)
def kana_words(text: str) -> tuple[tuple[str, str], ...]:
    """The words of a Japanese text as (surface, katakana); a word that nobody can read is its own reading."""
    text = to_katakana(tidy(text[:ANALYSED]))
    if not text:
        return ()
    if KANA_ONLY.fullmatch(text):
        return ((text, text),)
    return tuple(
        (word.surface(), reading(word.surface(), word.reading_form())) for word in tokenizer().tokenize(text)
    )


def reading(surface: str, form: str) -> str:
    """Kana as written rather than as the dictionary corrects it; Latin and digits as they are."""
    if not JAPANESE_LETTER.search(surface) or KANA_ONLY.fullmatch(surface):
        return surface
    return to_katakana(form or surface)


def kana(text: str) -> str:
    """The most likely reading in katakana."""
    return "".join(said for _, said in kana_words(text))


@lru_cache(maxsize=16_384)
def kana_alternatives(text: str) -> tuple[str, ...]:
    """Up to four readings, the likely one first; a text that is one dictionary word has all of that word's.

    豊田 → トヨダ, トヨタ: a query must try both.
    """
    found = [kana(text)]
    if 0 < len(text) <= ANALYSED:
        entries = dictionary().lookup(text)
        found += [to_katakana(entry.reading_form()) for entry in entries if proper(entry.part_of_speech())]
        found += [to_katakana(entry.reading_form()) for entry in entries]
    return tuple(dict.fromkeys(said for said in found if said))[:MOST_READINGS]


def proper(part_of_speech: tuple[str, ...] | list[str]) -> bool:
    """Whether a dictionary entry is a proper noun."""
    return part_of_speech[1] == "固有名詞"
