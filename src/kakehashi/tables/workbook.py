"""Reads one sheet of a workbook as text, row by row; formulas are never computed."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils import get_column_letter

from kakehashi.kernel import WrongInput
from kakehashi.tables.bytes_of import broken_told
from kakehashi.tables.limits import Limits
from kakehashi.tables.records import Record
from kakehashi.tables.row import TableProblem

#: Whole numbers from here on are rounded by the spreadsheet program itself.
_EXACT = 2**53
_ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#GETTING_DATA"})


@dataclass(frozen=True, slots=True)
class Workbook:
    """A sheet that has been looked at. `has_formulas`: formulas without a stored value are looked for."""

    path: Path
    name: str
    sheet: str
    sheets: tuple[str, ...]
    has_formulas: bool
    limits: Limits

    def records(self) -> Iterator[Record]:
        """The non-blank rows. A formula gives the value stored with it; one without a value is a problem."""
        rows = enumerate(self._rows(values=True), start=1)
        if not self.has_formulas:
            yield from (self._record(number, cells) for number, cells in rows if _is_filled(cells))
            return
        formulas = self._rows(values=False)
        for (number, cells), written in zip(rows, formulas, strict=True):
            if _is_filled(written):
                yield self._record(number, cells, written)

    def _rows(self, *, values: bool) -> Iterator[tuple[Any, ...]]:
        try:
            with _opened(self.path, name=self.name, values=values) as book:
                sheet = book[self.sheet]
                sheet.reset_dimensions()
                yield from sheet.iter_rows(values_only=True)
        except WrongInput:
            raise
        except Exception as error:  # openpyxl lets every kind of error out of a damaged file
            raise WrongInput("tables.workbook_broken", file=self.name) from error

    def _record(self, number: int, cells: tuple[Any, ...], written: tuple[Any, ...] = ()) -> Record:
        filled = _without_blank_end(cells if not written else cells[: len(written)])
        if len(filled) > self.limits.columns:
            raise WrongInput("tables.too_many_columns", count=len(filled), limit=self.limits.columns)
        problem = next(_problems(number, cells, written), None)
        return Record(number, tuple(_text(cell) for cell in filled), problem)


def open_workbook(path: Path, *, name: str, sheet: str | None, limits: Limits) -> Workbook:
    """Checks the workbook's size once unpacked, and that it has the sheet. Raises WrongInput."""
    _check_archive(path, name=name, limits=limits)
    with _opened(path, name=name, values=True) as book:
        sheets = tuple(each.title for each in book.worksheets)
        if not sheets:
            raise WrongInput("tables.workbook_broken", file=name)
        chosen = sheets[0] if sheet is None else sheet
        if chosen not in sheets:
            raise WrongInput("tables.no_such_sheet", sheet=chosen, sheets=", ".join(sheets))
        formulas = _has_formulas(path, name=name, member=book[chosen]._worksheet_path)
    return Workbook(path=path, name=name, sheet=chosen, sheets=sheets, has_formulas=formulas, limits=limits)


def _check_archive(path: Path, *, name: str, limits: Limits) -> None:
    with broken_told(name), zipfile.ZipFile(path) as archive:
        entries = archive.infolist()
    packed = sum(entry.compress_size for entry in entries)
    limits.check_unpacked(
        packed=packed, unpacked=sum(entry.file_size for entry in entries), most=limits.workbook_bytes
    )


@contextmanager
def _opened(path: Path, *, name: str, values: bool) -> Iterator[Any]:
    """The workbook, whatever the file is called: openpyxl judges a path by its suffix, but not a file."""
    with path.open("rb") as file:
        try:
            book = openpyxl.load_workbook(file, read_only=True, data_only=values, keep_links=False)
        except Exception as error:  # of every kind, see `_rows`
            raise WrongInput("tables.workbook_broken", file=name) from error
        try:
            yield book
        finally:
            book.close()


def _has_formulas(path: Path, *, name: str, member: str) -> bool:
    tail = b""
    with broken_told(name), zipfile.ZipFile(path) as archive:
        if member.lstrip("/") not in archive.namelist():
            raise WrongInput("tables.workbook_broken", file=name)
        stream = archive.open(member.lstrip("/"))
        while chunk := stream.read(1 << 20):
            if any(mark in tail + chunk for mark in (b"<f>", b"<f ", b":f>", b":f ")):
                return True
            tail = chunk[-2:]
    return False


def _problems(number: int, cells: tuple[Any, ...], written: tuple[Any, ...]) -> Iterator[TableProblem]:
    for position, cell in enumerate(cells):
        column = get_column_letter(position + 1)
        if cell in _ERRORS:
            yield TableProblem(number, column, "tables.cell_error", {"cell": column, "value": cell})
        elif isinstance(cell, int | float) and abs(cell) >= _EXACT:
            yield TableProblem(number, column, "tables.number_rounded", {"cell": column})
        elif cell is None and position < len(written) and written[position] is not None:
            yield TableProblem(number, column, "tables.formula_without_value", {"cell": column})


def _is_filled(cells: tuple[Any, ...]) -> bool:
    return any(cell is not None and cell != "" for cell in cells)


def _without_blank_end(cells: tuple[Any, ...]) -> tuple[Any, ...]:
    end = len(cells)
    while end and (cells[end - 1] is None or cells[end - 1] == ""):
        end -= 1
    return cells[:end]


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < _EXACT:
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ")
    if isinstance(cell, date | time):
        return cell.isoformat()
    return str(cell.total_seconds()) if isinstance(cell, timedelta) else str(cell)
