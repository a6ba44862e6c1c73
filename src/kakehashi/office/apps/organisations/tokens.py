"""The tokens by which the databases look organisations up: where a key begins, where it ends, its pairs of
characters.

They are ASCII words, so that SQLite's FTS5 (`detail=none`) and PostgreSQL's `tsvector` keep them as they
are. A token begins with the letter of its kind of key. That all tokens of a query occur is necessary, not
sufficient: check the hits.
"""

from collections.abc import Callable, Iterator

from kakehashi.names.grams import index_tokens, query_tokens

IDENTIFIER = "identifier"
ADDRESS = "address"
LETTERS = {
    "name": "n",
    "latin": "l",
    "kana": "k",
    "romaji": "r",
    "pinyin": "p",
    "pinyin_initials": "i",
    "rtgs": "t",
    IDENTIFIER: "d",
    ADDRESS: "a",
}


def tokens_of(kind: str, text: str) -> Iterator[str]:
    """The tokens of one key, for the index."""
    if not text:
        return
    letter = LETTERS[kind]
    yield _start(letter, text[:1])
    if len(text) > 1:
        yield _start(letter, text[:2])
    yield _end(letter, text)
    yield from (letter + token for token in index_tokens(text).split() if token.startswith("b"))


def exact(kind: str, text: str) -> tuple[str, ...]:
    """The tokens that a key must have to be `text`."""
    return (*prefix(kind, text), _end(LETTERS[kind], text))


def prefix(kind: str, text: str) -> tuple[str, ...]:
    """The tokens that a key must have to begin with `text`."""
    return (_start(LETTERS[kind], text[:2]), *_pairs(kind, text))


def substring(kind: str, text: str) -> tuple[str, ...]:
    """The tokens that a key must have to contain `text`; one character is looked for at the beginning only."""
    return _pairs(kind, text) or (_start(LETTERS[kind], text),)


#: How a text may be met in a key, the strictest first.
WAYS: dict[str, Callable[[str, str], tuple[str, ...]]] = {
    "exact": exact,
    "prefix": prefix,
    "substring": substring,
}


def _pairs(kind: str, text: str) -> tuple[str, ...]:
    if len(text) < 2:
        return ()
    return tuple(LETTERS[kind] + token for token in query_tokens(text))


def _start(letter: str, begin: str) -> str:
    return letter + "s" + "x".join(f"{ord(character):x}" for character in begin)


def _end(letter: str, text: str) -> str:
    """The length, up to 99, and the last character."""
    return f"{letter}e{min(len(text), 99)}x{ord(text[-1]):x}"
