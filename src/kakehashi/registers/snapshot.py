"""One version of a register, open for reading: its rows, and search in any script."""

import json
from functools import cached_property
from pathlib import Path
from typing import Any

import polars as pl

from kakehashi.registers.row import SCHEMA, RegisterRow, from_record
from kakehashi.registers.searching import Hit, SearchFile

ROWS, SEARCH, MANIFEST = "rows.parquet", "search.sqlite", "manifest.json"


class Snapshot:
    """A version of a register. It never changes, so it may be kept open and be read by several threads."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        self._searched = SearchFile(folder / SEARCH)

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
        number = self._searched.number_of(key)
        return self.rows(number - 1, 1)[0] if number else None

    def rows(self, offset: int, limit: int) -> list[RegisterRow]:
        """Rows in order of importance."""
        page = self.frame().select(list(SCHEMA)).slice(offset, limit).collect()
        return [from_record(record) for record in page.iter_rows(named=True)]

    def find_identifier(self, value: str) -> list[Hit]:
        """The organisations that carry an identifier of exactly this value, in any scheme."""
        return self._searched.find_identifier(value)

    def search(self, text: str, *, limit: int = 20) -> list[Hit]:
        """The organisations that `text` may mean, the best first: identifier, name, reading, address.

        Exact before prefix before substring, what was typed before other names and readings, and the large
        before the small. Nothing is found for fewer than two characters.
        """
        return self._searched.search(text, limit=limit)
