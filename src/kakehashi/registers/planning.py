"""Makes the plan of an import: sorts out what a file states, and compares it with the current version."""

import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import polars as pl

from kakehashi.kernel import Json, Reason, WrongInput
from kakehashi.registers.plan import Plan, scan_incoming
from kakehashi.registers.progress import Progress, silent
from kakehashi.registers.row import COMPARED, SCHEMA, LeftOut, RegisterRow, Rejected, to_frame
from kakehashi.registers.snapshot import Snapshot

#: How many rows are held in memory before they are written down.
CHUNK = 20_000
_REMARK_SCHEMA = {"line": pl.Int64(), "code": pl.String(), "params": pl.String(), "raw": pl.List(pl.String())}
_STATUS_SCHEMA = {"key": pl.String(), "kind": pl.String(), "incoming": pl.UInt32(), "current": pl.UInt32()}


def plan(
    incoming: Iterable[RegisterRow | Rejected | LeftOut],
    current: Snapshot | None,
    *,
    register: str,
    folder: Path | None = None,
    format: str = "",  # noqa: A002
    complete: bool = True,
    dated: bool = False,
    columns: Sequence[str] = (),
    stated: int | None = None,
    total: int | None = None,
    progress: Progress = silent,
) -> Plan:
    """Compares what a file states with the current version, and keeps the outcome in `folder` (a new one
    when None).

    `complete`: what the file does not hold is gone (else it stays). `dated`: the file is one of a series of
    differences, which are applied in the order of their dates. `stated` is how many rows the file says it
    has. Raises WrongInput when it states no organisation at all, or is a difference older than the version.
    """
    folder = Path(tempfile.mkdtemp(prefix="kakehashi-plan-")) if folder is None else folder
    (folder / "incoming").mkdir(parents=True, exist_ok=False)
    sorted_out = _SortedOut(folder, columns=columns)
    done = 0
    for done, item in enumerate(incoming, start=1):
        sorted_out.take(item)
        if done % 1000 == 0:
            progress(done, total)
    sorted_out.finish()
    counts = sorted_out.counts | _compare(folder, current, complete=complete)
    if not sorted_out.kept:
        raise WrongInput("registers.no_rows", rejected=counts["rejected"], left_out=counts["left_out"])
    progress(done, done)
    as_of, shared = _latest_date(folder), _shared_identifiers(folder)
    if dated and current and as_of < current.as_of:
        raise WrongInput("registers.difference_older", date=as_of, current=current.as_of)
    notes = (
        *_notes(counts, current=current, read=done, stated=stated, shared=shared),
        *_notes_on_dates(current, as_of=as_of, dated=dated),
    )
    values: dict[str, Any] = {
        "register": register,
        "format": format,
        "complete": complete,
        "as_of": as_of,
        "base": current.version if current else None,
        "base_folder": str(current.folder) if current else None,
        "columns": list(columns),
        "counts": counts,
        "left_out": dict(sorted_out.left_out.reasons),
        "notes": [(note.code, dict(note.params)) for note in notes],
    }
    (folder / "plan.json").write_text(json.dumps(values, ensure_ascii=False, indent=1), encoding="utf-8")
    return Plan.load(folder)


class _Remarks:
    """Lines that are not imported, and why: kept as frames, which take less memory than objects."""

    def __init__(self) -> None:
        self._lines: list[dict[str, Any]] = []
        self._frames = [pl.DataFrame(schema=_REMARK_SCHEMA)]
        self.reasons: Counter[str] = Counter()

    def add(self, line: int, code: str, params: Mapping[str, Json], raw: Sequence[str] = ()) -> None:
        self.reasons[code] += 1
        said = json.dumps(dict(params), ensure_ascii=False)
        self._lines.append({"line": line, "code": code, "params": said, "raw": list(raw)})
        if len(self._lines) >= CHUNK:
            self._pack()

    def write(self, path: Path) -> None:
        self._pack()
        pl.concat(self._frames).write_parquet(path)

    def _pack(self) -> None:
        self._frames.append(pl.DataFrame(self._lines, schema=_REMARK_SCHEMA))
        self._lines = []


