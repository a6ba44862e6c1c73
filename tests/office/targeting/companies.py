"""A register of invented companies whose names and industries lead to the links of the tests' chain."""

from kakehashi.registers import RegisterRow


def _company(number: int, name: str, industry: str, capital: int, **rest: object) -> RegisterRow:
    values: dict[str, object] = {
        "key": f"E{number:05d}",
        "name": name,
        "language": "ja",
        "english": f"Company {number}",
        "reading": "カブシキガイシャ",
        "identifiers": (("jp.edinet", f"E{number:05d}"),),
        "country": "JP",
        "region": "大阪府" if number % 2 else "東京都",
        "municipality": "大阪市" if number % 2 else "港区",
        "address": "大阪府大阪市" if number % 2 else "東京都港区",
        "industry_scheme": "tse33" if industry else "",
        "industry": industry,
        "capital": capital,
        "currency": "JPY",
        "listed": number % 3 == 0,
        "line": number + 1,
    }
    return RegisterRow(**{**values, **rest})  # type: ignore[arg-type]


ROWS = (
    _company(1, "北橋軸受株式会社", "3600", 3_000_000_000),
    _company(2, "南橋軸受株式会社", "3600", 500_000_000),
    _company(3, "東橋ロボット株式会社", "3600", 9_000_000_000),
    _company(4, "西橋電機株式会社", "3650", 1_000_000_000),
    _company(5, "中橋特殊鋼株式会社", "3450", 800_000_000),
    _company(6, "=橋自動化株式会社", "", 0),
    _company(7, "橋本機械株式会社", "3600", 200_000_000),
    _company(8, "橋本銀行株式会社", "7050", 90_000_000_000),
    _company(9, "閉橋軸受株式会社", "3600", 100_000_000, status="closed"),
    _company(10, "橋の基金", "", 0, kind="fund"),
)
