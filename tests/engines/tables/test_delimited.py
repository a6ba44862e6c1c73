"""Delimited tables are read as they are, and a bad row costs one row."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kakehashi.kernel import WrongInput
from kakehashi.tables import Limits, open_table

CELL = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters='\n",;\t'), max_size=12)


def write(folder: Path, text: str, name: str = "table.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode("utf-8"))
    return path


def refusal(path: Path, **options: object) -> str:
    with pytest.raises(WrongInput) as error:
        list(open_table(path, **options).rows())  # type: ignore[arg-type]
    return error.value.code


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_the_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    """Comma, tab, semicolon and bar are told apart by which makes the rows equally wide."""
    text = f"name{delimiter}city{delimiter}note\nA{delimiter}B{delimiter}c d e\n"
    table = open_table(write(tmp_path, text))
    assert table.delimiter == delimiter
    assert next(table.rows()).values == {"name": "A", "city": "B", "note": "c d e"}


def test_lines_before_the_header_are_the_preamble(tmp_path: Path) -> None:
    """A date line and a title do not make columns."""
    table = open_table(write(tmp_path, "As of,2026年10月05日\nname,city,note\nA,B,C\nD,E,F\n"))
    assert table.columns == ("name", "city", "note")
    assert table.preamble == ("As of,2026年10月05日",)
    assert [row.line for row in table.rows()] == [3, 4]


def test_a_table_without_a_header_has_numbered_columns(tmp_path: Path) -> None:
    """A first line of numbers and dates is data."""
    table = open_table(write(tmp_path, "1,5070001000715,2026-01-27,A\n2,6020001008662,2026-01-27,B\n"))
    assert (table.has_header, table.columns) == (False, ("1", "2", "3", "4"))
    assert len(list(table.rows())) == 2


@pytest.mark.parametrize("row", ["{0},x,2026-01-01", "{0},x,y,2026-01-01,z"])
def test_a_header_of_another_width_than_all_rows_stays_the_header(tmp_path: Path, row: str) -> None:
    """Every row lacks or exceeds a cell: each is told so, and none of them becomes the header."""
    body = "".join(row.format(number) + "\n" for number in range(5))
    table = open_table(write(tmp_path, "code,name,city,date\n" + body))
    assert table.columns == ("code", "name", "city", "date")
    assert [row.problems[0].code for row in table.rows()] == ["tables.row_width"] * 5


def test_years_may_head_columns(tmp_path: Path) -> None:
    """They are no data."""
    assert open_table(write(tmp_path, "country,2024,2025,2026\nJP,1,2,3\n")).columns[1:] == (
        "2024",
        "2025",
        "2026",
    )


def test_embedded_quotes_and_line_ends_are_read(tmp_path: Path) -> None:
    """The line of a row is the line on which it starts."""
    rows = list(open_table(write(tmp_path, 'name,note\n"A ""x""","one\ntwo"\nB,c\n')).rows())
    assert [(row.line, row.values) for row in rows] == [
        (2, {"name": 'A "x"', "note": "one\ntwo"}),
        (4, {"name": "B", "note": "c"}),
    ]


@pytest.mark.parametrize("broken", ['"unclosed,x', '"closed"again,x'])
def test_a_broken_quote_costs_one_line(tmp_path: Path, broken: str) -> None:
    """The rows after it are read."""
    text = f"name,note\nA,a\n{broken}\n" + "".join(f"B{number},b\n" for number in range(300))
    rows = list(open_table(write(tmp_path, text)).rows())
    assert [row.problems[0].code for row in rows if row.problems] == ["tables.broken_quotes"]
    assert [row.line for row in rows] == list(range(2, 304))


def test_a_shifted_row_is_told_and_the_others_stay(tmp_path: Path) -> None:
    """A missing or an additional separator shows in the number of cells."""
    rows = list(open_table(write(tmp_path, "a,b,c\n1,2,3\n1,2\n1,2,3,4\n1,2,3,,\n")).rows())
    assert [[problem.code for problem in row.problems] for row in rows] == [
        [], ["tables.row_width"], ["tables.row_width"], [],
    ]  # fmt: skip
    assert rows[1].problems[0].params == {"found": 2, "expected": 3}


def test_repeated_columns_are_named(tmp_path: Path) -> None:
    """Width and case do not make two columns different."""
    with pytest.raises(WrongInput) as error:
        open_table(write(tmp_path, "会社名,ＣＯＤＥ,code\nA,1,x\n"))
    assert (error.value.code, error.value.params["columns"]) == ("tables.columns_repeated", "ＣＯＤＥ, code")


def test_a_column_without_a_name_is_told_unless_it_is_empty(tmp_path: Path) -> None:
    """Trailing separators make no column."""
    assert refusal(write(tmp_path, "a,,c\nx,y,z\n")) == "tables.column_without_name"
    assert open_table(write(tmp_path, "a,b,\nx,y,\n")).columns == ("a", "b")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "tables.empty_file"),
        (b"\n\r\n  \n", "tables.no_text"),
        (bytes(range(256)) * 20, "tables.not_a_table"),
        (b"%PDF-1.7\n\x00\x01\x02", "tables.not_a_table"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "tables.old_workbook"),
        (b"a,b\n1,2\n" * 400 + b"3,\x004\n" * 2000, "tables.not_a_table"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, data: bytes, code: str) -> None:
    """Nothing at all, blank lines, binary data, an old workbook."""
    path = tmp_path / "x.csv"
    path.write_bytes(data)
    assert refusal(path) in {code, "tables.nul_in_line"}


def test_a_header_alone_is_a_table_without_rows(tmp_path: Path) -> None:
    """Whether that is any use is for the reader of the register to say."""
    assert list(open_table(write(tmp_path, "name,city\n")).rows()) == []


def test_a_two_gigabyte_file_is_refused_by_its_size(tmp_path: Path) -> None:
    """It is not read: the file has holes and takes no room on the disk."""
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.write(b"name,city\n")
        file.truncate(2 * 1024**3)
    assert refusal(path) == "tables.file_too_big"


def test_a_line_without_end_is_refused(tmp_path: Path) -> None:
    """A line of two million characters is no row."""
    assert refusal(write(tmp_path, "a,b\n" + "x" * 2_000_000)) == "tables.line_too_long"


def test_too_many_columns_are_refused(tmp_path: Path) -> None:
    """A table as wide as that is a mistake."""
    assert refusal(
        write(tmp_path, ",".join(f"c{n}" for n in range(50)) + "\n"), limits=Limits(columns=49)
    ) == ("tables.too_many_columns")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_is_understood(tmp_path: Path, end: str) -> None:
    """Unix, Windows and the old Macintosh."""
    table = open_table(write(tmp_path, end.join(["a,b", "1,x", "2,y"])))
    assert [row.raw for row in table.rows()] == [("1", "x"), ("2", "y")]


@given(st.lists(st.tuples(CELL, CELL, CELL), max_size=10), st.sampled_from(["utf-8", "utf-16", "utf-8-sig"]))
@settings(max_examples=120, deadline=None)
def test_what_the_csv_module_writes_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str, str]], encoding: str
) -> None:
    """Round trip of any cells, but for blank rows, which are passed over."""
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows([("name", "city", "note"), *rows])
    path = tmp_path_factory.mktemp("round") / "t.csv"
    path.write_bytes(text.getvalue().encode(encoding))
    read = list(open_table(path, header=True).rows())
    assert [row.raw for row in read] == [row for row in rows if any(cell.strip() for cell in row)]
    assert not any(row.problems for row in read)
