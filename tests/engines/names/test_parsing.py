"""A name is taken apart without losing anything."""

import pytest
from hypothesis import given, settings

from kakehashi.names import parse
from tests.engines.names.strategies import TEXTS


@pytest.mark.parametrize(
    ("name", "core", "code", "position"),
    [
        ("株式会社小松製作所", "小松製作所", "jp.kk", "prefix"),
        ("トヨタ自動車株式会社", "トヨタ自動車", "jp.kk", "suffix"),
        ("㈱ソニー", "ソニー", "jp.kk", "prefix"),
        ("（有）山田商店", "山田商店", "jp.yk", "prefix"),
        ("学校法人慶應義塾", "慶應義塾", "jp.gakko", "prefix"),
        ("一般社団法人日本自動車工業会", "日本自動車工業会", "jp.ippan_shadan", "prefix"),
        ("カブシキガイシヤ　サカタノタネ", "サカタノタネ", "jp.kk", "prefix"),
        ("トヨタ自動車株式会社東京支店", "トヨタ自動車", "jp.kk", "infix"),
        ("小松(山东)工程机械有限公司", "小松工程机械", "cn.yx", "suffix"),
        ("苏州汇川技术有限公司上海分公司", "苏州汇川技术", "cn.yx", "infix"),
        ("貴州茅台酒股份有限公司", "貴州茅台酒", "cn.gfyx", "suffix"),
        ("海尔集团公司", "海尔", "cn.jt_yx", "suffix"),
        ("บริษัท ปตท. จำกัด (มหาชน)", "ปตท", "th.plc", "suffix"),
        ("หจก.สมชายการช่าง", "สมชายการช่าง", "th.lp", "prefix"),
        ("Toyota Motor (Thailand) Co., Ltd.", "Toyota Motor", "co_ltd", "suffix"),
        ("Robert Bosch GmbH", "Robert Bosch", "gmbh", "suffix"),
        ("Komatsu Kabushiki Kaisha", "Komatsu", "kk", "suffix"),
        ("L'Oréal S.A.", "L'Oréal", "sa", "suffix"),
        ("PT Astra International Tbk", "Astra International", "pt", "suffix"),
        ("Công ty TNHH Toyota Việt Nam", "Toyota Việt Nam", "vn.tnhh", "prefix"),
        ("주식회사 삼성전자", "삼성전자", "kr.jusik", "prefix"),
        ("ООО Газпром", "Газпром", "ooo", "prefix"),
    ],
)
def test_legal_forms_are_found_at_either_end(name: str, core: str, code: str, position: str) -> None:
    """Japanese, Chinese, Thai, Korean, Vietnamese and European forms."""
    parsed = parse(name)
    assert parsed.legal_form is not None
    assert (parsed.core, parsed.legal_form.code, parsed.legal_form.position) == (core, code, position)
    assert parsed.original == name


@pytest.mark.parametrize(
    ("name", "qualifiers"),
    [
        ("小松(山东)工程机械有限公司", [("place", "山东")]),
        ("トヨタ自動車株式会社東京支店", [("branch", "東京支店")]),
        ("東急不動産ホールディングス株式会社", [("group", "ホールディングス")]),
        ("ソニーグループ株式会社", [("group", "グループ")]),
        ("Sony Group Corporation", [("group", "Group")]),
        ("みずほ銀行(東京支店)", [("branch", "東京支店")]),
        ("株式会社山田第2工場", [("ordinal", "第2工場")]),
        ("第一生命株式会社", []),
    ],
)
def test_what_stands_beside_the_core_is_named(name: str, qualifiers: list[tuple[str, str]]) -> None:
    """Places, branches, group words and ordinals are qualifiers."""
    assert [(one.kind, one.text) for one in parse(name).qualifiers] == qualifiers


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("小松制作所", None),
        ("东风汽车", "zh"),
        ("とよた", "ja"),
        ("ปตท", "th"),
        ("삼성", "ko"),
        ("Sony", None),
    ],
)
def test_the_letters_tell_the_language_where_they_can(name: str, language: str | None) -> None:
    """Han characters that both countries write tell nothing."""
    assert parse(name).language == language


def test_a_name_that_is_only_a_legal_form_keeps_it() -> None:
    """There is always a core where there was a name."""
    assert parse("株式会社").core == "株式会社"
    assert parse("Ltd.").core == "Ltd."
    assert parse("").core == ""


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_any_text_can_be_parsed(text: str) -> None:
    """Never an error; the original is untouched; the core is part of the name."""
    parsed = parse(text)
    assert parsed.original == text
    assert len(parsed.core) <= len(parsed.bare)
