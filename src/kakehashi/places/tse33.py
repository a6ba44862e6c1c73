"""The 33 industries of the Tokyo Stock Exchange, which EDINET uses too: their codes under every label in
use.
"""

import unicodedata
from types import MappingProxyType

#: code, Japanese, English, simplified Chinese.
INDUSTRIES: tuple[tuple[str, str, str, str], ...] = (
    ("0050", "水産・農林業", "Fishery, Agriculture & Forestry", "水产与农林业"),
    ("1050", "鉱業", "Mining", "矿业"),
    ("2050", "建設業", "Construction", "建筑业"),
    ("3050", "食料品", "Foods", "食品"),
    ("3100", "繊維製品", "Textiles & Apparels", "纺织品"),
    ("3150", "パルプ・紙", "Pulp & Paper", "纸浆与纸"),
    ("3200", "化学", "Chemicals", "化学"),
    ("3250", "医薬品", "Pharmaceutical", "医药品"),
    ("3300", "石油・石炭製品", "Oil & Coal Products", "石油与煤炭制品"),
    ("3350", "ゴム製品", "Rubber Products", "橡胶制品"),
    ("3400", "ガラス・土石製品", "Glass & Ceramics Products", "玻璃与陶瓷制品"),
    ("3450", "鉄鋼", "Iron & Steel", "钢铁"),
    ("3500", "非鉄金属", "Nonferrous Metals", "有色金属"),
    ("3550", "金属製品", "Metal Products", "金属制品"),
    ("3600", "機械", "Machinery", "机械"),
    ("3650", "電気機器", "Electric Appliances", "电气设备"),
    ("3700", "輸送用機器", "Transportation Equipments", "运输设备"),
    ("3750", "精密機器", "Precision Instruments", "精密仪器"),
    ("3800", "その他製品", "Other Products", "其他制品"),
    ("4050", "電気・ガス業", "Electric Power & Gas", "电力与燃气"),
    ("5050", "陸運業", "Land Transportation", "陆运"),
    ("5100", "海運業", "Marine Transportation", "海运"),
    ("5150", "空運業", "Air Transportation", "空运"),
    ("5200", "倉庫・運輸関連業", "Warehousing & Harbor Transportation Services", "仓储与运输相关"),
    ("5250", "情報・通信業", "Information & Communication", "信息与通信"),
    ("6050", "卸売業", "Wholesale Trade", "批发"),
    ("6100", "小売業", "Retail Trade", "零售"),
    ("7050", "銀行業", "Banks", "银行"),
    ("7100", "証券、商品先物取引業", "Securities & Commodity Futures", "证券与商品期货"),
    ("7150", "保険業", "Insurance", "保险"),
    ("7200", "その他金融業", "Other Financing Business", "其他金融"),
    ("8050", "不動産業", "Real Estate", "房地产"),
    ("9050", "サービス業", "Services", "服务业"),
)


def _folded(label: str) -> str:
    kept = (char for char in unicodedata.normalize("NFKC", label).casefold() if char.isalnum())
    return "".join(kept).removesuffix("業")


_BY_LABEL = MappingProxyType({_folded(label): row[0] for row in INDUSTRIES for label in row} | {"50": "0050"})


def tse33_code(label: str) -> str | None:
    """The four-digit code for a label in Japanese (as EDINET or JPX write it), English or Chinese, or for a
    code; else None.
    """
    return _BY_LABEL.get(_folded(label))
