"""A name is read in every language that could claim its characters."""

import pytest
from hypothesis import given, settings

from kakehashi.names import Reading, readings
from kakehashi.names.kana import hepburn, kana_romaji, loose_romaji
from kakehashi.names.thai import rtgs
from tests.engines.names.strategies import TEXTS


def test_japanese_names_have_kana_and_romaji() -> None:
    """By the dictionary, without the legal form."""
    assert readings("株式会社東京精密", language="ja")[:2] == (
        Reading("kana", "トウキョウセイミツ"),
        Reading("romaji", "toukyouseimitsu"),
    )


def test_the_reading_of_the_register_is_believed() -> None:
    """A given kana is not questioned, and its legal form is left out."""
    given = readings("豊田通商株式会社", language="ja", reading="トヨタツウショウカブシキガイシャ")
    assert given[0] == Reading("kana", "トヨタツウショウ")


def test_han_of_an_unknown_language_is_read_both_ways() -> None:
    """Japanese and Chinese."""
    kinds = [one.kind for one in readings("小松")]
    assert kinds == ["kana", "romaji", "pinyin", "pinyin_initials"]


def test_chinese_names_have_pinyin_with_the_readings_of_words() -> None:
    """银行 is yin hang and 重庆 is chong qing."""
    found = {one.kind: one.text for one in readings("重庆银行股份有限公司", language="zh")}
    assert found["pinyin"] == "chong qing yin hang"
    assert found["pinyin_initials"] == "cqyh"


@pytest.mark.parametrize(
    ("thai", "latin"),
    [
        ("โคมัตสุ", "khomatsu"),
        ("โตโยต้า", "toyota"),
        ("กสิกรไทย", "kasikrathai"),
        ("น้ำตาล", "namtan"),
        ("ทรู", "thru"),
    ],
)
def test_thai_is_romanised_by_rule(thai: str, latin: str) -> None:
    """Silent letters are silent, tones are left out."""
    assert rtgs(thai) == latin


@pytest.mark.parametrize(
    ("kana", "latin"),
    [("シンブン", "shinbun"), ("ニッポン", "nippon"), ("マッチ", "matchi"), ("ヴァイオリン", "vaiorin")],
)
def test_kana_is_hepburn(kana: str, latin: str) -> None:
    """Doubled consonants as Hepburn doubles them."""
    assert hepburn(kana) == latin


@pytest.mark.parametrize(
    "spellings", [("tōyō", "touyou", "toyo"), ("shimbun", "shinbun"), ("itoh", "ito"), ("nissan", "nisan")]
)
def test_spellings_of_a_reading_meet(spellings: tuple[str, ...]) -> None:
    """Company habits do not matter."""
    assert len({loose_romaji(one.replace("ō", "o")) for one in spellings}) == 1


def test_loose_romaji_is_the_same_from_kana_and_from_hepburn() -> None:
    """Both ways lead to one form."""
    for kana in ("トウヨウ", "シンブン", "ニッポン", "オオツカ", "キョウトジドウシャ", "チヨダ"):
        assert kana_romaji(kana) == loose_romaji(hepburn(kana))


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_any_text_can_be_read(text: str) -> None:
    """Never an error."""
    for one in readings(text):
        assert isinstance(one.text, str)
