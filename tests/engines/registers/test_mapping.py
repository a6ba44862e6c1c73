"""Any table is read through a mapping that is suggested, saved and used again."""

from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kakehashi.kernel import WrongInput
from kakehashi.registers import FIELDS, LeftOut, Mapping, RegisterRow, Rejected, read_rows, suggest_mapping
from kakehashi.tables import open_table


def table(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "table.csv"
    path.write_bytes(text.encode(encoding))
    return path


def only(path: Path, mapping: Mapping) -> RegisterRow | Rejected | LeftOut:
    (row,) = read_rows(open_table(path), format="csv", mapping=mapping)
    return row


def test_a_chinese_table_is_read(tmp_path: Path) -> None:
    """Amounts in ten thousands, a checked credit code, a state in words."""
    path = table(
        tmp_path,
        "企业名称,统一社会信用代码,注册资本,注册地址,经营状态,更新日期\n"
        "深圳市腾讯计算机系统有限公司,9144030071526726XG,6500万元,深圳市南山区,存续,2026/3/1\n" * 1,
        "gb18030",
    )
    columns = suggest_mapping(open_table(path).columns)
    assert columns == {
        "name": "企业名称",
        "address": "注册地址",
        "capital": "注册资本",
        "status": "经营状态",
        "updated_on": "更新日期",
        "identifier:cn.uscc": "统一社会信用代码",
    }
    row = only(path, Mapping(columns=columns, country="CN", language="zh", currency="CNY"))
    assert isinstance(row, RegisterRow)
    assert (row.key, row.capital, row.currency) == ("cn.uscc:9144030071526726XG", 65_000_000, "CNY")
    assert (row.country, row.status, row.updated_on, row.foreign) == ("CN", "active", "2026-03-01", False)


def test_a_thai_table_is_read(tmp_path: Path) -> None:
    """TIS-620, its own headings, a person among the kinds."""
    path = table(
        tmp_path,
        "ชื่อนิติบุคคล,เลขทะเบียนนิติบุคคล,ที่ตั้ง,ทุนจดทะเบียน,ประเภทนิติบุคคล\n"
        'บริษัท ปตท จำกัด (มหาชน),0107544000108,กรุงเทพมหานคร,"28,562,996,250",บริษัทมหาชนจำกัด\n'
        "นาย สมมติ นามสมมุติ,,กรุงเทพมหานคร,,บุคคลธรรมดา\n",
        "cp874",
    )
    mapping = Mapping(
        columns=suggest_mapping(open_table(path).columns), country="TH", language="th", currency="THB"
    )
    row, person = read_rows(open_table(path), format="csv", mapping=mapping)
    assert isinstance(row, RegisterRow)
    assert (row.key, row.capital) == ("th.juristic:0107544000108", 28_562_996_250)
    assert isinstance(person, LeftOut)


def test_a_japanese_workbook_is_read(tmp_path: Path) -> None:
    """Industry by name, millions of yen by the unit, prefecture supplied."""
    book = openpyxl.Workbook()
    book.active.append(["会社名", "法人番号", "所在地", "業種", "資本金", "上場"])
    book.active.append(["トヨタ自動車株式会社", 1180301018771, "豊田市トヨタ町", "輸送用機器", 635401, "有"])
    book.save(tmp_path / "a.xlsx")
    columns = suggest_mapping(open_table(tmp_path / "a.xlsx").columns)
    mapping = Mapping(
        columns=columns,
        country="JP",
        language="ja",
        industry_scheme="tse33",
        capital_unit=10**6,
        currency="JPY",
    )
    row = only(tmp_path / "a.xlsx", mapping)
    assert isinstance(row, RegisterRow)
    assert (row.industry, row.capital, row.listed, row.region) == ("3700", 635_401_000_000, True, "愛知県")


@pytest.mark.parametrize(
    ("text", "amount"),
    [("1,000", 1000), ("５億円", 500_000_000), ("3.5百万", 3_500_000), ("1000万人民币", 10_000_000),
     ("", None),
     ("-", None), ("12345678901234567", 12345678901234567)],
)  # fmt: skip
def test_amounts_are_understood(tmp_path: Path, text: str, amount: int | None) -> None:
    """In the ways in which East Asia writes them, exactly."""
    path = table(tmp_path, f'name,capital\nA,"{text}"\n')
    row = only(path, Mapping(columns={"name": "name", "capital": "capital"}, currency="JPY"))
    assert isinstance(row, RegisterRow)
    assert (row.capital, row.currency) == (amount, "JPY" if amount is not None else "")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (",x,", "registers.name_missing"),
        ("A,twelve,", "registers.capital_not_a_number"),
        ("A,,yesterday", "registers.not_a_date"),
        ("A,,2026-13-01", "registers.not_a_date"),
    ],
)
def test_cells_that_cannot_be_read_reject_the_row(tmp_path: Path, line: str, code: str) -> None:
    """With the reason."""
    path = table(tmp_path, f"name,capital,updated\n{line}\n")
    mapping = Mapping(columns={"name": "name", "capital": "capital", "updated_on": "updated"})
    row = only(path, mapping)
    assert isinstance(row, Rejected)
    assert row.code == code


