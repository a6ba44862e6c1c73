"""Small registers for the tests: files in the official layouts, plans and stores."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kakehashi.registers import RegisterRow, Snapshot, Store, plan

WHEN = datetime(2026, 10, 5, tzinfo=UTC)
EDINET_HEAD = (
    "ダウンロード実行日,2026年10月05日現在,件数,{count}件\r\n"
    "ＥＤＩＮＥＴコード,提出者種別,上場区分,連結の有無,資本金,決算日,提出者名,"
    "提出者名（英字）,提出者名（ヨミ）,所在地,提出者業種,証券コード,提出者法人番号\r\n"
)
TOYOTA = (
    "E02144", "内国法人・組合", "上場", "有", "635401", "3月31日", "トヨタ自動車株式会社",
    "TOYOTA MOTOR CORPORATION",
    "トヨタジドウシャカブシキカイシャ", "豊田市トヨタ町１番地", "輸送用機器", "72030", "1180301018771",
)  # fmt: skip
KOMATSU = (
    "E01532", "内国法人・組合", "上場", "有", "70120", "3月31日", "株式会社小松製作所", "KOMATSU LTD.",
    "カブシキガイシャコマツセイサクショ", "港区海岸一丁目２番２０号", "機械", "63010", "1010401010455",
)  # fmt: skip
PERSON = (
    "E36522", "個人（組合発行者を除く）", "", "", "", "", "架空　太郎", "", "カクウ　タロウ", "",
    "個人（組合発行者を除く）", "", "",
)  # fmt: skip


@pytest.fixture
def edinet(tmp_path: Path) -> Callable[..., Path]:
    """Writes a file in the EDINET layout, CP932, and returns where."""

    def write(*lines: tuple[str, ...], name: str = "edinet.csv") -> Path:
        body = "".join(",".join(f'"{cell}"' for cell in line) + "\r\n" for line in lines)
        path = tmp_path / name
        path.write_bytes((EDINET_HEAD.format(count=len(lines)) + body).encode("cp932"))
        return path

    return write


def company(number: int, **fields: object) -> RegisterRow:
    """An invented company."""
    values: dict[str, object] = {
        "key": f"K{number}",
        "name": f"株式会社例{number}",
        "language": "ja",
        "reading": f"レイ{number}",
        "line": number + 1,
    }
    return RegisterRow(**{**values, **fields})  # type: ignore[arg-type]


def imported(store: Store, rows: Iterable[RegisterRow], *, when: datetime = WHEN) -> Snapshot:
    """The rows as a published version of the register `test`."""
    current = store.current("test")
    base = store.open("test", current) if current else None
    version = store.write(
        "test", plan(rows, base, register="test"), created_at=when, source={"file": "x.csv"}
    )
    store.publish("test", version.name, expected=current)
    return store.open("test", version.name)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty store."""
    return Store(tmp_path / "store")
