"""The dry run of a file: which layout it has, which register it feeds, and what it would change there."""

from collections.abc import Mapping
from itertools import islice

from kakehashi.kernel import Json
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
    """Reads the kept file and writes down what importing it would do. WrongInput when it cannot be read."""
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
    """The kept file as a table, read as the import's options say. Raises WrongInput."""
    return open_table(
        importing.path_of(record),
        filename=record.file_name,
        encoding=str(record.options.get("encoding") or "") or None,
        sheet=str(record.options.get("sheet") or "") or None,
    )


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
        "as_of": str(options.get("as_of") or plan.as_of),
    }


def _fields(layout: Layout) -> dict[str, Json]:
    """Column → field, as far as the layout tells."""
    if layout.mapping is not None:
        return {column: field for field, column in layout.mapping.columns.items()}
    known = KNOWN.get(FORMATS[layout.format].register)
    return dict(known.fields) if known else {}
