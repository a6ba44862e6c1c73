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
        self._rows: list[RegisterRow] = []
        self._rejected: list[dict[str, Any]] = []
        self._left_out: list[dict[str, Any]] = []
        self._parts = 0
        self.reasons: Counter[str] = Counter()

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
        if len(self._rows) >= CHUNK:
            self._flush()

    def _flush(self) -> None:
        if self._rows:
            to_frame(self._rows).write_parquet(self._folder / "incoming" / f"{self._parts:06d}.parquet")
            self._parts, self._rows = self._parts + 1, []


def _compare(folder: Path, current: Snapshot | None, *, complete: bool) -> dict[str, int]:
    """Writes for each key what would become of it, and counts them."""
    after = _digests(scan_incoming(folder), "incoming")
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


def _as_remark(line: int, code: str, params: Mapping[str, Json], raw: tuple[str, ...]) -> dict[str, Any]:
    return {
        "line": line,
        "code": code,
        "params": json.dumps(dict(params), ensure_ascii=False),
        "raw": list(raw),
    }
