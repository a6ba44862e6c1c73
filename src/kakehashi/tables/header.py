"""Where a table's header is, which lines stand before it, and whether its columns can be told apart."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kakehashi.kernel import WrongInput
from kakehashi.tables.limits import Limits

#: How many records are looked at to find the header.
LOOK_AHEAD = 50
_VALUE = re.compile(r"[-+]?[\d,.]+%?|\d{4}[-/.年]\d{1,2}([-/.月]\d{1,2}日?)?")


@dataclass(frozen=True, slots=True)
class Header:
    """`index` of the first record after the header, the columns' names, and the records before the header."""

    index: int
    columns: tuple[str, ...]
    preamble: tuple[str, ...]


def find_header(records: Sequence[Sequence[str]], *, present: bool | None, limits: Limits) -> Header:
    """Finds the header among the first records.

    The header is the first record as wide as most of the records; what stands before it is the preamble. When
    `present` is None and at least half of that record's filled cells are numbers or dates, the table has no
    header, and its columns are called `1`, `2`, …
    """
    width = _usual_width(records)
    if width > limits.columns:
        raise WrongInput("tables.too_many_columns", count=width, limit=limits.columns)
    start = next(index for index, cells in enumerate(records) if len(cells) == width)
    preamble = tuple(",".join(cells) for cells in records[:start])
    if present is False or (present is None and _is_data(records[start])):
        return Header(start, tuple(str(number) for number in range(1, width + 1)), preamble)
    return Header(start + 1, check_columns(records[start], below=records[start + 1 :]), preamble)


def check_columns(cells: Sequence[str], *, below: Sequence[Sequence[str]] = ()) -> tuple[str, ...]:
    """The columns' names. Raises WrongInput for a repeated name, or for values without a name."""
    names = [cell.strip().lstrip("\ufeff") for cell in cells]
    while (
        names and not names[-1] and not any(len(row) >= len(names) and row[len(names) - 1] for row in below)
    ):
        names.pop()
    if "" in names:
        raise WrongInput("tables.column_without_name", position=names.index("") + 1)
    counts = Counter(fold_column(name) for name in names)
    repeated = list(dict.fromkeys(name for name in names if counts[fold_column(name)] > 1))
    if repeated:
        raise WrongInput("tables.columns_repeated", columns=", ".join(repeated))
    return tuple(names)


def fold_column(name: str) -> str:
    """A column's name without differences of width, case and spacing, to compare it with another."""
    return re.sub(r"[\s_]+", "", unicodedata.normalize("NFKC", name)).casefold()


def _usual_width(records: Sequence[Sequence[str]]) -> int:
    widths = Counter(len(cells) for cells in records)
    most = max(widths.values())
    return max(width for width, count in widths.items() if count == most)


def _is_data(cells: Sequence[str]) -> bool:
    filled = [unicodedata.normalize("NFKC", cell).strip() for cell in cells if cell.strip()]
    return sum(1 for cell in filled if _VALUE.fullmatch(cell)) * 2 >= len(filled)
