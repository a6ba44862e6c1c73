"""Each criterion on cases small enough to be worked out by hand."""

import math
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kakehashi.kernel import Reason
from kakehashi.places.gaps import Gap
from kakehashi.targeting import Industry, Neighbours, Part, Profile, Relation, Row, Signal
from kakehashi.targeting.criteria.industry_fit import fit
from kakehashi.targeting.criteria.signals import worth as signal_worth
from kakehashi.targeting.criteria.size import capital_share
from kakehashi.targeting.place import SIGNALS
from tests.engines.targeting.examples import (
    AS_OF,
    GEARS,
    GEARS_UNKNOWN,
    MACHINES,
    MOTORS,
    SOURCE,
    company,
    place,
    ranked,
)

DAY = timedelta(days=1)


def part(row: Row, code: str) -> Part:
    """What one criterion gave."""
    return next(each for each in row.parts if each.criterion == code)


def codes(row: Row) -> list[str]:
    """The codes of its reasons."""
    return [reason.code for reason in row.reasons]


def test_filling_a_gap_is_its_urgency_times_the_confidence() -> None:
    """A critical reducer missing between suppliers and customers: urgency 1."""
    row = ranked(GEARS).rows[0]
    assert part(row, "fills_gap").value == pytest.approx(1.0 * row.confidence)


def test_a_class_counts_as_the_mean_urgency_of_what_it_covers() -> None:
    """Machinery: bearing 0.8, reducer 1.0, robot none, at a confidence of 0.3 × 3 / 7."""
    row = ranked(MACHINES).rows[0]
    assert part(row, "fills_gap").value == pytest.approx((0.8 + 1.0 + 0.0) / 3 * 0.3 * 3 / 7)


@pytest.mark.parametrize("kind", ["missing", "weak", "next"])
def test_the_kind_of_gap_is_told(kind: str) -> None:
    """Missing, weak and next links are three different sentences."""
    gap = Gap("reducer", kind, Reason("gap.missing.critical", {"node": "reducer"}, evidence=SOURCE), (), 0.5)  # type: ignore[arg-type]
    reason = ranked(GEARS, place=place(gaps={"robots": (gap,)})).rows[0].reasons[0]
    assert reason.code == f"fills_gap.{kind}"
    assert [ref.kind for ref in reason.evidence] == ["chain_node", "evidence"]


def test_a_node_without_a_gap_gives_nothing_and_says_so() -> None:
    """There are four robot makers here already."""
    row = ranked(company("R", "東海ロボット")).rows[0]
    assert part(row, "fills_gap").points == 0
    assert "fills_gap.none" in codes(row)


def test_industry_fit_is_target_and_the_lower_end_of_the_quotient() -> None:
    """0.6 for the target, 0.4 × 1 / 2 for a quotient whose interval begins at 1."""
    assert part(ranked(GEARS).rows[0], "industry_fit").value == pytest.approx(0.8)
    assert part(ranked(MOTORS).rows[0], "industry_fit").value == pytest.approx(0.6 + 0.4 * 0.25 / 1.25)
    assert "industry_fit.target_strong_interval" in codes(ranked(GEARS).rows[0])
    assert "industry_fit.target_thin_interval" in codes(ranked(MOTORS).rows[0])


@settings(deadline=None)
@given(low=st.floats(0, 50), more=st.floats(0, 50), target=st.booleans())
def test_industry_fit_stays_within_bounds_and_grows_with_the_quotient(
    low: float, more: float, target: bool
) -> None:
    """Between 0 and 1, and never less for a higher quotient."""
    small, large = (fit(Industry("x", {}, target, q, evidence=SOURCE)) for q in (low, low + more))
    assert 0 <= small <= large <= 1


def test_an_unmeasured_industry_is_neutral_and_an_unwanted_one_is_unknown() -> None:
    """A target without a figure stands as an average one."""
    assert fit(Industry("x", {}, True)) == fit(Industry("x", {}, True, 1.0, evidence=SOURCE))
    assert math.isnan(fit(Industry("x", {})))


def test_a_class_outside_the_places_industries_is_zero_and_one_that_cannot_be_compared_is_missing() -> None:
    """Food is compared and found wanting; a company without a class and without an industry of its node is
    not.
    """
    software = ranked(company("I", "自動化", industry="5250")).rows[0]
    assert part(software, "industry_fit").value == 0
    assert "industry_fit.none" in codes(software)
    unknown = ranked(company("I", "自動化", industry="", industry_scheme="")).rows[0]
    assert part(unknown, "industry_fit").value is None
    assert "missing.industry_fit" in codes(unknown)


def test_without_a_class_the_industry_of_its_node_stands_in() -> None:
    """名古屋減速機 is at a node of Machinery."""
    assert part(ranked(GEARS_UNKNOWN).rows[0], "industry_fit").value == pytest.approx(0.8)


def test_capital_is_placed_on_a_logarithmic_scale_and_levels_off() -> None:
    """30 million yen is nothing, 300 million is half way, 3 billion is enough, a trillion is no more."""
    found = [capital_share(amount, "JPY") for amount in (10**6, 30 * 10**6, 300 * 10**6, 3 * 10**9, 10**12)]
    assert found == pytest.approx([0, 0, 0.5, 1, 1])
    assert capital_share(None, "JPY") is capital_share(0, "JPY") is capital_share(10**9, "XAU") is None


