"""The search file of one version of a register: names, readings, identifiers and addresses in one SQLite
file.

Every organisation has a number, given by importance (listed first, then by capital), so that the first
rows which an index lookup returns are the large ones and the lookup may stop there. Names are indexed by
pairs of characters; tokens also say where a key begins and ends, so that exact and prefix matches are
found without a scan.
"""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from kakehashi.names import SearchKey, fold, search_keys
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
#: After how many organisations progress is told.
BATCH = 2_000
_INDEXED, _ASKED = 200, 40
_SIGN = re.compile(r"[\x00-/:-@\[-`{-\x7f]")
_SCHEMA = """
CREATE TABLE organisations(id INTEGER PRIMARY KEY, key TEXT NOT NULL, name TEXT NOT NULL,
                           keys TEXT NOT NULL, address TEXT NOT NULL);
CREATE TABLE identifiers(value TEXT NOT NULL, id INTEGER NOT NULL, scheme TEXT NOT NULL,
                         PRIMARY KEY (value, id, scheme)) WITHOUT ROWID;
CREATE TABLE frequencies(token TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE grams USING fts5(tokens, content='', detail=none, columnsize=0,
                                       tokenize="ascii tokenchars '_'");
CREATE VIRTUAL TABLE places USING fts5(tokens, content='', detail=none, columnsize=0,
                                       tokenize="ascii tokenchars '_'");
"""


def build_index(path: Path, rows: Iterable[RegisterRow], *, total: int, progress: Progress) -> None:
    """Writes the search file. `rows` come in order of importance; `path` must not exist."""
    database = sqlite3.connect(path, isolation_level=None)
    try:
        database.executescript(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA page_size=8192;" + _SCHEMA
        )
        database.execute("BEGIN")
        frequencies: Counter[str] = Counter()
        for number, row in enumerate(rows, start=1):
            frequencies.update(_insert(database, number, row))
            if number % BATCH == 0:
                progress(number, total)
        database.executemany("INSERT INTO frequencies VALUES(?, ?)", sorted(frequencies.items()))
        database.execute("CREATE UNIQUE INDEX organisations_by_key ON organisations(key)")
        database.execute("COMMIT")
        database.execute("INSERT INTO grams(grams) VALUES('optimize')")
        database.execute("INSERT INTO places(places) VALUES('optimize')")
    finally:
        database.close()
    progress(total, total)


def key_tokens(letter: str, text: str) -> Iterator[str]:
    """The tokens of one folded key: how it begins, how long it is and ends, its pairs of characters."""
    plain = spelled(text)
    if plain:
        yield f"{letter}_{plain[0]}"
        yield f"{letter}_{plain[:2]}"
        yield f"{letter}{len(plain)}_{plain[-1]}"
        yield from (letter + first + second for first, second in pairwise(plain))


def query_tokens(way: str, letter: str, text: str) -> tuple[str, ...]:
    """The tokens that a key must have to be `text` (`exact`), to begin with it (`prefix`), to contain it.

    They are necessary and not sufficient: what is found has to be checked. A single character is looked for
    at the beginning only.
    """
    plain = spelled(text)[:_ASKED]
    tokens = [letter + first + second for first, second in pairwise(plain)]
    if way != "substring" or not tokens:
        tokens.append(f"{letter}_{plain[:2]}")
    if way == "exact":
        whole = spelled(text)
        tokens.append(f"{letter}{len(whole)}_{whole[-1]}")
    return tuple(dict.fromkeys(tokens))


def spelled(text: str) -> str:
    """The text as it goes into tokens: at most 200 characters, with a letter for each ASCII sign.

    The tokeniser takes every character outside ASCII for a part of a word, and in ASCII only letters and
    digits and the underscore, which is told to it. Folded texts hold signs only where a name is nothing but
    signs.
    """
    text = text[:_INDEXED]
    return text if text.isalnum() else _SIGN.sub("z", text)


def _insert(database: sqlite3.Connection, number: int, row: RegisterRow) -> list[str]:
    """Writes one organisation and returns the tokens by which it is found."""
    keys, address = keys_of(row), fold(row.address)
    database.execute(
        "INSERT INTO organisations VALUES(?, ?, ?, ?, ?)",
        (number, row.key, row.name, SEPARATOR.join(LETTERS[key.kind] + key.text for key in keys), address),
    )
    names = list(dict.fromkeys(token for key in keys for token in key_tokens(LETTERS[key.kind], key.text)))
    database.execute("INSERT INTO grams(rowid, tokens) VALUES(?, ?)", (number, " ".join(names)))
    places = list(dict.fromkeys(key_tokens(ADDRESS, address)))
    if places:
        database.execute("INSERT INTO places(rowid, tokens) VALUES(?, ?)", (number, " ".join(places)))
    database.executemany(
        "INSERT OR IGNORE INTO identifiers VALUES(?, ?, ?)",
        ((value.casefold(), number, scheme) for scheme, value in row.identifiers),
    )
    return names + places


def keys_of(row: RegisterRow) -> tuple[SearchKey, ...]:
    """Everything under which the row is to be found."""
    return search_keys(
        name=row.name, language=row.language or None, reading=row.reading or None,
        english=row.english or None, others=row.other_names,
    )  # fmt: skip
