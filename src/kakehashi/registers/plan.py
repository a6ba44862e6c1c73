"""The dry run of an import: what would be new, changed, the same, gone, rejected or left out, kept in a
folder.
"""

import json
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

import polars as pl

from kakehashi.kernel import Json, Reason, WrongInput
from kakehashi.registers.progress import Progress, silent
from kakehashi.registers.row import COMPARED, SCHEMA, LeftOut, RegisterRow, Rejected, from_record, to_frame
from kakehashi.registers.snapshot import Snapshot
from kakehashi.tables import write_csv

CHUNK = 20_000
KINDS = ("new", "changed", "same", "gone", "rejected", "left_out")
_REMARK_SCHEMA = {"line": pl.Int64(), "code": pl.String(), "params": pl.String(), "raw": pl.List(pl.String())}
_STATUS_SCHEMA = {"key": pl.String(), "kind": pl.String(), "incoming": pl.UInt32(), "current": pl.UInt32()}


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
    `left_out` counts the lines left out by the code of the reason; `notes` are remarks on the file as a
    whole.
    """

    folder: Path
    register: str
    format: str
    complete: bool
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
        """How many lines were read: every kind but `gone`, which the file does not hold."""
        return sum(count for kind, count in self.counts.items() if kind != "gone")

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
        before = self._records(self._base(), page["current"]) if kind in ("changed", "gone") else {}
        return [_line(record, before=before, after=after) for record in page.iter_rows(named=True)]

    def incoming(self) -> pl.LazyFrame:
        """The rows that the file states, in its order, with the columns of `SCHEMA`."""
        parts = sorted((self.folder / "incoming").glob("*.parquet"))
        return pl.scan_parquet(parts) if parts else pl.LazyFrame(schema=SCHEMA)

    def result(self) -> pl.LazyFrame:
        """All rows of the version that the plan would make."""
        if self.complete or self.base_folder is None:
            return self.incoming()
        return pl.concat([self.incoming(), self._base().join(self.incoming(), on="key", how="anti")])

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

    def _statuses(self) -> pl.LazyFrame:
        return pl.scan_parquet(self.folder / "statuses.parquet")

    def _base(self) -> pl.LazyFrame:
        return Snapshot(self.base_folder).frame() if self.base_folder else pl.LazyFrame(schema=SCHEMA)

    @staticmethod
    def _records(frame: pl.LazyFrame, numbers: pl.Series) -> dict[int, dict[str, Any]]:
        wanted = numbers.drop_nulls()
        if wanted.is_empty():
            return {}
        found = frame.with_row_index("number").filter(pl.col("number").is_in(wanted.implode())).collect()
        return {record["number"]: record for record in found.iter_rows(named=True)}


def plan(
    incoming: Iterable[RegisterRow | Rejected | LeftOut],
    current: Snapshot | None,
    *,
    register: str,
    folder: Path | None = None,
    format: str = "",  # noqa: A002
    complete: bool = True,
    columns: Sequence[str] = (),
    stated: int | None = None,
    total: int | None = None,
    progress: Progress = silent,
) -> Plan:
    """Compares what a file states with the current version, and keeps the outcome in `folder` (a new one
    when None).

    `complete`: what the file does not hold is gone (else it stays). `stated` is how many rows the file
    says it has. Raises WrongInput when it states no organisation at all.
    """
    folder = Path(tempfile.mkdtemp(prefix="kakehashi-plan-")) if folder is None else folder
    (folder / "incoming").mkdir(parents=True, exist_ok=False)
    sorted_out = _SortedOut(folder)
    done = 0
    for done, item in enumerate(incoming, start=1):
        sorted_out.take(item)
        if done % 1000 == 0:
            progress(done, total)
    sorted_out.finish()
    counts = sorted_out.counts | _compare(folder, current, complete=complete)
    if not counts["new"] + counts["changed"] + counts["same"]:
        raise WrongInput("registers.no_rows", rejected=counts["rejected"], left_out=counts["left_out"])
    progress(done, done)
    notes = tuple(_notes(counts, current=current, read=done, stated=stated, shared=sorted_out.shared))
    values: dict[str, Any] = {
        "register": register,
        "format": format,
        "complete": complete,
        "base": current.version if current else None,
        "base_folder": str(current.folder) if current else None,
        "columns": list(columns),
        "counts": counts,
        "left_out": dict(sorted_out.reasons),
        "notes": [(note.code, dict(note.params)) for note in notes],
    }
    (folder / "plan.json").write_text(json.dumps(values, ensure_ascii=False, indent=1), encoding="utf-8")
    return Plan.load(folder)


class _SortedOut:
    """Puts each line where it belongs, a chunk at a time, so that memory does not grow with the rows'
    contents.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._first_line: dict[str, int] = {}
        self._holders: dict[str, str] = {}
        self._rows: list[RegisterRow] = []
        self._rejected: list[dict[str, Any]] = []
        self._left_out: list[dict[str, Any]] = []
        self._parts = 0
        self.reasons: Counter[str] = Counter()
        self.shared = 0

    @property
    def counts(self) -> dict[str, int]:
        return {"rejected": len(self._rejected), "left_out": len(self._left_out)}

    def take(self, item: RegisterRow | Rejected | LeftOut) -> None:
        if isinstance(item, LeftOut):
            self.reasons[item.code] += 1
            self._left_out.append(_as_remark(item.line, item.code, item.params, ()))
        elif isinstance(item, Rejected):
            self._reject(item)
        elif (first := self._first_line.setdefault(item.key, item.line)) != item.line:
            params: dict[str, Json] = {"line": item.line, "key": item.key, "first": first}
            raw = tuple(str(value) for value in json.loads(item.original or "{}").values())
            self._reject(Rejected(item.line, "registers.key_repeated", params, raw))
        else:
            self._keep(item)

    def finish(self) -> None:
        self._flush()
        pl.DataFrame(self._rejected, schema=_REMARK_SCHEMA).write_parquet(self._folder / "rejected.parquet")
        pl.DataFrame(self._left_out, schema=_REMARK_SCHEMA).write_parquet(self._folder / "left_out.parquet")

    def _reject(self, item: Rejected) -> None:
        self._rejected.append(_as_remark(item.line, item.code, item.params, item.raw))

    def _keep(self, row: RegisterRow) -> None:
        self._rows.append(row)
        for _scheme, value in row.identifiers:
            if self._holders.setdefault(value, row.key) != row.key:
                self.shared += 1
        if len(self._rows) >= CHUNK:
            self._flush()

    def _flush(self) -> None:
        if self._rows:
            to_frame(self._rows).write_parquet(self._folder / "incoming" / f"{self._parts:06d}.parquet")
            self._parts, self._rows = self._parts + 1, []


