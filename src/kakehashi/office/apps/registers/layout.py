"""Decides how a file is to be read and which register it feeds."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from kakehashi.kernel import Json, WrongInput
from kakehashi.office.apps.registers.catalogue import known_register
from kakehashi.office.apps.registers.models import Register
from kakehashi.registers import FORMATS, detect_format
from kakehashi.registers.mapping import Mapping as ColumnMapping
from kakehashi.tables import Table

CSV = "csv"


@dataclass(frozen=True, slots=True)
class Layout:
    """A format, its mapping when it is the generic one, and the code of the register it feeds."""

    format: str
    register: str
    mapping: ColumnMapping | None = None


def recognise(table: Table, *, options: Mapping[str, Json], registers: Iterable[Register]) -> Layout | None:
    """The layout of the table, or None when a person has to say which column holds what.

    In this order: the mapping a person has just made, the declared format (the generic one always asks), a
    known layout, a mapping saved with one of `registers` (only when exactly one fits).
    """
    if options.get("mapping"):
        return Layout(CSV, register=str(options["register"]), mapping=mapping_from(options["mapping"]))
    declared = str(options.get("format") or "")
    if declared and declared not in FORMATS:
        raise WrongInput("registers.layout_unknown", format=declared)
    if declared == CSV:
        return None
    found = declared or detect_format(table)
    if found is not None and found != CSV:
        return Layout(found, register=known_register(found).code)
    return saved_layout(table.columns, registers=registers)


def saved_layout(columns: Sequence[str], *, registers: Iterable[Register]) -> Layout | None:
    """The layout saved with the one of `registers` that needs only these columns; None where several do."""
    fitting = []
    for register in registers:
        mapping = mapping_from(register.mapping) if register.mapping else None
        if mapping and set(mapping.columns.values()) <= set(columns):
            fitting.append(Layout(CSV, register=register.code, mapping=mapping))
    return fitting[0] if len(fitting) == 1 else None


def mapping_from(stored: Json) -> ColumnMapping:
    """The mapping that `mapping_as_json` stored."""
    return ColumnMapping.from_json(json.dumps(stored))


def mapping_as_json(mapping: ColumnMapping) -> dict[str, Json]:
    stored: dict[str, Json] = json.loads(json.dumps(asdict(mapping)))
    return stored