def test_size_adds_listing_and_group_over_what_is_known() -> None:
    """Half the capital, listed, a group: 0.3 + 0.2 + 0.2; without capital the other two alone."""
    assert part(ranked(GEARS).rows[0], "size").value == pytest.approx(0.7)
    assert part(ranked(GEARS | {"listed": False}).rows[0], "size").value == pytest.approx(0.5)
    assert part(ranked(GEARS | {"capital": None}).rows[0], "size").value == pytest.approx(1.0)
    assert "size.no_capital" in codes(ranked(GEARS | {"capital": 0}).rows[0])
    nothing = GEARS | {"capital": None, "listed": None, "consolidated": None}
    assert part(ranked(nothing).rows[0], "size").value is None
    assert ranked(nothing).rows[0].missing == ("size",)


def test_near_counts_customers_suppliers_and_compatriots_along_the_chain() -> None:
    """Four Japanese robot makers take reducers; nobody makes bearings; four compatriots in the chain."""
    row = ranked(GEARS).rows[0]
    expected = row.confidence * 0.5 * 4 / (4 + 2) + 0.3 * 4 / (4 + 5)
    assert part(row, "near").value == pytest.approx(expected)
    assert [code for code in codes(row) if code.startswith("near.")] == ["near.customers", "near.compatriots"]
    proofs = [ref.key for reason in row.reasons if reason.code == "near.customers" for ref in reason.evidence]
    assert proofs == ["p-1"]


def test_near_leaves_compatriots_out_where_the_country_is_not_known() -> None:
    """The other two sides are then taken alone."""
    row = ranked(GEARS | {"country": None}).rows[0]
    assert part(row, "near").value == pytest.approx(row.confidence * 0.5 * 4 / 6 / 0.7)


def test_nobody_near_is_said() -> None:
    """Line builders have suppliers here; makers of nothing near have nobody."""
    row = ranked(
        company("I", "自動化", country="DE", industry=""),
        place=place(neighbours=(Neighbours("robots", "motor", 2),)),
    )
    assert "near.nobody" in codes(row.rows[0])


def signal(days: int, *, kind: str = "new_plant", life: int | None = None) -> Signal:
    """A signal dated so many days before the day of the list."""
    dated = AS_OF - days * DAY
    return Signal("G", kind, dated, None if life is None else dated + life * DAY, SOURCE)


def test_a_signal_is_worth_its_kind_when_fresh_and_half_of_it_on_its_last_day() -> None:
    """And nothing before its date or after its last day."""
    assert signal_worth(signal(0, life=100), AS_OF) == pytest.approx(0.9)
    assert signal_worth(signal(50, life=100), AS_OF) == pytest.approx(0.675)
    assert signal_worth(signal(100, life=100), AS_OF) == pytest.approx(0.45)
    assert signal_worth(signal(101, life=100), AS_OF) == 0
    assert signal_worth(signal(-1), AS_OF) == 0
    assert signal_worth(signal(0, life=0), AS_OF) == pytest.approx(0.9)


def test_an_expired_signal_does_not_count_but_is_told_and_one_of_tomorrow_is_not() -> None:
    """A list made as of last year must not know this year's news."""
    row = ranked(GEARS, place=place(signals=(signal(800), signal(-3)))).rows[0]
    assert part(row, "signals").points == 0
    assert [code for code in codes(row) if code.startswith("signals.")] == ["signals.expired"]


def test_a_company_without_a_signal_is_told_so_only_where_signals_are_collected() -> None:
    """No record is not the same as no collection."""
    assert "signals.none" in codes(ranked(MOTORS, place=place(signals=(signal(1),))).rows[0])
    without = ranked(MOTORS)
    assert "signals" in without.unused
    assert not any(code.startswith("signals.") for code in codes(without.rows[0]))


@settings(max_examples=15, deadline=None)
@given(
    ages=st.lists(st.tuples(st.integers(0, 900), st.sampled_from(sorted(SIGNALS))), min_size=1, max_size=5)
)
def test_every_further_signal_adds_and_their_order_does_not_matter(ages: list[tuple[int, str]]) -> None:
    """The value grows with each live signal and stays within 1."""
    signals = tuple(signal(age, kind=kind) for age, kind in ages)
    other = Signal("E", "hiring", AS_OF, None, SOURCE)
    values = [
        part(ranked(GEARS, place=place(signals=(other, *signals[:count]))).by_key["G"], "signals").value
        for count in range(len(signals) + 1)
    ]
    assert values == sorted(v for v in values if v is not None)
    assert 0 <= (values[-1] or 0) <= 1


def test_the_best_relation_counts_halved_every_three_years() -> None:
    """A visit of three years ago is worth half of one today."""
    days = round(3 * 365.25)
    old = Relation("G", "visited", AS_OF - days * DAY, SOURCE)
    row = ranked(GEARS, place=place(relations=(old, Relation("G", "contacted", AS_OF)))).rows[0]
    assert part(row, "relations").value == pytest.approx(0.35, abs=0.001)
    assert "relations.visited" in codes(row)


def test_a_refusal_ends_what_was_before_it_and_is_told() -> None:
    """What came after it counts again."""
    met, refused = Relation("G", "met", date(2026, 1, 1)), Relation("G", "declined", date(2026, 2, 1))
    row = ranked(GEARS, place=place(relations=(met, refused))).rows[0]
    assert part(row, "relations").points == 0
    assert "relations.declined" in codes(row)
    again = Relation("G", "attended", date(2026, 3, 1))
    assert "relations.attended" in codes(ranked(GEARS, place=place(relations=(met, refused, again))).rows[0])


def test_only_criteria_with_a_weight_speak() -> None:
    """A criterion that weighs nothing gives no points and no reasons."""
    row = ranked(GEARS, profile=Profile(weights={"size": 1})).rows[0]
    assert all(code.startswith("size.") for code in codes(row))
    assert row.score == 70.0