def _compare(folder: Path, current: Snapshot | None, *, complete: bool) -> dict[str, int]:
    """Writes for each key what would become of it, and counts them."""
    parts = sorted((folder / "incoming").glob("*.parquet"))
    after = _digests(pl.scan_parquet(parts) if parts else pl.LazyFrame(schema=SCHEMA), "incoming")
    before = _digests(current.frame() if current else pl.LazyFrame(schema=SCHEMA), "current")
    joined = after.join(before, on="key", how="full", coalesce=True)
    kind = (
        pl.when(pl.col("current").is_null()).then(pl.lit("new"))
        .when(pl.col("incoming").is_null()).then(pl.lit("gone"))
        .when(pl.col("incoming_digest") == pl.col("current_digest")).then(pl.lit("same"))
        .otherwise(pl.lit("changed"))
    )  # fmt: skip
    statuses = joined.with_columns(kind=kind).sort("incoming", "current", nulls_last=True)
    if not complete:
        statuses = statuses.filter(pl.col("kind") != "gone")
    frame = statuses.select(list(_STATUS_SCHEMA)).collect()
    frame.write_parquet(folder / "statuses.parquet")
    found = dict(frame["kind"].value_counts().iter_rows())
    return {each: int(found.get(each, 0)) for each in ("new", "changed", "same", "gone")}


def _digests(frame: pl.LazyFrame, name: str) -> pl.LazyFrame:
    digest = pl.struct(COMPARED).hash(seed=0).alias(f"{name}_digest")
    return frame.with_row_index(name).select("key", name, digest)


def _notes(
    counts: Mapping[str, int], *, current: Snapshot | None, read: int, stated: int | None, shared: int
) -> Iterator[Reason]:
    if stated is not None and stated != read:
        yield Reason("registers.count_differs", {"stated": stated, "read": read})
    if current is not None and counts["gone"] * 10 > current.count:
        yield Reason("registers.many_gone", {"gone": counts["gone"], "before": current.count})
    if counts["rejected"] * 10 > read:
        yield Reason("registers.many_rejected", {"rejected": counts["rejected"], "read": read})
    if shared:
        yield Reason("registers.identifier_shared", {"count": shared})


def _as_remark(line: int, code: str, params: Mapping[str, Json], raw: tuple[str, ...]) -> dict[str, Any]:
    return {
        "line": line,
        "code": code,
        "params": json.dumps(dict(params), ensure_ascii=False),
        "raw": list(raw),
    }


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
