"""One organisation as a register states it, and what becomes of the lines that state none."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

import polars as pl

from kakehashi.kernel import Json, WrongInput

KINDS = ("company", "person", "fund", "public_body", "other")
STATUSES = ("", "active", "closed")

#: The columns of every register, in Polars and Parquet.
SCHEMA: dict[str, pl.DataType] = {
    "key": pl.String(),
    "name": pl.String(),
    "language": pl.String(),
    "reading": pl.String(),
    "english": pl.String(),
    "other_names": pl.List(pl.String()),
    "identifiers": pl.List(pl.Struct({"scheme": pl.String(), "value": pl.String()})),
    "country": pl.String(),
    "region": pl.String(),
    "municipality": pl.String(),
    "address": pl.String(),
    "industry_scheme": pl.String(),
    "industry": pl.String(),
    "capital": pl.Int64(),
    "currency": pl.String(),
    "listed": pl.Boolean(),
    "consolidated": pl.Boolean(),
    "fiscal_year_end": pl.String(),
    "kind": pl.String(),
    "foreign": pl.Boolean(),
    "status": pl.String(),
    "original": pl.String(),
    "line": pl.Int64(),
    "updated_on": pl.String(),
}
#: What two versions of a row are compared by; the others say where it stood, not what it says.
COMPARED = tuple(name for name in SCHEMA if name not in {"key", "original", "line", "updated_on"})


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One organisation. An empty text or None means that the register does not say.

    `key` is unique in its register; `identifiers` are (scheme, value) pairs, checked; `country` is ISO 3166-1
    alpha-2; `capital` is in units of `currency`; `fiscal_year_end` is `MM-DD`; `listed` and
    `consolidated` are None when unknown; `original` is the line as received, as JSON by column;
    `updated_on` is an ISO date.
    """

    key: str
    name: str
    language: str = ""
    reading: str = ""
    english: str = ""
    other_names: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    country: str = ""
    region: str = ""
    municipality: str = ""
    address: str = ""
    industry_scheme: str = ""
    industry: str = ""
    capital: int | None = None
    currency: str = ""
    listed: bool | None = None
    consolidated: bool | None = None
    fiscal_year_end: str = ""
    kind: str = "company"
    foreign: bool = False
    status: str = "active"
    original: str = ""
    line: int = 0
    updated_on: str = ""

    def __post_init__(self) -> None:
        if not self.key:
            raise WrongInput("registers.key_missing", line=self.line)
        if not self.name:
            raise WrongInput("registers.name_missing", line=self.line)
        if self.kind not in KINDS:
            raise WrongInput("registers.kind_unknown", line=self.line, kind=self.kind)


@dataclass(frozen=True, slots=True)
class Rejected:
    """A line that could not be used: why, and its cells as they stood."""

    line: int
    code: str
    params: Mapping[str, Json] = field(default_factory=dict)
    raw: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line that is not ours to keep (a natural person): only where it stood and why is kept."""

    line: int
    code: str
    params: Mapping[str, Json] = field(default_factory=dict)


def to_frame(rows: list[RegisterRow]) -> pl.DataFrame:
    """The rows as a frame with exactly the columns of `SCHEMA`."""
    plain = [name for name in SCHEMA if name != "identifiers"]
    frame = pl.DataFrame(
        {name: [getattr(row, name) for row in rows] for name in plain},
        schema={name: SCHEMA[name] for name in plain},
    )
    return frame.with_columns(_identifiers(rows)).select(list(SCHEMA))


def _identifiers(rows: list[RegisterRow]) -> pl.Series:
    """The column of identifiers, made from one flat table: many times faster than from lists of mappings."""
    flat = [(number, scheme, value) for number, row in enumerate(rows) for scheme, value in row.identifiers]
    table = pl.DataFrame(
        flat, schema={"row": pl.UInt32, "scheme": pl.String, "value": pl.String}, orient="row"
    )
    every = pl.DataFrame({"row": pl.arange(len(rows), dtype=pl.UInt32, eager=True)})
    joined = every.join(table, on="row", how="left", maintain_order="left_right")
    stated = pl.struct("scheme", "value").filter(pl.col("scheme").is_not_null()).alias("identifiers")
    return joined.group_by("row", maintain_order=True).agg(stated)["identifiers"]


def from_record(record: Mapping[str, Any]) -> RegisterRow:
    """The row that a frame's record (a `row(named=True)`) stands for."""
    values = {name: record[name] for name in _FIELDS}
    values["other_names"] = tuple(record["other_names"] or ())
    values["identifiers"] = tuple((each["scheme"], each["value"]) for each in record["identifiers"] or ())
    return RegisterRow(**values)


_FIELDS = tuple(each.name for each in fields(RegisterRow))
