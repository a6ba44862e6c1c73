"""Opens any office's table: finds out what it is, refuses what is dangerous, and reads it row by row."""

import csv
import itertools
from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from kakehashi.kernel import WrongInput
from kakehashi.tables.bytes_of import Source, find_source, packing_of
from kakehashi.tables.encodings import choose_encoding
from kakehashi.tables.header import LOOK_AHEAD, Header, find_header
from kakehashi.tables.limits import Limits, megabytes
from kakehashi.tables.lines import decoded_lines
from kakehashi.tables.records import Record, records
from kakehashi.tables.row import TableProblem, TableRow
from kakehashi.tables.workbook import Workbook, open_workbook

DELIMITERS = (",", "\t", ";", "|")


@dataclass(frozen=True, slots=True)
class Table:
    """A table that has been looked at and can be read any number of times, in bounded memory.

    `encoding` is a Python decoder's name (empty for a workbook), `preamble` the records before the header,
    `header_line` the 1-based line of the header (0 when the table has none), `size` the bytes of the
    stored file.
    """

    name: str
    kind: str
    encoding: str
    delimiter: str
    sheet: str
    sheets: tuple[str, ...]
    columns: tuple[str, ...]
    preamble: tuple[str, ...]
    has_header: bool
    size: int
    source: Source | Workbook
    _start: int

    def rows(self) -> Iterator[TableRow]:
        """Every row below the header; one that cannot be used carries its problems."""
        with closing(_records(self.source, encoding=self.encoding, delimiter=self.delimiter)) as found:
            for record in itertools.islice(found, self._start, None):
                yield _row(record, self.columns, padded=self.kind == "xlsx")

    def estimated_rows(self) -> int | None:
        """How many rows there may be, by the line ends of the file; None for a workbook."""
        if isinstance(self.source, Workbook):
            return None
        with self.source.open() as stream:
            ends = sum(chunk.count(b"\n") for chunk in iter(lambda: stream.read(1 << 20), b""))
        return max(ends - self._start, 0)


def open_table(
    path: Path | str,
    *,
    filename: str | None = None,
    encoding: str | None = None,
    sheet: str | None = None,
    header: bool | None = None,
    limits: Limits | None = None,
) -> Table:
    """Looks at the file and returns a `Table`. Raises WrongInput when it is no table or not a safe one.

    `filename` is the name to show (an upload's own), `encoding` what the sender declared, `sheet` the
    sheet of a workbook (the first one otherwise), `header` whether there is a header line (found out when
    None).
    """
    path, limits = Path(path), limits or Limits()
    name = filename or path.name
    size = path.stat().st_size
    if size == 0:
        raise WrongInput("tables.empty_file", file=name)
    if size > limits.file_bytes:
        limit = megabytes(limits.file_bytes)
        raise WrongInput("tables.file_too_big", file=name, size=megabytes(size), limit=limit)
    packing = packing_of(path, name=name)
    if packing == "xls":
        raise WrongInput("tables.old_workbook", file=name)
    if packing == "xlsx":
        return _open_workbook(path, name=name, size=size, sheet=sheet, header=header, limits=limits)
    source = find_source(path, name=name, packing=packing, limits=limits)
    return _open_delimited(source, name=name, size=size, encoding=encoding, header=header)


def _open_delimited(
    source: Source, *, name: str, size: int, encoding: str | None, header: bool | None
) -> Table:
    chosen = choose_encoding(source, declared=encoding)
    delimiter = _find_delimiter(source, encoding=chosen)
    found = _header(source, encoding=chosen, delimiter=delimiter, name=name, present=header)
    return Table(
        name=name, kind="delimited", encoding=chosen, delimiter=delimiter, sheet="", sheets=(),
        columns=found.columns, preamble=found.preamble, has_header=found.index > len(found.preamble),
        size=size, source=source, _start=found.index,
    )  # fmt: skip


def _open_workbook(
    path: Path, *, name: str, size: int, sheet: str | None, header: bool | None, limits: Limits
) -> Table:
    book = open_workbook(path, name=name, sheet=sheet, limits=limits)
    found = _header(book, encoding="", delimiter="", name=name, present=header)
    return Table(
        name=name, kind="xlsx", encoding="", delimiter="", sheet=book.sheet, sheets=book.sheets,
        columns=found.columns, preamble=found.preamble, has_header=found.index > len(found.preamble),
        size=size, source=book, _start=found.index,
    )  # fmt: skip


def _header(
    source: Source | Workbook, *, encoding: str, delimiter: str, name: str, present: bool | None
) -> Header:
    with closing(_records(source, encoding=encoding, delimiter=delimiter)) as found:
        first = [record.cells for record in itertools.islice(found, LOOK_AHEAD)]
    if not first:
        raise WrongInput("tables.no_text", file=name)
    ragged = isinstance(source, Workbook)
    return find_header(first, present=present, ragged=ragged, limits=source.limits)


def _records(source: Source | Workbook, *, encoding: str, delimiter: str) -> Generator[Record, None, None]:
    if isinstance(source, Workbook):
        yield from source.records()
    else:
        with source.open() as stream:
            lines = decoded_lines(stream, encoding=encoding, longest=source.limits.line_bytes)
            yield from records(lines, delimiter=delimiter)


def _find_delimiter(source: Source, *, encoding: str) -> str:
    with source.open() as stream:
        lines = decoded_lines(stream, encoding=encoding, longest=source.limits.line_bytes)
        sample = list(itertools.islice(lines, LOOK_AHEAD))
    return max(DELIMITERS, key=lambda delimiter: _agreement(sample, delimiter))


def _agreement(lines: Iterable[str], delimiter: str) -> tuple[float, int]:
    """How many records share the usual width (more than one column), and that width."""
    try:
        widths = Counter(len(cells) for cells in csv.reader(lines, delimiter=delimiter) if cells)
    except csv.Error:
        return (0.0, 0)
    if not widths:
        return (0.0, 0)
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    return (count / sum(widths.values()), width) if width > 1 else (0.0, width)


def _row(record: Record, columns: tuple[str, ...], *, padded: bool) -> TableRow:
    """A workbook does not store blank cells at the end of a row: `padded` puts them back."""
    cells, problem = record.cells, record.problem
    if padded:
        cells += ("",) * (len(columns) - len(cells))
    while len(cells) > len(columns) and not cells[-1].strip():
        cells = cells[:-1]
    if problem is None and len(cells) != len(columns):
        params = {"found": len(cells), "expected": len(columns)}
        problem = TableProblem(line=record.line, column="", code="tables.row_width", params=params)
    values = dict(zip(columns, cells, strict=False))
    return TableRow(record.line, values, record.cells, (problem,) if problem else ())
