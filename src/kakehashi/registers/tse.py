"""The Tokyo Stock Exchange's 33 industries: from the name that a register writes to the exchange's code."""

import re
import unicodedata
from functools import lru_cache

#: Code → name. Source: the exchange's list of listed issues.
INDUSTRIES = {
    "0050": "水産・農林業", "1050": "鉱業", "2050": "建設業", "3050": "食料品",
    "3100": "繊維製品", "3150": "パルプ・紙", "3200": "化学", "3250": "医薬品",
    "3300": "石油・石炭製品", "3350": "ゴム製品", "3400": "ガラス・土石製品", "3450": "鉄鋼",
    "3500": "非鉄金属", "3550": "金属製品", "3600": "機械", "3650": "電気機器",
    "3700": "輸送用機器", "3750": "精密機器", "3800": "その他製品", "4050": "電気・ガス業",
    "5050": "陸運業", "5100": "海運業", "5150": "空運業", "5200": "倉庫・運輸関連業",
    "5250": "情報・通信業", "6050": "卸売業", "6100": "小売業", "7050": "銀行業",
    "7100": "証券、商品先物取引業", "7150": "保険業", "7200": "その他金融業", "8050": "不動産業",
    "9050": "サービス業",
}  # fmt: skip


@lru_cache(maxsize=256)
def industry_code(name: str) -> str:
    """The four-digit code of an industry's name, or an empty text for what is none of the 33."""
    return _CODES.get(_folded(name), "")


def _folded(name: str) -> str:
    return re.sub(r"[・、,\s]|業$", "", unicodedata.normalize("NFKC", name))


_CODES = {_folded(name): code for code, name in INDUSTRIES.items()}
