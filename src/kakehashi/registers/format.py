"""What every reader of a register's layout must offer."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kakehashi.registers.row import LeftOut, RegisterRow, Rejected
from kakehashi.tables import Table, TableRow

Read = RegisterRow | Rejected | LeftOut


@dataclass(frozen=True, slots=True)
class Format:
    """A layout as its publisher writes it.

    `complete` says that a file states the whole register, so that what it does not hold is gone; `recognises`
    tells whether a table has the layout; `reader` makes the function that turns one table row into what
    it states; `dated`: files are differences, to be applied in order of date; `stated_count` is the
    number of rows that the file says it has, or None.
    """

    code: str
    register: str
    complete: bool
    recognises: Callable[[Table], bool]
    reader: Callable[[Table], Callable[[TableRow], Read]]
    dated: bool = False
    stated_count: Callable[[Table], int | None] = lambda table: None
    columns: tuple[str, ...] = ()


def reject(row: TableRow, code: str, **params: str | int) -> Rejected:
    """The row as rejected, for the reason `code`."""
    return Rejected(line=row.line, code=code, params={"line": row.line, **params}, raw=row.raw)


def read_with(read: Callable[[TableRow], Read], rows: Iterator[TableRow]) -> Iterator[Read]:
    """What each row states; a row that the table itself could not make out is rejected for that reason."""
    for row in rows:
        if row.problems:
            first = row.problems[0]
            yield Rejected(
                line=row.line, code=first.code, params={"line": row.line, **first.params}, raw=row.raw
            )
        else:
            yield read(row)
