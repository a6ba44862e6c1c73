"""The rows of a dry run, one file per kind, so that any page of any kind is at hand in milliseconds."""

import json
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from django.conf import settings

from kakehashi.kernel import Json
from kakehashi.office.core.models import Import

_BATCH = 5_000


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One row of a dry run: where it stood (`line`, 1-based), what it is called, and what is to be said about it.

    `details` holds what the page of its kind shows: {"changes": {field: [before, after]}} for a changed row,
    {"code": …, "params": …, "raw": […]} for a rejected one, the values by field for a new one.
    """

    line: int
    key: str = ""
    label: str = ""
    language: str = ""
    details: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlanRows:
    """The stored rows of one import, below `folder`."""

    folder: Path

    def write(self, kind: str, rows: Iterable[PlanRow]) -> int:
        """Stores all rows of a kind in place of what was there, in bounded memory, and returns how many there are."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self._path(kind)
        path.unlink(missing_ok=True)
        count = 0
        with closing(sqlite3.connect(path, isolation_level=None)) as file:
            file.execute("PRAGMA journal_mode=OFF")
            file.execute("PRAGMA synchronous=OFF")
            file.execute("CREATE TABLE row (n INTEGER PRIMARY KEY, line, key, label, language, details)")
            remaining = iter(rows)
            file.execute("BEGIN")
            while batch := list(islice(remaining, _BATCH)):
                file.executemany(
                    "INSERT INTO row VALUES (?,?,?,?,?,?)",
                    [_stored(number, row) for number, row in enumerate(batch, start=count)],
                )
                count += len(batch)
            file.execute("COMMIT")
        return count

    def page(self, kind: str, *, offset: int, limit: int) -> list[PlanRow]:
        """At most `limit` rows from the `offset`-th on (0-based); none when the plan is no longer stored."""
        return list(self._read(kind, first=offset, end=offset + limit))

    def all(self, kind: str) -> Iterator[PlanRow]:
        """Every row of a kind, one by one."""
        return self._read(kind, first=0, end=2**62)

    def has(self, kind: str) -> bool:
        return self._path(kind).is_file()

    def _read(self, kind: str, *, first: int, end: int) -> Iterator[PlanRow]:
        path = self._path(kind)
        if not path.is_file():
            return
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as file:
            found = file.execute(
                "SELECT line, key, label, language, details FROM row WHERE n >= ? AND n < ? ORDER BY n",
                (first, end),
            )
            for line, key, label, language, details in found:
                yield PlanRow(line=line, key=key, label=label, language=language, details=json.loads(details))

    def _path(self, kind: str) -> Path:
        return self.folder / f"{kind}.rows"


def plan_folder(record: Import) -> Path:
    """Where what a dry run found is stored until it is applied or discarded."""
    return Path(settings.IMPORT_FILES) / "plans" / str(record.pk)


def plan_rows(record: Import) -> PlanRows:
    return PlanRows(folder=plan_folder(record))


def forget_plan(record: Import, *, keep: Iterable[str] = ()) -> None:
    """Removes the stored plan, except the rows of the kinds in `keep` (rejected rows stay downloadable)."""
    folder = plan_folder(record)
    kept = {f"{kind}.rows" for kind in keep}
    for path in folder.glob("*"):
        if path.name in kept:
            continue
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def _stored(number: int, row: PlanRow) -> tuple[int, int, str, str, str, str]:
    return number, row.line, row.key, row.label, row.language, json.dumps(row.details, ensure_ascii=False)
