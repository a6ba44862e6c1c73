"""Builds `cases/cjk_thai_name_bench.csv`: labelled pairs of organisation names in CJK and Thai.

The schema is that of name_bench. Pairs of one organisation come from our own lists; the pairs of two are
sisters, which share the beginning of their names; special cases are written by hand.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

CASES = Path(__file__).parent / "cases"
COLUMNS = ("case_group", "schema", "name1", "name2", "is_match", "quality", "category", "notes")
SHARED_BEGINNING = 2
SPECIAL = (
    ("株式会社山田商店", "合同会社山田商店", False, "legal form only"),
    ("株式会社山田商店", "有限会社山田商店", False, "legal form only"),
    ("株式会社山田商店", "山田商店(株)", True, "legal form abbreviated"),
    ("株式会社山田商店", "㈱山田商店", True, "legal form abbreviated"),
    ("株式会社小松製作所", "小松(山东)工程机械有限公司", False, "subsidiary"),
    ("丰田汽车公司", "丰田汽车(中国)投资有限公司", False, "subsidiary"),
    ("บริษัท โตโยต้า มอเตอร์ ประเทศไทย จำกัด", "トヨタ自動車株式会社", False, "subsidiary"),
    ("苏州汇川技术有限公司", "苏州汇川技术有限公司上海分公司", False, "branch"),
    ("トヨタ自動車株式会社", "トヨタ自動車株式会社東京支店", False, "branch"),
    ("株式会社第一商店", "株式会社第二商店", False, "ordinal"),
    ("キヤノン株式会社", "キャノン株式会社", True, "kana size"),
    ("東洋紡株式会社", "トウヨウボウ", True, "kana reading"),
    ("ダイトウボウ株式会社", "ダイトーボー", True, "long vowels"),
    ("株式会社髙島屋", "高島屋", True, "variant characters"),
    ("学校法人慶應義塾", "庆应义塾", True, "variant characters"),
    ("株式会社斎藤製作所", "斉藤製作所", False, "different characters"),
    ("渡邉工業株式会社", "渡辺工業(株)", True, "variant characters"),
    ("ＴＯＹＯ　ＴＩＲＥ株式会社", "Toyo Tire Corporation", True, "width"),
    ("株式会社\u200bニコン", "ニコン", True, "invisible characters"),
    ("比亚迪股份有限公司", "比亞迪股份有限公司", True, "traditional characters"),
    ("中国石油天然气股份有限公司", "中国石油化工股份有限公司", False, "sister"),
    ("ธนาคารกรุงเทพ จำกัด (มหาชน)", "ธนาคารกรุงไทย จำกัด (มหาชน)", False, "sister"),
    ("บริษัท โตโยต้า มอเตอร์ ประเทศไทย จำกัด", "บ.โตโยตามอเตอร์ประเทศไทย จก.", True, "marks and abbreviations"),
    ("บมจ.ปตท.", "บริษัท ปตท. จำกัด (มหาชน)", True, "legal form abbreviated"),
    ("삼성전자 주식회사", "(주)삼성전자", True, "legal form abbreviated"),
)  # fmt: skip


def rows(name: str) -> list[dict[str, str]]:
    """One of our own lists."""
    with (CASES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def labelled() -> Iterator[tuple[str, ...]]:
    """Every case."""
    for left, right, same, category in SPECIAL:
        yield case("special", left, right, same, category)
    japanese, thai = rows("japanese_companies_in_chinese.csv"), rows("thai_companies.csv")
    for other, column in (("zh-ja", "name_ja"), ("zh-en", "name_en")):
        yield from pairs(other, japanese, "name_zh", column, "name_ja")
    yield from pairs("ja-en", japanese, "name_ja", "name_en", "name_ja")
    yield from pairs("kana-en", japanese, "kana", "name_en", "name_ja")
    yield from pairs("th-en", thai, "name_th", "name_en", "name_en")


def pairs(
    group: str, listed: list[dict[str, str]], left: str, right: str, key: str
) -> Iterator[tuple[str, ...]]:
    """Each organisation with itself and with its sister."""
    for row in listed:
        if not row[left] or not row[right]:
            continue
        yield case(group, row[left], row[right], True, "")
        other = sister(row, listed, key)
        if other is not None and other[right]:
            yield case(group, row[left], other[right], False, "sister")


def sister(row: dict[str, str], listed: list[dict[str, str]], key: str) -> dict[str, str] | None:
    """The next organisation of the list that shares the beginning of the name."""
    at = listed.index(row)
    beginning = row[key].removeprefix("株式会社").strip()[:SHARED_BEGINNING]
    for other in listed[at + 1 :] + listed[:at]:
        if other[key].removeprefix("株式会社").strip().startswith(beginning):
            return other
    return None


def case(group: str, left: str, right: str, same: bool, category: str) -> tuple[str, ...]:
    """One row."""
    return (group, "Company", left, right, str(same).lower(), "MEDIUM", category, "")


if __name__ == "__main__":
    with (CASES / "cjk_thai_name_bench.csv").open("w", encoding="utf-8", newline="") as target:
        csv.writer(target, lineterminator="\n").writerows([COLUMNS, *labelled()])
