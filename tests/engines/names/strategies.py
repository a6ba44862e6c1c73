"""Texts that look like names, and texts that look like trouble."""

from hypothesis import strategies as st

PIECES = (
    *("株式会社", "トヨタ", "自動車", "とよた", "豊田", "丰田", "汽车", "有限公司", "(苏州)", "Toyota"),
    *(" Motor ", "Co., Ltd.", "บริษัท", "โตโยต้า", "จำกัด", "(มหาชน)", "ー", "々", "ゞ", "゛", "ｶﾞ", "Ⅱ"),
    *("&", " and ", "ＡＢＣ", "é", "ß", "İ", "주식회사", "\u200b", "\u202e", "\ue000", "\ufeff", "\u3099"),
    *("\ud800", "第2工場", "ホールディングス", "支店", "（", "）", "・", "\n", "ヴ", "ァ", "ッ", " "),
)
NAMES = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)
TEXTS = st.one_of(NAMES, st.text(max_size=40))
