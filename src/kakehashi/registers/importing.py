"""The dry run of a whole table in one call: read in its format, compared with the current version."""

from pathlib import Path

from kakehashi.registers.formats import find_format, read_rows
from kakehashi.registers.mapping import Mapping
from kakehashi.registers.nta import COLUMNS as NTA_COLUMNS
from kakehashi.registers.plan import Plan
from kakehashi.registers.planning import plan
from kakehashi.registers.progress import Progress, silent
from kakehashi.registers.snapshot import Snapshot
from kakehashi.tables import Table


def plan_table(
    table: Table,
    *,
    format: str,  # noqa: A002
    current: Snapshot | None,
    folder: Path | None = None,
    mapping: Mapping | None = None,
    progress: Progress = silent,
) -> Plan:
    """Reads `table` and keeps the plan in `folder`. Raises WrongInput when it cannot be read at all."""
    layout = find_format(format)
    stated = layout.stated_count(table)
    return plan(
        read_rows(table, format=format, mapping=mapping),
        current,
        register=mapping.register if mapping and format == "csv" else layout.register,
        folder=folder,
        format=format,
        complete=mapping.complete if mapping and format == "csv" else layout.complete,
        dated=layout.dated,
        columns=table.columns if table.has_header else NTA_COLUMNS[: len(table.columns)],
        stated=stated,
        total=stated or table.estimated_rows(),
        progress=progress,
    )
