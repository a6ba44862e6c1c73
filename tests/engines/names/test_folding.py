"""Folding: two spellings of one name become equal, and nothing breaks it."""

import pytest
from hypothesis import given, settings

from kakehashi.names import fold, tidy
from tests.engines.names.strategies import TEXTS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("トヨタ", "とよた"),
        ("ﾄﾖﾀｼﾞﾄﾞｳｼｬ", "トヨタジドウシヤ"),
        ("トーヨー", "トウヨウ"),
        ("豊田", "丰田"),
        ("豐田", "豊田"),
        ("渡邉", "渡辺"),
        ("髙島屋", "高岛屋"),
        ("慶應義塾", "庆应义塾"),
        ("小松製作所", "小松制作所"),
        ("佐々木", "佐佐木"),
        ("いすゞ", "イスズ"),
        ("キヤノン", "キャノン"),
        ("ヴァイオリン", "バイオリン"),
        ("ＴＯＹＯＴＡ　ＭＯＴＯＲ", "Toyota Motor"),
        ("Johnson & Johnson", "Johnson and Johnson"),
        ("Société Générale", "SOCIETE GENERALE"),
        ("Tōyō", "toyo"),
        ("น้ำตาล", "นํ้าตาล"),
        ("โตโยต้า", "โตโยตา"),
        ("เเม่", "แม่"),
        ("Ⅲ", "III"),
        ("๑๒", "12"),
        ("ト\u200bヨ\u202eタ", "トヨタ"),
    ],
)
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    """Width, kana, long vowels, character forms, accents, marks and invisible characters do not matter."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("トヨタ", "トヨダ"), ("日立", "日産"), ("Sony", "Sonny"), ("東洋", "東陽")]
)
def test_different_names_stay_apart(one: str, other: str) -> None:
    """What a reader hears or sees as different is not folded together."""
    assert fold(one) != fold(other)


def test_a_name_of_signs_keeps_its_signs() -> None:
    """There is something to compare wherever there was something to see."""
    assert fold("♡") == "♡"
    assert fold("\u200b") == ""


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_folding_twice_is_folding_once(text: str) -> None:
    """The folded form is its own folded form."""
    assert fold(fold(text)) == fold(text)


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_tidying_twice_is_tidying_once(text: str) -> None:
    """The tidy form is its own tidy form, and folds as the original does."""
    assert tidy(tidy(text)) == tidy(text)
    assert fold(tidy(text)) == fold(text)
