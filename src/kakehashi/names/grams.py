"""Tokens of one and two characters for substring search in SQLite FTS5 and PostgreSQL `tsvector`.

Every token is ASCII, begins with a letter and survives both tokenisers: `u30c8` is ト, `b30c8x30e8` is トヨ.
An FTS5 table with `detail=none` is enough. That all bigrams of a query occur is necessary for it to be a
substring, not sufficient: check the hits.
"""

from itertools import pairwise

INDEXED = 200
ASKED = 40


def index_tokens(text: str) -> str:
    """The tokens of a folded text, each once, separated by spaces; its first 200 characters are indexed."""
    codes = [f"{ord(character):x}" for character in text[:INDEXED] if not character.isspace()]
    tokens = dict.fromkeys(f"u{code}" for code in codes)
    tokens.update(dict.fromkeys(f"b{first}x{second}" for first, second in pairwise(codes)))
    return " ".join(tokens)


def query_tokens(text: str) -> tuple[str, ...]:
    """The tokens that a text containing the folded `text` must have: its bigrams, or its one character."""
    codes = [f"{ord(character):x}" for character in text[:ASKED] if not character.isspace()]
    if len(codes) == 1:
        return (f"u{codes[0]}",)
    return tuple(dict.fromkeys(f"b{first}x{second}" for first, second in pairwise(codes)))


def match_expression(text: str) -> str:
    """For `… MATCH ?` of an FTS5 table; empty for an empty text, which FTS5 would refuse."""
    return " AND ".join(query_tokens(text))


def tsquery_expression(text: str) -> str:
    """For `to_tsquery('simple', …)` of PostgreSQL; empty for an empty text."""
    return " & ".join(query_tokens(text))
