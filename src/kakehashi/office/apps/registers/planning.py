"""The dry run of a file: which layout it has, which register it feeds, and what it would change there."""

from collections.abc import Mapping
from itertools import islice

import polars as pl

from kakehashi.kernel import Json, WrongInput
from kakehashi.office.apps.registers.catalogue import KNOWN
from kakehashi.office.apps.registers.layout import Layout, recognise
from kakehashi.office.apps.registers.models import Register
from kakehashi.office.apps.registers.queries import snapshot_of
from kakehashi.office.core import importing
from kakehashi.office.core.models import Import
from kakehashi.registers import FORMATS, Plan, Progress, plan_table
from kakehashi.tables import Table, open_table

#: How many sample rows the mapping form shows.
SAMPLES = 3


def plan_import(record: Import, *, progress: Progress) -> None:
    """Reads the kept file and writes down what importing it would do. Raises WrongInput when it cannot be read."""
    table = read_table(record)
    registers = Register.objects.exclude(mapping={})
    layout = recognise(table, options=record.options, registers=registers)
    findings = _about_table(table)
    if layout is None:
        samples: list[Json] = [list(row.raw) for row in islice(table.rows(), SAMPLES)]
        importing.planned(record=record, findings={**findings, "samples": samples}, known_layout=False)
        return
    register = Register.objects.filter(code=layout.register).first()
    plan = plan_table(
        table,
        format=layout.format,
        mapping=layout.mapping,
        current=snapshot_of(register) if register else None,
        folder=importing.new_plan_folder(record),
        progress=progress,
    )
    importing.planned(
        record=record, findings={**findings, **_about_plan(plan, layout=layout, options=record.options)}
    )


def read_table(record: Import) -> Table:
    """The kept file as a table, read as the import's options say. Raises WrongInput, naming the file as people know it."""
    try:
        return open_table(
            importing.path_of(record),
            filename=record.file_name,
            encoding=str(record.options.get("encoding") or "") or None,
            sheet=str(record.options.get("sheet") or "") or None,
        )
    except WrongInput as problem:
        named = {"file": record.file_name} if "file" in problem.params else {}
        raise WrongInput(problem.code, **{**problem.params, **named}) from problem


def _about_table(table: Table) -> dict[str, Json]:
    return {
        "kind": table.kind,
        "encoding": table.encoding,
        "delimiter": table.delimiter,
        "sheet": table.sheet,
        "sheets": list(table.sheets),
        "columns": list(table.columns),
        "has_header": table.has_header,
        "preamble": list(table.preamble[:5]),
    }


def _about_plan(plan: Plan, *, layout: Layout, options: Mapping[str, Json]) -> dict[str, Json]:
    return {
        "format": layout.format,
        "register": layout.register,
        "fields": _fields(layout),
        "base": plan.base or "",
        "complete": plan.complete,
        "counts": dict(plan.counts),
        "left_out": dict(plan.left_out),
        "notes": [[note.code, dict(note.params)] for note in plan.notes],
        "as_of": str(options.get("as_of") or "") or _stated_date(plan, layout=layout),
    }


def _fields(layout: Layout) -> dict[str, Json]:
    """Column → field, as far as the layout tells."""
    if layout.mapping is not None:
        return {column: field for field, column in layout.mapping.columns.items()}
    known = KNOWN.get(FORMATS[layout.format].register)
    return dict(known.fields) if known else {}


def _stated_date(plan: Plan, *, layout: Layout) -> str:
    """The latest date that a known layout states in its rows (ISO); nothing for another table."""
    if layout.mapping is not None:
        return ""
    latest = plan.incoming().select(pl.col("updated_on").max()).collect().item()
    return str(latest or "")
