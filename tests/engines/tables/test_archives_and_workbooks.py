"""Archives and workbooks are opened without being trusted."""

import gzip
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from kakehashi.kernel import WrongInput
from kakehashi.tables import Limits, open_table

CSV = "会社名,所在地\n株式会社小松製作所,東京都港区赤坂二丁目\n".encode("cp932")


def zipped(path: Path, **members: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def book(path: Path, *rows: list[object], title: str = "Sheet") -> Path:
    workbook = openpyxl.Workbook()
    workbook.active.title = title
    for row in rows:
        workbook.active.append(row)
    workbook.save(path)
    return path


def refusal(path: Path, **options: object) -> str:
    with pytest.raises(WrongInput) as error:
        list(open_table(path, **options).rows())  # type: ignore[arg-type]
    return error.value.code


def test_the_one_table_of_an_archive_is_read(tmp_path: Path) -> None:
    """As the agencies ship them: a CSV and perhaps a signature or a note."""
    path = zipped(
        tmp_path / "a.zip", **{"EdinetcodeDlInfo.csv": CSV, "readme.pdf": b"%PDF", "__MACOSX/x.csv": b""}
    )
    table = open_table(path)
    assert (table.encoding, next(table.rows()).values["会社名"]) == ("cp932", "株式会社小松製作所")


def test_a_gzip_file_is_read(tmp_path: Path) -> None:
    """By its first bytes, whatever its name is."""
    path = tmp_path / "a.csv"
    path.write_bytes(gzip.compress(CSV))
    assert len(list(open_table(path).rows())) == 1


def test_an_archive_of_none_or_two_tables_is_refused(tmp_path: Path) -> None:
    """It is not guessed which one was meant."""
    assert (
        refusal(zipped(tmp_path / "a.zip", **{"a.csv": CSV, "b.csv": CSV})) == "tables.archive_not_one_table"
    )
    assert refusal(zipped(tmp_path / "b.zip", **{"a.pdf": CSV})) == "tables.archive_not_one_table"


@pytest.mark.parametrize("keep", [0.3, 0.6, 0.95])
def test_a_truncated_archive_is_refused(tmp_path: Path, keep: float) -> None:
    """A download that stopped is called damaged."""
    path = zipped(tmp_path / "a.zip", **{"a.csv": CSV * 500})
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * keep)])
    assert refusal(path) == "tables.archive_broken"