class _SortedOut:
    """Puts each line where it belongs, a chunk at a time: memory grows with the keys, not with the rows."""

    def __init__(self, folder: Path, *, columns: Sequence[str]) -> None:
        self._folder, self._columns = folder, columns
        self._first_line: dict[str, int] = {}
        self._rows: list[RegisterRow] = []
        self._parts = 0
        self.rejected, self.left_out = _Remarks(), _Remarks()

    @property
    def kept(self) -> int:
        """How many organisations the file states."""
        return len(self._first_line)

    @property
    def counts(self) -> dict[str, int]:
        return {"rejected": self.rejected.reasons.total(), "left_out": self.left_out.reasons.total()}

    def take(self, item: RegisterRow | Rejected | LeftOut) -> None:
        if isinstance(item, LeftOut):
            self.left_out.add(item.line, item.code, item.params)
        elif isinstance(item, Rejected):
            self.rejected.add(item.line, item.code, item.params, item.raw)
        elif item.key in self._first_line:
            self._reject_repeated(item)
        else:
            self._keep(item)

    def finish(self) -> None:
        self._flush()
        self.rejected.write(self._folder / "rejected.parquet")
        self.left_out.write(self._folder / "left_out.parquet")

    def _reject_repeated(self, row: RegisterRow) -> None:
        original = json.loads(row.original or "{}")
        cells = [str(original.get(column, "")) for column in self._columns]
        params: dict[str, Json] = {"line": row.line, "key": row.key, "first": self._first_line[row.key]}
        self.rejected.add(row.line, "registers.key_repeated", params, cells)

    def _keep(self, row: RegisterRow) -> None:
        self._first_line[row.key] = row.line
        self._rows.append(row)
        if len(self._rows) >= CHUNK:
            self._flush()

    def _flush(self) -> None:
        if self._rows:
            to_frame(self._rows).write_parquet(self._folder / "incoming" / f"{self._parts:06d}.parquet")
            self._parts, self._rows = self._parts + 1, []


def _compare(folder: Path, current: Snapshot | None, *, complete: bool) -> dict[str, int]:
    """Writes for each key what would become of it, and counts them.

    A row that is missing only because the line that names its key was rejected is not gone: it stays the same.
    """
    after = _digests(scan_incoming(folder), "incoming")
    before = _digests(current.frame() if current else pl.LazyFrame(schema=SCHEMA), "current")
    joined = after.join(before, on="key", how="full", coalesce=True).join(
        _named_by_rejected(folder),
        left_on=pl.col("key").str.split(":").list.last(),
        right_on="named",
        how="left",
    )
    kind = (
        pl.when(pl.col("current").is_null()).then(pl.lit("new"))
        .when(pl.col("incoming").is_null() & pl.col("is_named").is_null()).then(pl.lit("gone"))
        .when(pl.col("incoming").is_null()).then(pl.lit("same"))
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


def _named_by_rejected(folder: Path) -> pl.LazyFrame:
    """The cells of rejected lines that may be a key (five characters at least), each once."""
    cells = pl.scan_parquet(folder / "rejected.parquet").select(
        named=pl.col("raw").explode().str.strip_chars()
    )
    return cells.filter(pl.col("named").str.len_chars() >= 5).unique().with_columns(is_named=True)


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


def _notes_on_dates(current: Snapshot | None, *, as_of: str, dated: bool) -> Iterator[Reason]:
    before = current.as_of if current else ""
    if not before or not as_of:
        return
    if as_of < before:
        yield Reason("registers.file_older", {"date": as_of, "current": before})
    missing = _weekdays_between(before, as_of) if dated else []
    if missing:
        yield Reason("registers.differences_missing", {"dates": ", ".join(missing[:20])})


def _weekdays_between(first: str, last: str) -> list[str]:
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    days = (begin + timedelta(days=number) for number in range(1, (end - begin).days))
    return [day.isoformat() for day in days if day.weekday() < 5]


def _latest_date(folder: Path) -> str:
    latest = scan_incoming(folder).select(pl.col("updated_on").max()).collect().item()
    return str(latest or "")


def _shared_identifiers(folder: Path) -> int:
    """How many identifiers are carried by more than one organisation."""
    carried = scan_incoming(folder).select("key", "identifiers").explode("identifiers").drop_nulls()
    holders = carried.unnest("identifiers").group_by("scheme", "value").agg(pl.col("key").n_unique())
    return int(holders.filter(pl.col("key") > 1).select(pl.len()).collect().item())
