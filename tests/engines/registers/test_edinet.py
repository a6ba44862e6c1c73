"""The EDINET code list is read as downloaded; persons are left out, wrong lines say why."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kakehashi.kernel import WrongInput, say
from kakehashi.names.sentences import SENTENCES as NAME_SENTENCES
from kakehashi.registers import (
    SENTENCES,
    LeftOut,
    RegisterRow,
    Rejected,
    detect_format,
    plan_table,
    read_rows,
)
from kakehashi.registers.persons import is_natural_person
from kakehashi.tables import SENTENCES as TABLE_SENTENCES
from kakehashi.tables import open_table

from .conftest import EDINET_HEAD, KOMATSU, PERSON, TOYOTA

Write = Callable[..., Path]


def changed(line: tuple[str, ...], **cells: str) -> tuple[str, ...]:
    """The line with cells replaced by their number: `_12="…"`."""
    return tuple(cells.get(f"_{place}", cell) for place, cell in enumerate(line))


def only(path: Path) -> RegisterRow | Rejected | LeftOut:
    (row,) = read_rows(open_table(path), format="edinet")
    return row


def test_a_company_is_read_whole(edinet: Write) -> None:
    """Names, readings, checked identifiers, place, money in yen, and the line as it stood."""
    row = only(edinet(TOYOTA))
    assert isinstance(row, RegisterRow)
    assert (row.key, row.name, row.english) == ("E02144", "トヨタ自動車株式会社", "TOYOTA MOTOR CORPORATION")
    assert row.identifiers == (
        ("jp.edinet", "E02144"),
        ("jp.corporate_number", "1180301018771"),
        ("jp.securities_code", "7203"),
    )
    assert (row.country, row.region, row.municipality) == ("JP", "愛知県", "豊田市")
    assert (row.capital, row.currency, row.industry_scheme, row.industry) == (
        635_401_000_000,
        "JPY",
        "tse33",
        "3700",
    )
    assert (row.listed, row.consolidated, row.fiscal_year_end, row.kind) == (True, True, "03-31", "company")
    assert (row.line, row.updated_on) == (3, "2026-10-05")
    assert '"提出者名": "トヨタ自動車株式会社"' in row.original


def test_the_layout_is_recognised_in_every_wrapping(edinet: Write, tmp_path: Path) -> None:
    """CP932, UTF-8, and the archive in which the agency ships it."""
    path = edinet(TOYOTA, KOMATSU)
    utf8 = tmp_path / "utf8.csv"
    utf8.write_text(path.read_bytes().decode("cp932"), encoding="utf-8")
    packed = tmp_path / "Edinetcode_20261005.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(path, "EdinetcodeDlInfo.csv")
    read = [list(read_rows(open_table(each), format="edinet")) for each in (path, utf8, packed)]
    assert {detect_format(open_table(each)) for each in (path, utf8, packed)} == {"edinet"}
    assert read[0] == read[1] == read[2]


@pytest.mark.parametrize(
    "filer_type",
    [
        "個人（組合発行者を除く）",
        "個人（組合発行者）",
        "個人（非居住者）（組合発行者を除く）",
        "個人(組合発行者を除く)",
        "個人",
        "非居住者（個人）",
        "自然人",
        "个人",
        "Natural person",
        "individual",
        "บุคคลธรรมดา",
    ],
)
def test_natural_persons_are_recognised(filer_type: str) -> None:
    """In the list's own words, in words that it may use next year, and in other registers' words."""
    assert is_natural_person(filer_type=filer_type)


@pytest.mark.parametrize(
    "filer_type",
    ["内国法人・組合", "外国法人・組合", "外国政府等", "内国法人・組合（提出義務者以外）", "",
     "有限责任公司",      "個人情報保護法人", "private limited company"],
)  # fmt: skip
def test_organisations_are_not_taken_for_persons(filer_type: str) -> None:
    """Not even by a word that begins like a person's."""
    assert not is_natural_person(filer_type=filer_type)


def test_a_person_is_known_by_the_industry_column_too(edinet: Write) -> None:
    """Where the list repeats what kind of filer it is, should the first column ever say it otherwise."""
    assert isinstance(only(edinet(changed(PERSON, _1="その他"))), LeftOut)


def test_nothing_of_a_person_is_kept(edinet: Write) -> None:
    """Only that line 3 was one."""
    row = only(edinet(PERSON))
    assert row == LeftOut(line=3, code="registers.natural_person", params={"line": 3})