def test_a_truncated_gzip_file_is_refused(tmp_path: Path) -> None:
    """Even though its beginning could be read."""
    path = tmp_path / "a.csv.gz"
    data = gzip.compress(b"name,city\n" + b"".join(b"%d,%d\n" % (n, n * n) for n in range(50_000)))
    path.write_bytes(data[: len(data) // 2])
    assert refusal(path) == "tables.archive_broken"


def test_damaged_contents_of_an_archive_are_refused(tmp_path: Path) -> None:
    """The checksum is looked at."""
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.csv", CSV * 50)
    path.write_bytes(path.read_bytes().replace("小松".encode("cp932"), "日立".encode("cp932"), 1))
    assert refusal(path) == "tables.archive_broken"


def test_archives_that_grow_too_much_are_refused(tmp_path: Path) -> None:
    """Fifty megabytes of nothing in a few kilobytes, zipped or gzipped."""
    nothing = b"a,b\n" + b"0," * (25 * 1024 * 1024)
    assert refusal(zipped(tmp_path / "a.zip", **{"a.csv": nothing})) == "tables.packed_too_tightly"
    path = tmp_path / "b.gz"
    path.write_bytes(gzip.compress(b"a,b\n" + b"0,0\n" * 1_000_000))
    assert refusal(path, limits=Limits(unpacked_bytes=1_000_000)) == "tables.unpacked_too_big"


def test_a_workbook_is_read_as_text(tmp_path: Path) -> None:
    """Whole numbers without a point, dates in ISO form, blanks as nothing."""
    path = book(
        tmp_path / "a.xlsx",
        ["name", "number", "capital", "since", "active", "note"],
        ["小松", 5070001000715, 12.5, date(2026, 3, 31), True, None],
        [],
        ["日立", 5070001000715.0, 3.0, datetime(2026, 3, 31, 12, 30), False, "x"],  # noqa: DTZ001
    )
    assert [(row.line, row.raw) for row in open_table(path).rows()] == [
        (2, ("小松", "5070001000715", "12.5", "2026-03-31", "TRUE")),
        (4, ("日立", "5070001000715", "3", "2026-03-31 12:30:00", "FALSE", "x")),
    ]


def test_blank_cells_at_the_end_of_a_row_are_cells(tmp_path: Path) -> None:
    """A workbook does not store them; the row is not short because of that."""
    path = book(tmp_path / "a.xlsx", ["name", "city", "note"], ["小松", None, None], ["日立", "東京", "x"])
    rows = list(open_table(path).rows())
    assert rows[0].values == {"name": "小松", "city": "", "note": ""}
    assert not rows[0].problems


def test_a_column_that_is_mostly_blank_is_a_column(tmp_path: Path) -> None:
    """A title above, and rows that end early, do not move the header."""
    rows = [[f"会社{number}", "東京"] for number in range(9)]
    path = book(tmp_path / "a.xlsx", ["一覧"], [], ["会社名", "所在地", "備考"], *rows, ["日立", "東京", "x"])
    table = open_table(path)
    assert (table.columns, table.preamble) == (("会社名", "所在地", "備考"), ("一覧",))
    assert [len(row.values) for row in table.rows()] == [3] * 10


def test_formulas_are_never_evaluated(tmp_path: Path) -> None:
    """A formula without a stored value makes its row unusable, and only its row."""
    path = book(tmp_path / "a.xlsx", ["name", "note"], ["小松", "=1+1"], ["日立", "x"])
    rows = list(open_table(path).rows())
    assert [[problem.code for problem in row.problems] for row in rows] == [
        ["tables.formula_without_value"],
        [],
    ]
    assert rows[0].problems[0].column == "B"


def test_the_stored_value_of_a_formula_is_taken(tmp_path: Path) -> None:
    """What the spreadsheet program computed last is data."""
    path = book(tmp_path / "a.xlsx", ["name", "note"], ["小松", "=1+1"])
    inside = {}
    with zipfile.ZipFile(path) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    sheet = inside["xl/worksheets/sheet1.xml"]
    inside["xl/worksheets/sheet1.xml"] = sheet.replace(b"<v></v>", b"<v>2</v>").replace(b"<v />", b"<v>2</v>")
    changed = zipped(tmp_path / "b.xlsx", **inside)
    assert next(open_table(changed).rows()).raw == ("小松", "2")


def test_errors_and_rounded_numbers_in_cells_are_told(tmp_path: Path) -> None:
    """An 18-digit code stored as a number has lost its last digits."""
    path = book(tmp_path / "a.xlsx", ["name", "code"], ["A", 913205006082345678], ["B", "#N/A"], ["C", 7])
    codes = [[problem.code for problem in row.problems] for row in open_table(path).rows()]
    assert codes == [["tables.number_rounded"], ["tables.cell_error"], []]


def test_a_sheet_is_chosen_by_name(tmp_path: Path) -> None:
    """A name that is not there is answered with those that are."""
    path = book(tmp_path / "a.xlsx", ["name", "city"], ["A", "B"], title="一覧")
    assert open_table(path, sheet="一覧").sheets == ("一覧",)
    assert refusal(path, sheet="other") == "tables.no_such_sheet"


def test_a_workbook_bomb_is_refused(tmp_path: Path) -> None:
    """By its ratio, by its size once unpacked, and before anything is unpacked."""
    path = book(tmp_path / "a.xlsx", ["name"], ["A"])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/zero.bin", bytes(60 * 1024 * 1024))
    assert refusal(path) == "tables.packed_too_tightly"
    assert refusal(path, limits=Limits(workbook_bytes=1024)) == "tables.unpacked_too_big"


def test_a_lonely_cell_far_away_takes_no_memory(tmp_path: Path) -> None:
    """A sheet of two cells whose range spans the whole grid is refused for its width, not filled in."""
    workbook = openpyxl.Workbook()
    workbook.active["A1"], workbook.active["XFD200000"] = "name", "x"
    workbook.save(tmp_path / "a.xlsx")
    assert refusal(tmp_path / "a.xlsx") == "tables.too_many_columns"


def test_a_damaged_workbook_is_refused(tmp_path: Path) -> None:
    """A part that is not XML, a part that is missing."""
    path = book(tmp_path / "a.xlsx", ["name"], ["A"])
    with zipfile.ZipFile(path) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    inside["xl/worksheets/sheet1.xml"] = b"<worksheet><sheetData><row"
    assert refusal(zipped(tmp_path / "b.xlsx", **inside)) == "tables.workbook_broken"
    del inside["xl/worksheets/sheet1.xml"]
    assert refusal(zipped(tmp_path / "c.xlsx", **inside)) == "tables.workbook_broken"
