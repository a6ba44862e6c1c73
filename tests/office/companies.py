"""A small register and a few organisations for the tests of pages that show companies."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

from kakehashi.office.apps.registers.models import Register
from kakehashi.registers import RegisterRow, Store, plan

TOYOTA = RegisterRow(
    key="E02144",
    name="トヨタ自動車株式会社",
    language="ja",
    reading="トヨタジドウシャカブシキガイシャ",
    english="TOYOTA MOTOR CORPORATION",
    identifiers=(
        ("jp.edinet", "E02144"),
        ("jp.corporate_number", "1180301018771"),
        ("jp.securities_code", "7203"),
    ),
    country="JP",
    region="愛知県",
    municipality="豊田市",
    address="愛知県豊田市トヨタ町１番地",
    industry_scheme="tse33",
    industry="3700",
    capital=635_402_000_000,
    currency="JPY",
    listed=True,
    original=json.dumps(
        {"ＥＤＩＮＥＴコード": "E02144", "提出者名": "トヨタ自動車株式会社", "資本金": "635402"},
        ensure_ascii=False,
    ),
    line=2145,
)
BOSHOKU = RegisterRow(
    key="E00540",
    name="トヨタ紡織株式会社",
    language="ja",
    reading="トヨタボウショクカブシキガイシャ",
    english="TOYOTA BOSHOKU CORPORATION",
    identifiers=(("jp.edinet", "E00540"),),
    country="JP",
    address="愛知県刈谷市豊田町１丁目１番地",
    capital=8_400_000_000,
    currency="JPY",
    listed=True,
    line=541,
)
FANUC = RegisterRow(
    key="E01946",
    name="ファナック株式会社",
    language="ja",
    reading="ファナックカブシキガイシャ",
    english="FANUC CORPORATION",
    identifiers=(("jp.edinet", "E01946"), ("jp.corporate_number", "3090001009132")),
    country="JP",
    address="山梨県南都留郡忍野村忍草字古馬場３５８０番地",
    capital=69_014_000_000,
    currency="JPY",
    listed=True,
    line=1947,
)
ROWS = (TOYOTA, BOSHOKU, FANUC)


def write_register(store: Path, folder: Path, rows: tuple[RegisterRow, ...] = ROWS) -> Register:
    """A register with one version that holds `rows`, as an import leaves it."""
    made = plan(iter(rows), None, register="edinet", folder=folder, format="edinet", complete=True)
    version = Store(store).write(
        "edinet", made, created_at=datetime(2026, 10, 5, 9, tzinfo=UTC), source={"file": "edinet.csv"}
    )
    return Register.objects.create(
        code="edinet",
        name={"en": "EDINET code list", "ja": "EDINETコードリスト"},
        country="JP",
        format="edinet",
        current_version=version.name,
        row_count=len(rows),
        as_of=date(2026, 10, 5),
    )