def test_a_wrong_check_digit_rejects_the_row_and_says_so(edinet: Write) -> None:
    """The officer can correct the line and import again; the other rows are imported."""
    row = only(edinet(changed(TOYOTA, _12="1180301018772")))
    assert isinstance(row, Rejected)
    assert (row.line, row.code) == (3, "identifier.wrong_check_digit")
    assert row.raw[6] == "トヨタ自動車株式会社"
    sentences = {**NAME_SENTENCES, **TABLE_SENTENCES, **SENTENCES}
    assert "1180301018772" in say(row.code, row.params, sentences=sentences)


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"_0": "X123"}, "identifier.wrong_format"),
        ({"_0": ""}, "identifier.empty"),
        ({"_6": "　"}, "registers.name_missing"),
        ({"_4": "many"}, "registers.capital_not_a_number"),
        ({"_5": "13月1日"}, "registers.year_end_not_a_date"),
        ({"_5": "2月30日"}, "registers.year_end_not_a_date"),
        ({"_11": "7"}, "identifier.wrong_format"),
        ({"_12": "118030101877"}, "identifier.wrong_format"),
    ],
)
def test_cells_that_cannot_be_right_reject_the_row(edinet: Write, cells: dict[str, str], code: str) -> None:
    """Each with its own reason."""
    row = only(edinet(changed(TOYOTA, **cells)))
    assert isinstance(row, Rejected)
    assert row.code == code


def test_columns_shifted_by_one_import_nothing(edinet: Write) -> None:
    """Every row is rejected, so the file is refused as a whole."""
    shifted = [("", *line[:-1]) for line in (TOYOTA, KOMATSU)]
    with pytest.raises(WrongInput, match="no_rows"):
        plan_table(open_table(edinet(*shifted)), format="edinet", current=None)


def test_missing_columns_are_named(tmp_path: Path) -> None:
    """As the list writes them."""
    path = tmp_path / "x.csv"
    path.write_text("EDINETコード,提出者種別,提出者名\nE02144,内国法人・組合,トヨタ\n", encoding="utf-8")
    with pytest.raises(WrongInput) as error:
        list(read_rows(open_table(path), format="edinet"))
    assert error.value.code == "registers.columns_missing"
    assert "提出者法人番号" in str(error.value.params["columns"])


def test_a_header_alone_imports_nothing(tmp_path: Path) -> None:
    """It would empty the register."""
    path = tmp_path / "x.csv"
    path.write_bytes(EDINET_HEAD.format(count=0).encode("cp932"))
    with pytest.raises(WrongInput, match="no_rows"):
        plan_table(open_table(path), format="edinet", current=None)


def test_a_file_that_was_cut_off_is_remarked_on(edinet: Write) -> None:
    """The list says how many rows it has."""
    path = edinet(TOYOTA, KOMATSU)
    path.write_bytes(path.read_bytes().replace("2件".encode("cp932"), "3件".encode("cp932")))
    notes = plan_table(open_table(path), format="edinet", current=None).notes
    assert [(note.code, dict(note.params)) for note in notes] == [
        ("registers.count_differs", {"stated": 3, "read": 2})
    ]


@pytest.mark.parametrize(
    ("filer_type", "name", "address", "kind", "foreign", "country"),
    [
        (
            "外国法人・組合",
            "コーニングインコーポレイティッド",
            "アメリカ合衆国ニューヨーク州コーニング",
            "company",
            True,
            "US",
        ),
        ("外国政府等", "大韓民国", "大韓民国ソウル特別市", "public_body", True, "KR"),
        ("内国法人・組合", "日本ビルファンド投資法人", "中央区日本橋室町二丁目３番１号", "fund", False, "JP"),
        (
            "内国法人・組合",
            "野村アセットマネジメント株式会社",
            "江東区豊洲二丁目２番１号",
            "company",
            False,
            "JP",
        ),
        ("内国法人・組合", "東京都", "新宿区西新宿二丁目８番１号", "public_body", False, "JP"),
        (
            "内国法人・組合",
            "公益財団法人岩谷直治記念財団",
            "中央区八丁堀二丁目７番１号",
            "other",
            False,
            "JP",
        ),
    ],
)
def test_kinds_and_countries_are_told_apart(
    edinet: Write, filer_type: str, name: str, address: str, kind: str, foreign: bool, country: str
) -> None:
    """Companies, funds and public bodies, at home and abroad."""
    row = only(edinet(changed(TOYOTA, _1=filer_type, _6=name, _9=address)))
    assert isinstance(row, RegisterRow)
    assert (row.kind, row.foreign, row.country) == (kind, foreign, country)


def test_the_real_list_is_read_whole(shared_data: Path) -> None:
    """11,404 rows, 3,250 of them natural persons; nothing is rejected, and the figures are plausible."""
    table = open_table(shared_data / "registers" / "edinet_codelist_20261005.cp932.csv")
    assert detect_format(table) == "edinet"
    plan = plan_table(table, format="edinet", current=None)
    assert dict(plan.counts) == {
        "rejected": 0,
        "left_out": 3250,
        "new": 8154,
        "changed": 0,
        "same": 0,
        "gone": 0,
    }
    assert [(note.code, note.params["count"]) for note in plan.notes] == [("registers.identifier_shared", 7)]
    frame = plan.incoming().collect()
    assert frame["listed"].sum() == 3817
    assert frame["foreign"].sum() == 884
    assert frame.filter(frame["name"].str.contains("個人")).is_empty()
    home = frame.filter(frame["country"] == "JP")
    assert home.filter(home["region"] == "").height < 25
    abroad = frame.filter(frame["foreign"])
    assert abroad.filter(abroad["country"] == "").height < 60
