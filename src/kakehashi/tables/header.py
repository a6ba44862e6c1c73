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

#: Years head the columns of many a table.
_YEAR = re.compile(r"(19|20)\d\d")
_HAS_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Header:
    """`index` of the first record after the header, the columns' names, and the records before the header."""

    index: int
    columns: tuple[str, ...]
    preamble: tuple[str, ...]


def find_header(
    records: Sequence[Sequence[str]], *, present: bool | None, ragged: bool, limits: Limits
) -> Header:
    """Finds the header among the first records.

    The header is the first record as wide as most of the records (in a `ragged` table, which does not store
    blank cells at the end of a row: or wider); what stands before it is the preamble. A record of nothing but
    words just above is the header of a table whose rows all lack or exceed a cell. When `present` is None and
    at least half of the header's filled cells are numbers or dates, the table has none, and its columns are
    called `1`, `2`, …
    """
    width = _usual_width(records)
    if width > limits.columns:
        raise WrongInput("tables.too_many_columns", count=width, limit=limits.columns)
    start = next(
        at for at, cells in enumerate(records) if len(cells) == width or (ragged and len(cells) > width)
    )
    if start and _is_heading(records[start - 1], below=records[start]):
        start -= 1
    preamble = tuple(",".join(cells) for cells in records[:start])
    if present is False or (present is None and _is_data(records[start])):
        return Header(start, tuple(str(number) for number in range(1, len(records[start]) + 1)), preamble)
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


def _is_heading(cells: Sequence[str], *, below: Sequence[str]) -> bool:
    """Whether a record of another width than the row below it can only be meant as that row's header."""
    words = [_plain(cell) for cell in cells]
    if len(words) < max(3, len(below) - 1) or not all(words) or len(set(words)) < len(words):
        return False
    return not any(_HAS_DIGIT.search(word) for word in words) and any(
        _HAS_DIGIT.search(cell) for cell in below
    )


def _is_data(cells: Sequence[str]) -> bool:
    filled = [_plain(cell) for cell in cells if cell.strip()]
    values = [cell for cell in filled if _VALUE.fullmatch(cell) and not _YEAR.fullmatch(cell)]
    return len(values) * 2 >= len(filled)


def _plain(cell: str) -> str:
    return unicodedata.normalize("NFKC", cell).strip()
