"""The layouts that can be read, which of them a table has, and the rows that it states."""

from collections.abc import Iterator

from kakehashi.kernel import WrongInput
from kakehashi.registers.edinet import EDINET
from kakehashi.registers.format import Format, Read, read_with
from kakehashi.registers.mapped import CSV
from kakehashi.registers.mapped import make_reader as make_mapped_reader
from kakehashi.registers.mapping import Mapping
from kakehashi.registers.nta import NTA, NTA_DIFF
from kakehashi.tables import Table, fold_column

FORMATS: dict[str, Format] = {each.code: each for each in (EDINET, NTA, NTA_DIFF, CSV)}


def detect_format(table: Table) -> str | None:
    """The code of the layout that the table has, or None when only a mapping can read it."""
    return next((code for code, each in FORMATS.items() if each.recognises(table)), None)


def read_rows(table: Table, *, format: str, mapping: Mapping | None = None) -> Iterator[Read]:  # noqa: A002
    """What each row of the table states, in order.

    Yields RegisterRow, Rejected (with the reason) or LeftOut (a natural person, a former state). Raises
    WrongInput for an unknown format, a table of another layout, or columns that are missing.
    """
    layout = find_format(format)
    if layout is CSV and mapping is not None:
        return read_with(make_mapped_reader(table, mapping), table.rows())
    _check_columns(table, layout)
    return read_with(layout.reader(table), table.rows())


def find_format(code: str) -> Format:
    """The format of that code. Raises WrongInput when there is none."""
    if code not in FORMATS:
        raise WrongInput("registers.format_unknown", format=code, formats=", ".join(FORMATS))
    return FORMATS[code]


def _check_columns(table: Table, layout: Format) -> None:
    present = {fold_column(column) for column in table.columns}
    missing = [column for column in layout.columns if fold_column(column) not in present]
    if missing:
        raise WrongInput("registers.columns_missing", columns=", ".join(missing))
    if (
        not layout.columns
        and layout is not CSV
        and not any(each.recognises(table) for each in FORMATS.values() if each.register == layout.register)
    ):
        raise WrongInput("registers.layout_other", format=layout.code)
