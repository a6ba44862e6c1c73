"""The table of legal forms, arranged for finding them at either end of a name."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz, process

from kakehashi.names.characters import han_forms
from kakehashi.names.folding import fold, tidy
from kakehashi.names.resources import rows

WORD = re.compile(r"(?:[^\W_]\.)+[^\W_]?(?![^\W_])|[^\W_]+(?:['’][^\W_]+)*")
LETTERS = re.compile("[A-Za-zÀ-ɏЀ-ӿḀ-ỿ]")
UNSPACED = re.compile("[㐀-鿿豈-﫿ぁ-ヿ가-힣ก-๛]")
#: Latin forms that also stand before a name; all others are read at its end only.
LEADING = frozenset({"pt", "cv", "ooo", "sia", "vn.tnhh", "vn.cp", "kk", "pte_ltd", "jsc", "llc", "srl"})
#: A form of so many words stands before a name as well.
LONG_FORM = 3
#: A mistyped form is recognised from so many letters on, if it is so like the right one (per cent).
TYPO_LETTERS, TYPO_LIKE = 9, 90
MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Form:
    """One row of the table: `kind` is company, partnership, cooperative, foundation, …"""

    code: str
    language: str
    kind: str


@dataclass(frozen=True, slots=True)
class Joined:
    """Spellings without word spaces: by last and first character, longest first; a finder of any."""

    forms: dict[str, Form]
    ending: dict[str, tuple[str, ...]]
    beginning: dict[str, tuple[str, ...]]
    anywhere: re.Pattern[str]


def plain(text: str) -> str:
    """A tidy text with kept characters and small ASCII letters, character for character as long as before."""
    return text.translate(plain_table())


@cache
def plain_table() -> dict[int, int]:
    """Kept Han forms, small ASCII letters."""
    return han_forms() | {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


@cache
def table() -> tuple[tuple[Form, tuple[str, ...]], ...]:
    """The rows of `legal_forms.tsv` with their spellings."""
    return tuple(
        (Form(code, language, kind), tuple(spellings.split("|")))
        for code, language, kind, spellings in rows("legal_forms.tsv")
    )


@cache
def joined() -> Joined:
    """The spellings in Han, kana, Thai and Hangul, the longest first."""
    forms = {
        plain(tidy(spelling)): form
        for form, spellings in table()
        for spelling in spellings
        if UNSPACED.search(spelling)
    }
    spellings = sorted(forms, key=lambda spelling: (-len(spelling), spelling))
    inside = "|".join(re.escape(spelling) for spelling in spellings if len(spelling) > 2)
    return Joined(forms, grouped(spellings, -1), grouped(spellings, 0), re.compile(inside))


def grouped(spellings: list[str], place: int) -> dict[str, tuple[str, ...]]:
    """The spellings by their character at a place, in their order."""
    groups: dict[str, list[str]] = {}
    for spelling in spellings:
        groups.setdefault(spelling[place], []).append(spelling)
    return {character: tuple(group) for character, group in groups.items()}


@cache
def spaced() -> dict[tuple[str, ...], Form]:
    """The spellings in letters with word spaces, as tuples of folded words."""
    found: dict[tuple[str, ...], Form] = {}
    for form, spellings in table():
        for spelling in spellings:
            if not UNSPACED.search(spelling):
                found.setdefault(words(spelling), form)
    return found


@cache
def edge_words() -> tuple[frozenset[str], frozenset[str]]:
    """The last words of spaced spellings, and the first words of those that stand before a name."""
    last = frozenset(spelling[-1] for spelling in spaced())
    first = frozenset(
        spelling[0]
        for spelling, form in spaced().items()
        if form.code in LEADING or len(spelling) >= LONG_FORM
    )
    return last, first


@cache
def long_words() -> tuple[str, ...]:
    """The forms of one long word, for the recognition of slips (Aktiengeselschaft)."""
    return tuple(
        spelling[0] for spelling in spaced() if len(spelling) == 1 and len(spelling[0]) >= TYPO_LETTERS
    )


@lru_cache(maxsize=65_536)
def corrected(text: str) -> str:
    """A folded word, or the long legal form that it is a slip of."""
    if len(text) < TYPO_LETTERS:
        return text
    found = process.extractOne(text, long_words(), scorer=fuzz.ratio, score_cutoff=TYPO_LIKE)
    return found[0] if found else text


def word(text: str) -> str:
    """The folded form of what `WORD` finds: dots inside abbreviations join, `S.A.` is `sa`."""
    if text.isascii():
        return text.lower().replace(".", "").replace("'", "")
    return fold(text)


def words(text: str) -> tuple[str, ...]:
    """The folded words of a Latin text."""
    return tuple(word(found) for found in WORD.findall(text))


@cache
def form_of(code: str) -> Form:
    """The row of a code. Raises KeyError for one that the table does not have."""
    return {form.code: form for form, _ in table()}[code]
