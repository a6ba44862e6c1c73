"""Evidence without a source, a period or a value is not evidence."""

from datetime import date

import pytest

from kakehashi.kernel import WrongInput
from kakehashi.places.evidence import Evidence, evidence_from

GOOD = {
    "key": "area",
    "place": "district",
    "topic": "area",
    "measure": {"en": "Area", "ja": "面積"},
    "value": 489,
    "unit": "km2",
    "period": 2020,
    "source_title": "Gazette",
    "source_url": "https://example.org/a",
    "checked_on": date(2026, 11, 23),
}


def test_evidence_is_read_from_a_mapping_in_one_language() -> None:
    """Numbers become numbers, the period text."""
    found = evidence_from(GOOD, language="ja")
    assert (found.value, found.period, found.measure) == (489.0, "2020", "面積")
    assert found.ref().kind == "evidence"
    assert found.ref().label == "Gazette"


@pytest.mark.parametrize(
    "field", ["key", "place", "topic", "measure", "unit", "source_title", "source_url", "checked_on", "value"]
)
def test_a_missing_part_is_named(field: str) -> None:
    """So that whoever enters it knows what to fill in."""
    entry = {name: value for name, value in GOOD.items() if name != field}
    with pytest.raises(WrongInput) as refused:
        evidence_from(entry)
    assert refused.value.code == "evidence_incomplete"
    assert refused.value.params["field"] == field


def test_an_illustrative_value_needs_no_source_and_a_fact_no_number() -> None:
    """But it still needs a unit and a period."""
    bare = {name: value for name, value in GOOD.items() if not name.startswith(("source", "checked"))}
    assert evidence_from({**bare, "illustrative": True}).illustrative
    fact = {name: value for name, value in GOOD.items() if name != "value"} | {"statement": "Approved."}
    assert evidence_from(fact).value is None


@pytest.mark.parametrize("period", ["2019", "2019-07", "2019-07-02", "2018-10/2019-05", "2020/2023"])
def test_periods_are_days_months_years_and_spans(period: str) -> None:
    """ISO 8601."""
    assert evidence_from({**GOOD, "period": period}).period == period


@pytest.mark.parametrize("period", ["last year", "2019/7", "19", "2019-"])
def test_a_period_that_nobody_can_compare_is_refused(period: str) -> None:
    """Words are no period."""
    with pytest.raises(WrongInput, match="evidence_period"):
        evidence_from({**GOOD, "period": period})


def test_a_value_that_is_not_a_number_is_refused() -> None:
    """Infinity is not a figure."""
    with pytest.raises(WrongInput, match="evidence_not_finite"):
        evidence_from({**GOOD, "value": float("inf")})


def test_evidence_goes_stale_after_its_last_day() -> None:
    """On the last day it still holds."""
    found: Evidence = evidence_from({**GOOD, "expires_on": date(2027, 1, 1)})
    assert not found.is_stale(on=date(2027, 1, 1))
    assert found.is_stale(on=date(2027, 1, 2))
    assert not evidence_from(GOOD).is_stale(on=date(2100, 1, 1))
