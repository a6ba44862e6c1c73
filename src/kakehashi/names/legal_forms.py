"""The table of legal forms, arranged for finding them at either end of a name."""

import re
from dataclasses import dataclass
from functools import cache

from kakehashi.names.characters import han_forms
from kakehashi.names.folding import fold, tidy
from kakehashi.names.resources import rows

WORD = re.compile(r"[^\W_]+", re.UNICODE)
LETTERS = re.compile("[A-Za-zÀ-ɏЀ-ӿḀ-ỿ]")
UNSPACED = re.compile("[㐀-鿿豈-﫿ぁ-ヿ가-힣ก-๛]")
#: Latin forms that also stand before a name; all others are read at its end only.
LEADING = frozenset({"pt", "cv", "ooo", "sia", "vn.tnhh", "vn.cp", "kk", "pte_ltd"})
MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Form:
    """One row of the table: `kind` is company, partnership, cooperative, foundation, …"""

    code: str
    language: str
    kind: str


@dataclass(frozen=True, slots=True)
class Joined:
    """Spellings in scripts without word spaces: their lengths, longest first, and a finder of any of them."""

    forms: dict[str, Form]
    lengths: tuple[int, ...]
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
    return Joined(forms, tuple(sorted({len(one) for one in spellings}, reverse=True)), re.compile(inside))


@cache
def spaced() -> dict[tuple[str, ...], Form]:
    """The spellings in letters with word spaces, as tuples of folded words."""
    found: dict[tuple[str, ...], Form] = {}
    for form, spellings in table():
        for spelling in spellings:
            if not UNSPACED.search(spelling):
                found.setdefault(words(spelling), form)
    return found


def words(text: str) -> tuple[str, ...]:
    """The folded words of a Latin text: dots inside abbreviations join, `S.A.` is one word."""
    return tuple(fold(word) for word in WORD.findall(re.sub(r"(?<=\w)\.(?=\w\b)|['’]", "", text)))


@cache
def form_of(code: str) -> Form:
    """The row of a code. Raises KeyError for one that the table does not have."""
    return {form.code: form for form, _ in table()}[code]
