"""The encoding of a table is recognised; a wrong declaration and a mixture are told, with the line."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kakehashi.kernel import WrongInput
from kakehashi.tables import open_table

JAPANESE = "会社名,所在地\n株式会社小松製作所,東京都港区赤坂\nトヨタ自動車株式会社,豊田市トヨタ町\n" * 5
CHINESE = "企业名称,地址\n苏州汇川技术有限公司,苏州市吴中区\n小松（中国）投资有限公司,上海市浦东新区\n" * 5
THAI = "ชื่อบริษัท,ที่อยู่\nบริษัท โตโยต้า มอเตอร์ ประเทศไทย จำกัด,สมุทรปราการ\nบริษัท ปตท จำกัด (มหาชน),กรุงเทพมหานคร\n" * 5
TEXTS = {"cp932": JAPANESE, "gb18030": CHINESE, "cp874": THAI}


def write(folder: Path, data: bytes, name: str = "table.csv") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("written", "text", "found"),
    [
        ("cp932", JAPANESE, "cp932"),
        ("gb18030", CHINESE, "gb18030"),
        ("cp874", THAI, "cp874"),
        ("utf-8", JAPANESE, "utf-8-sig"),
        ("utf-8-sig", THAI, "utf-8-sig"),
        ("utf-16", CHINESE, "utf-16"),
        ("utf-16-le", "name,city\nToyota,Toyota\n", "utf-16-le"),
        ("utf-16-be", "name,city\nToyota,Toyota\n", "utf-16-be"),
        ("ascii", "name,city\nToyota,Toyota\n", "utf-8-sig"),
    ],
)
def test_an_undeclared_encoding_is_recognised(tmp_path: Path, written: str, text: str, found: str) -> None:
    """What the table was written in is what it is read in, and the cells come out as they went in."""
    table = open_table(write(tmp_path, text.encode(written)))
    assert table.encoding == found
    lines = text.splitlines()
    assert list(table.columns) == lines[0].split(",")
    assert [",".join(row.raw) for row in table.rows()] == lines[1:]


@pytest.mark.parametrize("name", ["Shift_JIS", "cp932", "windows-31j", "SJIS"])
def test_an_encoding_may_be_declared_by_any_of_its_names(tmp_path: Path, name: str) -> None:
    """Offices say Shift_JIS and mean CP932."""
    assert open_table(write(tmp_path, JAPANESE.encode("cp932")), encoding=name).encoding == "cp932"


@pytest.mark.parametrize("declared", ["cp932", "gb18030", "tis-620", "utf-8", "utf-16"])
@pytest.mark.parametrize("written", ["cp932", "gb18030", "cp874", "utf-8"])
def test_a_wrong_declaration_is_refused_with_the_right_one(
    tmp_path: Path, declared: str, written: str
) -> None:
    """A table is never read in an encoding that turns it into nonsense."""
    if declared == written or (declared, written) == ("tis-620", "cp874"):
        return
    path = write(tmp_path, TEXTS.get(written, JAPANESE).encode(written))
    with pytest.raises(WrongInput) as error:
        open_table(path, encoding=declared)
    assert error.value.code == "tables.encoding_declared_wrong"
    assert error.value.params["declared"] == declared


def test_an_encoding_that_is_not_known_is_refused(tmp_path: Path) -> None:
    """EBCDIC is not among the encodings that are read."""
    with pytest.raises(WrongInput, match="encoding_not_supported"):
        open_table(write(tmp_path, b"a,b\n1,2\n"), encoding="cp037")


@pytest.mark.parametrize(
    ("base", "other", "text"),
    [
        ("cp932", "utf-8", "株式会社日立製作所,千代田区丸の内\n"),
        ("utf-8", "cp932", "株式会社日立製作所,千代田区丸の内\n"),
        ("utf-8", "gb18030", "比亚迪股份有限公司,深圳市坪山区\n"),
        ("gb18030", "utf-8", "比亚迪股份有限公司,深圳市坪山区\n"),
        ("cp932", "gb18030", "比亚迪股份有限公司,深圳市坪山区\n"),
        ("gb18030", "cp932", "株式会社ひたちせいさくしょ,トウキョウ\n"),
        ("cp874", "utf-8", "บริษัท ปตท จำกัด,กรุงเทพ\n"),
    ],
)
def test_a_line_in_another_encoding_is_named(tmp_path: Path, base: str, other: str, text: str) -> None:
    """Two files glued together are told apart at the very line."""
    start = TEXTS.get(base, JAPANESE)
    path = write(tmp_path, start.encode(base) + text.encode(other) + start.encode(base))
    with pytest.raises(WrongInput) as error:
        list(open_table(path).rows())
    assert error.value.code in {"tables.encoding_mixed", "tables.encoding_broken"}
    assert error.value.params["line"] == len(start.splitlines()) + 1


def test_half_a_character_at_the_end_is_named(tmp_path: Path) -> None:
    """A download that stopped inside a character is not read as if it were whole."""
    path = write(tmp_path, JAPANESE.encode("utf-8").rstrip(b"\n")[:-1])
    with pytest.raises(WrongInput) as error:
        list(open_table(path).rows())
    assert (error.value.code, error.value.params["line"]) == ("tables.encoding_broken", 15)


def test_broken_utf16_is_named(tmp_path: Path) -> None:
    """An odd number of bytes cannot be UTF-16."""
    path = write(tmp_path, "name,city\nToyota,Toyota\nKomatsu,小松".encode("utf-16") + b"\x00")
    with pytest.raises(WrongInput, match=r"encoding_broken\(.*line=3"):
        list(open_table(path).rows())


def test_latin_letters_of_an_unknown_encoding_are_asked_about(tmp_path: Path) -> None:
    """Western single-byte text is never guessed, but it may be declared."""
    path = write(tmp_path, "name,city\nSociété Générale,Orléans\n".encode("cp1252"))
    with pytest.raises(WrongInput, match="encoding_unknown"):
        open_table(path)
    assert next(open_table(path, encoding="windows-1252").rows()).raw == ("Société Générale", "Orléans")


CHARACTERS = st.characters(codec="cp932", exclude_categories=["C", "Z"], exclude_characters="¢£¬‖−〜")


@given(st.lists(st.text(CHARACTERS, min_size=1), min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_what_cp932_can_write_is_read_back_or_refused(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    """Declared CP932, any characters: the text comes back or the file is refused, never changed."""
    folder = tmp_path_factory.mktemp("cp932")
    head = "名称,住所\n" + "株式会社アイウ,東京都\n" * 20
    body = "".join(f'"{name.replace(chr(34), chr(34) * 2)}",x\n' for name in names)
    path = write(folder, (head + body).encode("cp932"))
    try:
        read = [row.values["名称"] for row in open_table(path, encoding="cp932").rows()]
    except WrongInput:
        read = [*["株式会社アイウ"] * 20, *names]
    assert read[20:] == names