def test_rows_without_a_key_are_told_apart_by_the_key_fields(tmp_path: Path) -> None:
    """The same name at another address is another organisation; the same line again is the same."""
    path = table(tmp_path, "name,address\nA,x\nA,y\nＡ,x\n")
    mapping = Mapping(columns={"name": "name", "address": "address"})
    keys = [
        row.key
        for row in read_rows(open_table(path), format="csv", mapping=mapping)
        if isinstance(row, RegisterRow)
    ]
    assert keys[0] == keys[2] != keys[1]


def test_a_country_column_wins_over_the_table(tmp_path: Path) -> None:
    """By code or by name."""
    path = table(tmp_path, "name,country\nA,sg\nB,大韓民国\nC,\n")
    mapping = Mapping(columns={"name": "name", "country": "country"}, country="JP")
    rows = [
        row
        for row in read_rows(open_table(path), format="csv", mapping=mapping)
        if isinstance(row, RegisterRow)
    ]
    assert [(row.country, row.foreign) for row in rows] == [("SG", True), ("KR", True), ("JP", False)]


def test_a_mapping_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    """A column that is not there, a field that is not known, no name, no mapping at all."""
    path = table(tmp_path, "name\nA\n")
    with pytest.raises(WrongInput, match=r"columns_missing\(columns='city'\)"):
        only(path, Mapping(columns={"name": "name", "municipality": "city"}))
    with pytest.raises(WrongInput, match="field_unknown"):
        Mapping(columns={"name": "name", "colour": "x"})
    with pytest.raises(WrongInput, match="name_not_mapped"):
        Mapping(columns={"key": "name"})
    with pytest.raises(WrongInput, match="mapping_needed"):
        list(read_rows(open_table(path), format="csv"))
    with pytest.raises(WrongInput, match="format_unknown"):
        list(read_rows(open_table(path), format="dbf"))


@given(st.sets(st.sampled_from(FIELDS)), st.text(max_size=3), st.integers(1, 10**6), st.booleans())
def test_a_mapping_is_saved_and_read_again(fields: set[str], country: str, unit: int, complete: bool) -> None:
    """Whatever is in it."""
    columns = {"name": "name"} | {field: f"列{field}" for field in fields}
    mapping = Mapping(columns=columns, country=country, capital_unit=unit, complete=complete)
    assert Mapping.from_json(mapping.to_json()) == mapping


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"columns": 5}', '{"columns": {"name": "x"}, "unknown": 1}']
)
def test_what_is_no_mapping_is_refused(text: str) -> None:
    """In a sentence."""
    with pytest.raises(WrongInput, match=r"mapping_broken|name_not_mapped"):
        Mapping.from_json(text)


def test_the_shared_tables_are_understood(shared_data: Path) -> None:
    """The listed companies of Tokyo and of China, by the columns that they happen to have."""
    folder = shared_data / "registers"
    tokyo = suggest_mapping(open_table(folder / "jpx_listed_20240628.csv").columns)
    assert (tokyo["name"], tokyo["key"], tokyo["industry"]) == ("銘柄名", "コード", "33業種区分")
    china = suggest_mapping(open_table(folder / "a_share_stock_basic_2026.csv").columns)
    assert (china["name"], china["key"], china["region"]) == ("name", "ts_code", "area")
