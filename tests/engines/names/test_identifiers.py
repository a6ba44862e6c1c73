"""Identifiers are read in any spelling and refused when a digit is wrong."""

import csv
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kakehashi.kernel import WrongInput, say
from kakehashi.names.identifiers import SCHEMES, check, guess
from kakehashi.names.sentences import SENTENCES
from tests.engines.names.strategies import TEXTS


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_example_of_each_scheme_is_right(scheme: str) -> None:
    """What a message shows as an example passes."""
    assert check(scheme, SCHEMES[scheme].example).value == SCHEMES[scheme].example


@pytest.mark.parametrize(
    ("scheme", "written", "normal"),
    [
        ("jp.corporate_number", "T７０００-０１２０-５０００２", "7000012050002"),
        ("cn.uscc", "9144 0300 1922 0382 16", "914403001922038216"),
        ("jp.securities_code", "72030", "7203"),
        ("jp.securities_code", "130A", "130A"),
        ("jp.securities_code", "130A0", "130A"),
        ("jp.securities_code", "25935", "25935"),
        ("jp.securities_code", "7203.T", "7203"),
        ("jp.edinet", "ｅ０２１４４", "E02144"),
        ("cn.stock_code", "SH600519", "600519.SH"),
        ("cn.stock_code", "000001.XSHE", "000001.SZ"),
        ("cn.stock_code", "300750", "300750.SZ"),
        ("duns", "15-048-3782", "150483782"),
        ("th.juristic", "0-1075-44000-10-8", "0107544000108"),
        ("isin", "jp3633400001", "JP3633400001"),
    ],
)
def test_spellings_become_one(scheme: str, written: str, normal: str) -> None:
    """Separators, width, case and customary prefixes do not matter."""
    assert check(scheme, written).value == normal


@pytest.mark.parametrize("scheme", ["jp.corporate_number", "cn.uscc", "lei", "th.juristic", "isin"])
def test_one_wrong_digit_is_noticed(scheme: str) -> None:
    """Every other last or first digit is refused, in a sentence."""
    example = SCHEMES[scheme].example
    place = 0 if scheme == "jp.corporate_number" else len(example) - 1
    for digit in "0123456789":
        if digit != example[place]:
            with pytest.raises(WrongInput) as wrong:
                check(scheme, example[:place] + digit + example[place + 1 :])
            assert say(wrong.value.code, wrong.value.params, sentences=SENTENCES)


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(sorted(SCHEMES)), TEXTS)
def test_any_text_is_an_identifier_or_wrong_input(scheme: str, text: str) -> None:
    """Never another error; and a normal spelling is stable."""
    with suppress(WrongInput):
        identifier = check(scheme, text)
        assert check(scheme, identifier.value) == identifier


def test_a_typed_number_is_recognised() -> None:
    """The search box asks which identifiers a text could be."""
    assert [one.scheme for one in guess("7000012050002")] == ["jp.corporate_number"]
    assert guess("トヨタ") == ()


def test_every_corporate_number_of_the_register_is_right(shared_data: Path) -> None:
    """The check digits of a day's changes published by the tax agency."""
    path = shared_data / "registers" / "nta_diff_20260127.cp932.csv"
    with path.open(encoding="cp932", errors="replace", newline="") as file:
        numbers = [row[1] for row in csv.reader(file)]
    assert all(check("jp.corporate_number", number).value == number for number in numbers)
