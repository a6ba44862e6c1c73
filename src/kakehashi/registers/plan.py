"""The dry run of an import, kept in a folder: what would be new, changed, gone, rejected, left out."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

import polars as pl

from kakehashi.kernel import Json, Reason, WrongInput
from kakehashi.registers.row import COMPARED, SCHEMA, RegisterRow, from_record
from kakehashi.registers.snapshot import Snapshot
from kakehashi.tables import write_csv

KINDS = ("new", "changed", "same", "gone", "rejected", "left_out")


@dataclass(frozen=True, slots=True)
class Change:
    """One field of a changed row."""

    field: str
    before: Json
    after: Json


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One line of a plan. `row` is what would be written (for `gone`, what was there); None when nothing
    would be.

    `code` and `params` say why a line is rejected or left out; `raw` are a rejected line's cells.
    """

    kind: str
    line: int
    key: str = ""
    row: RegisterRow | None = None
    changes: tuple[Change, ...] = ()
    code: str = ""
    params: Mapping[str, Json] = field(default_factory=dict)
    raw: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plan:
    """A dry run, kept in `folder`; `Plan.load(folder)` gives it back.

    `counts` has a number for each of KINDS; `base` is the version that it was compared with (None: none);
    `as_of` is the latest date that a row states (ISO, or empty); `left_out` counts the lines left out by the
    code of the reason; `notes` are remarks on the file as a whole.
    """

    folder: Path
    register: str
    format: str
    complete: bool
    as_of: str
    base: str | None
    base_folder: Path | None
    columns: tuple[str, ...]
    counts: Mapping[str, int]
    left_out: Mapping[str, int]
    notes: tuple[Reason, ...]

    @staticmethod
    def load(folder: Path | str) -> "Plan":
        """The plan kept in `folder`. Raises WrongInput when there is none, or only the beginning of one."""
        try:
            values = json.loads((Path(folder) / "plan.json").read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise WrongInput("registers.plan_missing") from error
        base_folder = Path(values.pop("base_folder")) if values["base"] else None
        values |= {"columns": tuple(values["columns"]), "base_folder": base_folder}
        values["notes"] = tuple(Reason(code=code, params=params) for code, params in values["notes"])
        return Plan(folder=Path(folder), **values)

    @property
    def read(self) -> int:
        """How many lines were read: all but the rows that the file does not state."""
        return sum(self.counts.values()) - self.counts["gone"] - self._kept().collect().height

    @property
    def base_as_of(self) -> str:
        """The date of the version that a partial file adds to; empty for a complete file."""
        return Snapshot(self.base_folder).as_of if self.base_folder and not self.complete else ""

    def check_base(self, current: str | None) -> None:
        """Raises WrongInput when `current` is no longer the version that the plan was compared with."""
        if current != self.base:
            raise WrongInput("registers.plan_outdated", register=self.register)

    def rows(self, kind: str, offset: int = 0, limit: int = 50) -> list[PlanRow]:
        """A page of the lines of one kind, in the order of the file."""
        if kind not in KINDS:
            raise WrongInput("registers.plan_kind_unknown", kind=kind)
        if kind in ("rejected", "left_out"):
            page = pl.scan_parquet(self.folder / f"{kind}.parquet").slice(offset, limit).collect()
            return [_remark(kind, record) for record in page.iter_rows(named=True)]
        page = self._statuses().filter(pl.col("kind") == kind).slice(offset, limit).collect()
        after = self._records(self.incoming(), page["incoming"])
        compared = page if kind == "changed" else page.filter(pl.col("incoming").is_null())
        before = self._records(self._base(), compared["current"])
        return [_line(record, before=before, after=after) for record in page.iter_rows(named=True)]

    def incoming(self) -> pl.LazyFrame:
        """The rows that the file states, in its order, with the columns of `SCHEMA`."""
        return scan_incoming(self.folder)

    def result(self) -> pl.LazyFrame:
        """All rows of the version that the plan would make: those of the file, and those that stay as they are."""
        if self.base_folder is None:
            return self.incoming()
        others = self._base().join(self.incoming(), on="key", how="anti")
        if self.complete:
            others = others.join(self._kept(), on="key", how="semi")
        return pl.concat([self.incoming(), others])

    def write_rejected(
        self, file: TextIO, *, titles: tuple[str, str], say: Callable[[str, Mapping[str, Json]], str]
    ) -> int:
        """Writes the rejected lines as CSV with their line number and reason first; returns how many.

        `titles` head those two columns; `say` turns a code with its parameters into a sentence.
        """
        lines = (
            line
            for offset in range(0, self.counts["rejected"], 1000)
            for line in self.rows("rejected", offset, 1000)
        )
        rows = ((line.line, say(line.code, line.params), *line.raw) for line in lines)
        return write_csv(file, columns=(*titles, *self.columns), rows=rows)

    def _kept(self) -> pl.LazyFrame:
        """The rows that stay as they are because the line that names them was rejected."""
        return self._statuses().filter(pl.col("incoming").is_null(), pl.col("kind") == "same")

    def _statuses(self) -> pl.LazyFrame:
        return pl.scan_parquet(self.folder / "statuses.parquet")

    def _base(self) -> pl.LazyFrame:
        return Snapshot(self.base_folder).frame() if self.base_folder else pl.LazyFrame(schema=SCHEMA)

    @staticmethod
    def _records(frame: pl.LazyFrame, numbers: pl.Series) -> dict[int, dict[str, Any]]:
        wanted = numbers.drop_nulls()
        if wanted.is_empty():
            return {}
        first, last = int(wanted.to_numpy().min()), int(wanted.to_numpy().max())
        stretch = frame.slice(first, last - first + 1).with_row_index("number", offset=first)
        found = stretch.filter(pl.col("number").is_in(wanted.implode())).collect()
        return {record["number"]: record for record in found.iter_rows(named=True)}


def _remark(kind: str, record: Mapping[str, Any]) -> PlanRow:
    params = json.loads(record["params"])
    return PlanRow(
        kind=kind, line=record["line"], code=record["code"], params=params, raw=tuple(record["raw"])
    )


def _line(
    record: Mapping[str, Any], *, before: Mapping[int, dict[str, Any]], after: Mapping[int, dict[str, Any]]
) -> PlanRow:
    old, new = before.get(record["current"]), after.get(record["incoming"])
    stated = new or old
    assert stated is not None, "a plan's line is in the file or in the version"
    changes = tuple(_changes(old, new)) if old and new else ()
    return PlanRow(record["kind"], stated["line"] if new else 0, record["key"], from_record(stated), changes)


def _changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    for name in COMPARED:
        if old[name] != new[name]:
            yield Change(name, old[name], new[name])


def scan_incoming(folder: Path) -> pl.LazyFrame:
    """The rows that a plan's file states."""
    parts = sorted((folder / "incoming").glob("*.parquet"))
    return pl.scan_parquet(parts) if parts else pl.LazyFrame(schema=SCHEMA)
