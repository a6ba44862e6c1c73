"""Small files in the layout of Japan's EDINET code list: CP932, a line with the date, 13 columns."""

HEADER = (
    "ＥＤＩＮＥＴコード,提出者種別,上場区分,連結の有無,資本金,決算日,提出者名,提出者名（英字）,"
    "提出者名（ヨミ）,所在地,提出者業種,証券コード,提出者法人番号"
)
COMPANY = "内国法人・組合"
PERSON = "個人（組合発行者を除く）"


def line(
    code: str,
    name: str,
    *,
    filer: str = COMPANY,
    capital: str = "100",
    number: str = "",
    address: str = "前橋市古市町一丁目５０番地１２",
    english: str = "",
    reading: str = "",
) -> str:
    """One line of the list."""
    cells = [
        code,
        filer,
        "上場",
        "有",
        capital,
        "3月31日",
        name,
        english,
        reading,
        address,
        "機械",
        "",
        number,
    ]
    return ",".join(f'"{cell}"' for cell in cells)


def edinet_file(*lines: str, day: str = "2026年10月05日") -> bytes:
    """A whole list."""
    first = f"ダウンロード実行日,{day}現在,件数,{len(lines)}件"
    return "\r\n".join([first, HEADER, *lines, ""]).encode("cp932")


KANEKO = line("E00004", "カネコ種苗株式会社", number="5070001000715", english="KANEKO SEEDS CO., LTD.")
SAKATA = line("E00006", "株式会社　サカタのタネ", number="6020001008662")
HOKUTO = line("E00008", "ホクト株式会社", number="6100001003151")
SOMEBODY = line("E09999", "架空　太郎", filer=PERSON)
WRONG_NUMBER = line("E00007", "誤番号株式会社", number="1010001185038")
