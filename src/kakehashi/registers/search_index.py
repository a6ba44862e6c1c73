"""The search file of one version of a register: names, readings, identifiers and addresses in one SQLite
file.

Every organisation has a number, given by importance (listed first, then by capital), so that the first
rows which an index lookup returns are the large ones and the lookup may stop there. Names are indexed by
pairs of characters; tokens also say where a key begins and ends, so that exact and prefix matches are
found without a scan.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from kakehashi.names import SearchKey, fold, search_keys
from kakehashi.names.grams import index_tokens, query_tokens
from kakehashi.registers.progress import Progress
from kakehashi.registers.row import RegisterRow

#: One letter per kind of key, so that a pair of letters in a romaji key is not one of a pinyin key.
LETTERS = {
    "name": "n",
    "latin": "l",
    "kana": "k",
    "romaji": "r",
    "pinyin": "p",
    "pinyin_initials": "i",
    "rtgs": "t",
}
KINDS = {letter: kind for kind, letter in LETTERS.items()}
ADDRESS = "a"
#: Identifiers and keys as stored: one per line, the kind's letter first.
SEPARATOR = "\n"
_BATCH = 2_000
_SCHEMA = """
CREATE TABLE organisations(id INTEGER PRIMARY KEY, key TEXT NOT NULL, name TEXT NOT NULL,
                           keys TEXT NOT NULL, address TEXT NOT NULL);
CREATE TABLE identifiers(value TEXT NOT NULL, id INTEGER NOT NULL, scheme TEXT NOT NULL,
                         PRIMARY KEY (value, id, scheme)) WITHOUT ROWID;
CREATE VIRTUAL TABLE grams USING fts5(tokens, content='', detail=none, columnsize=0, tokenize="ascii");
CREATE VIRTUAL TABLE places USING fts5(tokens, content='', detail=none, columnsize=0, tokenize="ascii");
"""


def build_index(path: Path, rows: Iterable[RegisterRow], *, total: int, progress: Progress) -> None:
    """Writes the search file. `rows` come in order of importance; `path` must not exist."""
    database = sqlite3.connect(path, isolation_level=None)
    try:
        database.executescript(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA page_size=8192;" + _SCHEMA
        )
        database.execute("BEGIN")
        for number, row in enumerate(rows, start=1):
            _insert(database, number, row)
            if number % _BATCH == 0:
                progress(number, total)
        database.execute("CREATE UNIQUE INDEX organisations_by_key ON organisations(key)")
        database.execute("COMMIT")
        database.execute("INSERT INTO grams(grams) VALUES('optimize')")
        database.execute("INSERT INTO places(places) VALUES('optimize')")
    finally:
        database.close()
    progress(total, total)


def key_tokens(letter: str, text: str) -> Iterator[str]:
    """The tokens of one key: where it begins, where it ends at what length, and its pairs of characters."""
    if not text:
        return
    yield start_token(letter, text[:1])
    if len(text) > 1:
        yield start_token(letter, text[:2])
    yield end_token(letter, text)
    yield from (letter + token for token in index_tokens(text).split() if token.startswith("b"))


def start_token(letter: str, begin: str) -> str:
    """Says that a key begins with these one or two characters."""
    return letter + "s" + "x".join(f"{ord(each):x}" for each in begin)


def end_token(letter: str, text: str) -> str:
    """Says that a key has this length and this last character."""
    return f"{letter}e{min(len(text), 99)}x{ord(text[-1]):x}"


def contains_expression(letter: str, text: str) -> str:
    """For MATCH: keys that may contain `text`."""
    if len(text) == 1:
        return start_token(letter, text)
    return " AND ".join(letter + token for token in query_tokens(text))


def prefix_expression(letter: str, text: str) -> str:
    """For MATCH: keys that may begin with `text`."""
    return " AND ".join(filter(None, (start_token(letter, text[:2]), _inner(letter, text))))


def exact_expression(letter: str, text: str) -> str:
    """For MATCH: keys that may be `text`."""
    return f"{prefix_expression(letter, text)} AND {end_token(letter, text)}"


def _inner(letter: str, text: str) -> str:
    return contains_expression(letter, text) if len(text) > 1 else ""


def _insert(database: sqlite3.Connection, number: int, row: RegisterRow) -> None:
    keys = keys_of(row)
    address = fold(row.address)
    database.execute(
        "INSERT INTO organisations VALUES(?, ?, ?, ?, ?)",
        (number, row.key, row.name, SEPARATOR.join(LETTERS[key.kind] + key.text for key in keys), address),
    )
    tokens = dict.fromkeys(token for key in keys for token in key_tokens(LETTERS[key.kind], key.text))
    database.execute("INSERT INTO grams(rowid, tokens) VALUES(?, ?)", (number, " ".join(tokens)))
    if address:
        places = " ".join(key_tokens(ADDRESS, address))
        database.execute("INSERT INTO places(rowid, tokens) VALUES(?, ?)", (number, places))
    database.executemany(
        "INSERT OR IGNORE INTO identifiers VALUES(?, ?, ?)",
        ((value.casefold(), number, scheme) for scheme, value in row.identifiers),
    )


def keys_of(row: RegisterRow) -> tuple[SearchKey, ...]:
    """Everything under which the row is to be found."""
    return search_keys(
        name=row.name, language=row.language or None, reading=row.reading or None,
        english=row.english or None, others=row.other_names,
    )  # fmt: skip
