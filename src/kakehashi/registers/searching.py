"""Search in one version of a register: what somebody typed → whom it may mean, the best first."""

import sqlite3
import threading
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from kakehashi.names import SearchKey, fold, query_keys
from kakehashi.registers.search_index import ADDRESS, LETTERS, SEPARATOR, query_tokens

#: How many candidates of one lookup are looked at before the rest is given up as too common.
LOOKED_AT = 2_000
#: How many tokens a lookup intersects: the rarest ones; what is found is checked against the whole text
#: anyway.
RAREST = 3
#: The score of a hit by how it was met: what was typed in a name, another name of it, how it is said.
_TYPED_SCORES = {"exact": 1.0, "prefix": 0.9, "substring": 0.8}
_OTHER_SCORES = {"exact": 0.78, "prefix": 0.72, "substring": 0.55}
_READING_SCORES = {"exact": 0.75, "prefix": 0.65, "substring": 0.5}
_ADDRESS_SCORE = 0.3
_NAMES = {"name", "latin"}
_LONGEST_IDENTIFIER = 40

#: Number, key, name, folded keys, folded address.
_Row: TypeAlias = tuple[int, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Hit:
    """One organisation found: `matched` the folded key that was met, `route` how, `score` 0 to 1.

    `route` is the kind of the key and how it was met, as in `name.exact`, `kana.prefix`, `pinyin.substring`,
    `identifier.jp.corporate_number`, `address.substring`.
    """

    key: str
    name: str
    matched: str
    route: str
    score: float


class SearchFile:
    """The search file of a version, open for reading by any number of threads."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._local = threading.local()

    def number_of(self, key: str) -> int | None:
        """The number of the organisation with that key, from 1, in order of importance."""
        found = self._database.execute("SELECT id FROM organisations WHERE key = ?", (key,)).fetchone()
        return int(found[0]) if found else None

    def find_identifier(self, value: str) -> list[Hit]:
        """The organisations that carry an identifier of exactly this value, in any scheme."""
        plain = unicodedata.normalize("NFKC", value[:_LONGEST_IDENTIFIER]).strip()
        found = self._database.execute(
            "SELECT key, name, value, scheme FROM identifiers JOIN organisations USING (id) "
            "WHERE value = ? ORDER BY id LIMIT 100",
            (plain.replace("-", "").replace(" ", "").casefold(),),
        )
        return [Hit(key, name, value, f"identifier.{scheme}", 1.0) for key, name, value, scheme in found]

    def search(self, text: str, *, limit: int) -> list[Hit]:
        """Identifier, then names, then readings, then address; each exact before prefix before substring."""
        known = self.find_identifier(text)
        if known and len(known) <= limit and known[0].matched.isdigit() and len(known[0].matched) > 9:
            return known
        found: dict[int, Hit] = {}
        for number, hit in self._by_name(text, limit=limit):
            if number not in found or found[number].score < hit.score:
                found[number] = hit
        if len(found) < limit:
            for number, hit in self._by_address(fold(text), limit=limit):
                found.setdefault(number, hit)
        ranked = sorted(found.items(), key=lambda item: (-item[1].score, item[0]))
        first = {hit.key for hit in known}
        return (known + [hit for _number, hit in ranked if hit.key not in first])[:limit]

    def _by_name(self, text: str, *, limit: int) -> Iterator[tuple[int, Hit]]:
        """Stops as soon as `limit` organisations are found that nothing still to come can outrank."""
        typed, certain = fold(text), set[int]()
        for place, query in enumerate(query_keys(text)):
            scores = _scores(query, first=place == 0, typed=typed)
            if len(certain) >= limit and scores is not _TYPED_SCORES:
                return
            for number, hit in self._matches(query, scores=scores, place=place, limit=limit):
                if hit.score > _OTHER_SCORES["exact"]:
                    certain.add(number)
                yield number, hit

    def _matches(
        self, query: SearchKey, *, scores: dict[str, float], place: int, limit: int
    ) -> Iterator[tuple[int, Hit]]:
        """The first that contain it; where there may be more, also the first that are it or begin with it."""
        for way in ("substring", "exact", "prefix"):
            hits = looked_at = 0
            tokens = query_tokens(way, LETTERS[query.kind], query.text)
            for row in islice(self._candidates("grams", tokens), LOOKED_AT):
                looked_at += 1
                hit = _meets(row, query, scores=scores, place=place)
                if hit is not None:
                    hits += 1
                    yield row[0], hit
                if hits >= limit:
                    break
            if way == "substring" and hits < limit and looked_at < LOOKED_AT:
                return

    def _by_address(self, wanted: str, *, limit: int) -> Iterator[tuple[int, Hit]]:
        if len(wanted) < 2:
            return
        tokens = query_tokens("substring", ADDRESS, wanted)
        for number, key, name, _keys, address in islice(self._candidates("places", tokens), LOOKED_AT):
            if wanted in address:
                yield number, Hit(key, name, address, "address.substring", _ADDRESS_SCORE)
                limit -= 1
                if limit <= 0:
                    return

    def _candidates(self, table: str, tokens: tuple[str, ...]) -> Iterator[_Row]:
        """The most important that have the rarest of the tokens; none when a token is nowhere."""
        marks = ", ".join("?" * len(tokens))
        counted = self._database.execute(
            f"SELECT token FROM frequencies WHERE token IN ({marks}) ORDER BY count",  # noqa: S608 - marks
            tokens,
        ).fetchall()
        if len(counted) < len(tokens):
            return
        expression = " AND ".join(f'"{token}"' for (token,) in counted[:RAREST])
        yield from self._database.execute(
            f"SELECT id, key, name, keys, address FROM {table} JOIN organisations ON id = {table}.rowid "  # noqa: S608
            f"WHERE {table} MATCH ? ORDER BY {table}.rowid",
            (expression,),
        )

    @property
    def _database(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            uri = self._path.resolve().as_uri() + "?mode=ro&immutable=1"
            connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
            connection.execute("PRAGMA mmap_size=1073741824")
            self._local.connection = connection
        return connection


def _scores(query: SearchKey, *, first: bool, typed: str) -> dict[str, float]:
    """What was typed counts most, then what else it is called, then how it is said."""
    if query.kind not in _NAMES:
        return _READING_SCORES
    return _TYPED_SCORES if first or query.text == typed else _OTHER_SCORES


def _meets(row: _Row, query: SearchKey, *, scores: dict[str, float], place: int) -> Hit | None:
    """The hit that a candidate is, if one of its keys contains what is looked for."""
    _number, key, name, keys, _address = row
    way, met = _how_met(keys, LETTERS[query.kind], query.text)
    return Hit(key, name, met, f"{query.kind}.{way}", scores[way] - 0.001 * place) if way else None


def _how_met(keys: str, letter: str, text: str) -> tuple[str, str]:
    """The best way in which a key of that kind meets the text, and the key; empty when none does."""
    best = ("", "")
    for line in keys.split(SEPARATOR):
        if line[:1] != letter or text not in line[1:]:
            continue
        if line[1:] == text:
            return "exact", text
        if line.startswith(text, 1):
            best = ("prefix", line[1:])
        elif not best[0]:
            best = ("substring", line[1:])
    return best
