"""One version of a register, open for reading: its rows, and search in any script."""

import json
import sqlite3
import threading
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import polars as pl

from kakehashi.names import SearchKey, fold, query_keys
from kakehashi.registers import search_index as index
from kakehashi.registers.row import SCHEMA, RegisterRow, from_record

ROWS, SEARCH, MANIFEST = "rows.parquet", "search.sqlite", "manifest.json"
#: How many candidates of one lookup are looked at before it is given up as too common.
_LOOKED_AT = 600
#: The score of a hit by how it was met: what was typed in a name, another name of it, how it is said.
_TYPED_SCORES = {"exact": 1.0, "prefix": 0.9, "substring": 0.8}
_OTHER_SCORES = {"exact": 0.78, "prefix": 0.72, "substring": 0.55}
_READING_SCORES = {"exact": 0.75, "prefix": 0.65, "substring": 0.5}
_NAMES = {"name", "latin"}


@dataclass(frozen=True, slots=True)
class Hit:
    """One organisation found: `matched` the folded key that was met, `route` how, `score` 0 to 1.

    `route` is the kind of the key and how it was met, as in `name.exact`, `kana.prefix`, `pinyin.substring`,
    `identifier.exact`, `address.substring`.
    """

    key: str
    name: str
    matched: str
    route: str
    score: float


class Snapshot:
    """A version of a register. It never changes, so it may be kept open and be read by several threads."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        self._local = threading.local()

    @property
    def version(self) -> str:
        """The version's name, which is unique in its register."""
        return str(self.manifest["version"])

    @property
    def register(self) -> str:
        """The register's name."""
        return str(self.manifest["register"])

    @property
    def as_of(self) -> str:
        """The latest date that its rows state (ISO), or an empty text."""
        return str(self.manifest["as_of"])

    @cached_property
    def count(self) -> int:
        """How many organisations it holds."""
        return int(self.manifest["rows"])

    def frame(self) -> pl.LazyFrame:
        """All rows with the columns of `SCHEMA`, in order of importance."""
        return self._frame

    @cached_property
    def _frame(self) -> pl.LazyFrame:
        """Kept, so that the description of the file is read once and not for every row."""
        return pl.scan_parquet(self.folder / ROWS)

    def get(self, key: str) -> RegisterRow | None:
        """The row with that key."""
        found = self._database.execute("SELECT id FROM organisations WHERE key = ?", (key,)).fetchone()
        return self.rows(found[0] - 1, 1)[0] if found else None

    def rows(self, offset: int, limit: int) -> list[RegisterRow]:
        """Rows in order of importance."""
        page = self.frame().select(list(SCHEMA)).slice(offset, limit).collect()
        return [from_record(record) for record in page.iter_rows(named=True)]

    def find_identifier(self, value: str) -> list[Hit]:
        """The organisations that carry an identifier of exactly this value, in any scheme."""
        plain = unicodedata.normalize("NFKC", value).strip().replace("-", "").replace(" ", "").casefold()
        found = self._database.execute(
            "SELECT key, name, value, scheme FROM identifiers JOIN organisations USING (id) "
            "WHERE value = ? ORDER BY id",
            (plain,),
        )
        return [Hit(key, name, value, f"identifier.{scheme}", 1.0) for key, name, value, scheme in found]

    def search(self, text: str, *, limit: int = 20) -> list[Hit]:
        """The organisations that `text` may mean, the best first: identifier, name, reading, address.

        Exact before prefix before substring, names before readings, and the large before the small.
        Nothing is found for fewer than two characters.
        """
        found: dict[int, Hit] = {}
        hits = self.find_identifier(text)
        for number, hit in self._by_name(text, limit=limit):
            if number not in found or found[number].score < hit.score:
                found[number] = hit
        if len(found) < limit:
            for number, hit in self._by_address(text, limit=limit - len(found)):
                found.setdefault(number, hit)
        ranked = sorted(found.items(), key=lambda item: (-item[1].score, item[0]))
        known = {hit.key for hit in hits}
        return (hits + [hit for _number, hit in ranked if hit.key not in known])[:limit]

    def _by_name(self, text: str, *, limit: int) -> Iterator[tuple[int, Hit]]:
        typed = fold(text)
        for place, query in enumerate(query_keys(text)):
            scores = _scores(query, first=place == 0, typed=typed)
            enough = limit
            for way in ("exact", "prefix", "substring"):
                found = list(self._matches(query, way=way, score=scores[way] - 0.001 * place, limit=enough))
                yield from found
                enough = limit if way == "exact" else enough - len(found)
                if enough <= 0:
                    break

    def _matches(self, query: SearchKey, *, way: str, score: float, limit: int) -> Iterator[tuple[int, Hit]]:
        letter = index.LETTERS[query.kind]
        for number, key, name, keys, _address in self._candidates(
            "grams", _expression(way, letter, query.text)
        ):
            met = next(
                (line[1:] for line in keys.split("\n") if _meets(way, line, letter + query.text)), None
            )
            if met is not None:
                yield number, Hit(key, name, met, f"{query.kind}.{way}", score)
                limit -= 1
                if limit <= 0:
                    return

    def _by_address(self, text: str, *, limit: int) -> Iterator[tuple[int, Hit]]:
        wanted = fold(text)
        if len(wanted) < 2:
            return
        expression = index.contains_expression(index.ADDRESS, wanted)
        for number, key, name, _keys, address in self._candidates("places", expression):
            if wanted in address:
                yield number, Hit(key, name, address, "address.substring", 0.3)
                limit -= 1
                if limit <= 0:
                    return

    def _candidates(self, table: str, expression: str) -> sqlite3.Cursor:
        return self._database.execute(
            f"SELECT id, key, name, keys, address FROM {table} JOIN organisations ON id = {table}.rowid "  # noqa: S608
            f"WHERE {table} MATCH ? ORDER BY {table}.rowid LIMIT {_LOOKED_AT}",
            (expression,),
        )

    @property
    def _database(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            uri = (self.folder / SEARCH).resolve().as_uri() + "?mode=ro&immutable=1"
            connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
            connection.execute("PRAGMA mmap_size=1073741824")
            self._local.connection = connection
        return connection


def _scores(query: SearchKey, *, first: bool, typed: str) -> dict[str, float]:
    """What was typed counts most, then what else it is called, then how it is said."""
    if query.kind not in _NAMES:
        return _READING_SCORES
    return _TYPED_SCORES if first or query.text == typed else _OTHER_SCORES


def _expression(way: str, letter: str, text: str) -> str:
    if way == "exact":
        return index.exact_expression(letter, text)
    return (
        index.prefix_expression(letter, text) if way == "prefix" else index.contains_expression(letter, text)
    )


def _meets(way: str, line: str, wanted: str) -> bool:
    if way == "exact":
        return line == wanted
    if way == "prefix":
        return line.startswith(wanted)
    return line[0] == wanted[0] and wanted[1:] in line[1:]
