"""The list as a whole: order, exclusions, spread, what-if, fingerprint, and reasons that add up and can be
said.
"""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kakehashi.kernel import WrongInput, say
from kakehashi.targeting import (
    DEFAULT_WEIGHTS,
    SENTENCES,
    Activity,
    Exclusion,
    Profile,
    Ranking,
    Relation,
    Signal,
    assess,
    rank,
    weigh,
)
from tests.engines.targeting.examples import (
    ALL,
    AS_OF,
    BANK,
    GEARS,
    INDUSTRIES,
    MACHINES,
    MOTORS,
    NEAR,
    SOURCE,
    company,
    frame,
    place,
    ranked,
)

KEYS = st.sampled_from([each["key"] for each in ALL])
DAYS = st.integers(-200, 1500).map(lambda days: AS_OF - timedelta(days=days))
SIGNALS = st.builds(
    Signal, KEYS, st.sampled_from(["new_plant", "hiring", "other"]), DAYS, st.none(), st.just(SOURCE)
)
RELATIONS = st.builds(Relation, KEYS, st.sampled_from(["met", "declined", "project"]), DAYS)
ACTIVITIES = st.builds(Activity, KEYS, st.just("robots"), st.sampled_from(["motor", "line"]), st.just(SOURCE))
PLACES = st.builds(
    place,
    signals=st.lists(SIGNALS, max_size=4).map(tuple),
    relations=st.lists(RELATIONS, max_size=4).map(tuple),
    activities=st.lists(ACTIVITIES, max_size=3).map(tuple),
    industries=st.sampled_from([(), INDUSTRIES]),
    neighbours=st.sampled_from([(), NEAR]),
)
FACTS = st.fixed_dictionaries(
    {
        "capital": st.one_of(st.none(), st.integers(0, 10**13)),
        "currency": st.sampled_from(["JPY", "USD", "XAU", None]),
        "listed": st.sampled_from([True, False, None]),
        "consolidated": st.sampled_from([True, False, None]),
        "country": st.sampled_from(["JP", "DE", None]),
    }
)
COMPANIES = st.tuples(*(FACTS.map(lambda facts, each=each: each | facts) for each in ALL))
WEIGHTS = st.dictionaries(st.sampled_from(sorted(DEFAULT_WEIGHTS)), st.floats(0.1, 50), min_size=1)


def keys(ranking: Ranking) -> list[str]:
    """The keys in the order of the list."""
    return [row.key for row in ranking.rows]


@given(companies=COMPANIES, view=PLACES, weights=WEIGHTS)
@settings(max_examples=40, deadline=None)
def test_parts_and_reasons_add_up_and_every_reason_can_be_said(
    companies: tuple[dict[str, Any], ...], view: Any, weights: dict[str, float]
) -> None:
    """Whatever is known and whatever is missing: the parts sum to the score, and so do the reasons."""
    profile = Profile(weights={"size": 1.0, **weights}, unclear=1.0)
    ranking = ranked(*companies, place=view, profile=profile)
    unused = ranking.unused
    for row in ranking.rows:
        assert round(sum(part.points for part in row.parts), 2) == row.score
        assert round(sum(reason.weight for reason in row.reasons), 2) == row.score
        assert 0 <= row.score <= 100
        assert row.missing == tuple(
            part.criterion
            for part in row.parts
            if part.value is None and part.criterion in profile.weights and part.criterion not in unused
        )
        for reason in row.reasons:
            assert "%" not in say(reason.code, reason.params, sentences=SENTENCES)


@given(order=st.permutations(list(ALL)), view=PLACES)
@settings(max_examples=15, deadline=None)
def test_the_order_of_the_input_does_not_matter(order: list[dict[str, Any]], view: Any) -> None:
    """The same rows in any order give the same list and the same fingerprint."""
    first, second = ranked(place=view), ranked(*order, place=view)
    assert first == second
    assert first.fingerprint == second.fingerprint


def test_the_best_come_first_and_equals_in_the_order_of_their_keys() -> None:
    """Two companies that differ in nothing but their key."""
    twins = [GEARS | {"key": key} for key in ("Z", "A", "K")]
    ranking = ranked(MOTORS, *twins, MACHINES)
    assert keys(ranking) == ["A", "K", "Z", "E", "M"]
    assert [row.rank for row in ranking.rows] == [1, 2, 3, 4, 5]
    scores = [row.score for row in ranking.rows]
    assert scores == sorted(scores, reverse=True)


def test_a_maker_of_what_is_missing_stands_above_a_giant_of_a_broad_class() -> None:
    """Fit before size: a list of the largest companies is of no use."""
    giant = MACHINES | {"key": "0", "capital": 10**12}
    small = GEARS | {"capital": 50_000_000, "listed": False, "consolidated": False}
    assert keys(ranked(giant, small)) == ["G", "0"]


def test_banks_and_whoever_else_has_no_link_are_left_out_and_counted() -> None:
    """Not by name: nothing leads from them to a chain."""
    ranking = ranked(
        GEARS,
        BANK,
        company("F", "歯車ファンド", kind="fund"),
        company("C", "旧歯車", status="closed"),
        company("D", "歯車二号"),
        company("H", "歯車三号"),
        exclusions=(
            Exclusion("D", "do_not_contact"),
            Exclusion("D", "already_here"),
            Exclusion("H", "already_here"),
        ),
    )
    assert keys(ranking) == ["G"]
    assert {each.code: each.count for each in ranking.excluded} == {
        "not_a_company": 1,
        "closed": 1,
        "do_not_contact": 1,
        "already_here": 1,
        "no_link": 1,
    }
    assert (ranking.considered, ranking.ranked) == (6, 1)
    assert dict(ranking.assessment.excluded.iter_rows())["D"] == "do_not_contact"


def test_only_wanted_countries_are_listed_and_the_others_counted() -> None:
    """A country that is not known is not a wanted one."""
    german, unknown = MOTORS | {"country": "DE"}, MACHINES | {"country": None}
    ranking = ranked(GEARS, german, unknown, profile=Profile(countries=("JP",), unclear=1.0))
    assert keys(ranking) == ["G"]
    assert [(each.code, each.count) for each in ranking.excluded] == [("other_country", 2)]


def test_a_spread_leaves_room_for_other_nodes_and_counts_whom_it_passed_over() -> None:
    """At most two of four rows for reducers; the list stays shorter rather than break that."""
    gears = [GEARS | {"key": f"G{n}"} for n in range(5)]
    ranking = ranked(*gears, MOTORS, profile=Profile(limit=4, spread={"node": 0.5}))
    assert keys(ranking) == ["G0", "G1", "E"]
    assert ranking.passed_over == {"node:robots/reducer": 3}


@pytest.mark.parametrize(
    ("by", "expected"), [("region", ["A", "C"]), ("industry", ["A", "E"]), ("chain", ["A"])]
)
def test_a_list_can_be_spread_over_regions_industries_and_chains(by: str, expected: list[str]) -> None:
    """One row of each."""
    rows = [GEARS | {"key": "A"}, GEARS | {"key": "B"}, GEARS | {"key": "C", "region": "福井県"}, MOTORS]
    rows[3] = rows[3] | {"region": "愛知県"}
    assert keys(ranked(*rows, profile=Profile(limit=4, spread={by: 0.25}))) == expected


def test_companies_known_by_a_broad_class_only_fill_no_list() -> None:
    """By default three rows in ten; none if the profile says so."""
    machines = [MACHINES | {"key": f"M{n}"} for n in range(8)]
    ranking = ranked(GEARS, *machines, profile=Profile(limit=10))
    assert keys(ranking) == ["G", "M0", "M1", "M2"]
    assert ranking.passed_over == {"unclear": 5}
    assert keys(ranked(GEARS, *machines, profile=Profile(limit=10, unclear=0))) == ["G"]


def test_other_weights_on_the_same_assessment_give_what_a_new_run_gives() -> None:
    """What-if and run are one and the same."""
    profile = Profile(weights={"size": 3, "near": 1}, unclear=1.0)
    assert weigh(ranked().assessment, profile=profile) == ranked(profile=profile)


def test_a_criterion_without_any_data_is_left_out_of_the_whole_list_and_named() -> None:
    """Its weight goes to the others, and no row is punished for it."""
    ranking = ranked(place=place(neighbours=(), industries=()))
    assert ranking.unused == ("industry_fit", "near", "signals", "relations")
    assert all(row.certainty == 1.0 for row in ranking.rows)
    with pytest.raises(WrongInput) as caught:
        ranked(profile=Profile(weights={"signals": 1}))
    assert caught.value.code == "targeting.profile_nothing_to_weigh"


def test_what_is_missing_is_named_and_lowers_the_certainty() -> None:
    """Size weighs 10 of 75 here; half of that share is lost, and the row says that it was not counted."""
    known = ranked(GEARS).rows[0]
    row = ranked(GEARS | {"capital": None, "listed": None, "consolidated": None}).rows[0]
    assert row.missing == ("size",)
    assert row.certainty == pytest.approx(65 / 75)
    assert row.reasons[-1].code == "missing.size"
    rest = [part.value for part in known.parts if part.criterion in ("fills_gap", "industry_fit", "near")]
    mean = sum(v * w for v, w in zip(rest, (40, 10, 15), strict=True) if v is not None) / 65
    assert row.score == pytest.approx(100 * mean * (1 - 0.5 * 10 / 75), abs=0.01)


def test_the_fingerprint_changes_with_everything_that_can_change_the_list() -> None:
    """A cell, a gap, a weight, a day, an exclusion."""
    signal = Signal("G", "hiring", AS_OF, None, SOURCE)
    several = [
        ranked(),
        ranked(*ALL[1:], GEARS | {"capital": 1}),
        ranked(*ALL[1:]),
        ranked(place=place(signals=(signal,))),
        ranked(place=place(signals=(replace(signal, kind="tender"),))),
        ranked(profile=Profile(limit=7)),
        ranked(profile=Profile(weights={"size": 1})),
        ranked(as_of=AS_OF - timedelta(days=1)),
        ranked(exclusions=(Exclusion("G", "confidential"),)),
    ]
    assert len({each.fingerprint for each in several}) == len(several)


def test_the_fingerprint_does_not_change_with_what_cannot() -> None:
    """Columns that no criterion reads, a weight written as 40 or 40.0, lazy or not."""
    extra = frame(*ALL).with_columns(note=pl.lit("x"))
    assert ranked(candidates=extra).fingerprint == ranked(candidates=frame(*ALL).lazy()).fingerprint
    weights = {code: int(weight) for code, weight in DEFAULT_WEIGHTS.items()}
    assert ranked(profile=Profile(weights=weights, unclear=1)).fingerprint == ranked().fingerprint


@pytest.mark.parametrize(
    ("candidates", "code"),
    [
        (frame(GEARS).drop("name"), "targeting.candidates_column"),
        (frame(GEARS).with_columns(capital=pl.lit("much")), "targeting.candidates_column_type"),
        (frame(GEARS).with_columns(listed=pl.lit(1)), "targeting.candidates_column_type"),
        (frame(GEARS, GEARS), "targeting.candidates_repeated_key"),
        (frame(GEARS | {"key": ""}), "targeting.candidates_no_key"),
        (frame(GEARS | {"key": None}), "targeting.candidates_no_key"),
        (
            frame(GEARS).with_columns(capital=pl.lit(2**64 - 1, dtype=pl.UInt64)),
            "targeting.candidates_type",
        ),
    ],
)
def test_candidates_that_cannot_be_read_are_refused(candidates: pl.DataFrame, code: str) -> None:
    """The message says which column and what it should hold."""
    with pytest.raises(WrongInput) as caught:
        ranked(candidates=candidates)
    assert caught.value.code == code
    assert say(code, caught.value.params, sentences=SENTENCES)


def test_no_candidates_is_an_empty_list() -> None:
    """Not an error: the register may have been filtered to nothing."""
    ranking = ranked(candidates=frame())
    assert ranking.rows == ()
    assert ranking.considered == 0


def test_progress_is_told_in_steps_and_may_end_the_work() -> None:
    """Whatever the caller raises comes out, and nothing is left behind."""
    told: list[tuple[str, float]] = []
    ranked(progress=lambda step, share: told.append((step, share)))
    shares = [share for _, share in told]
    assert shares == sorted(shares)
    assert [step for step, _ in told][:2] == ["read", "recognise"]

    class StoppedError(Exception):
        """What a job raises when somebody has cancelled it."""

    def stop(step: str, share: float) -> None:
        if share > 0.5:
            raise StoppedError

    with pytest.raises(StoppedError):
        ranked(progress=stop)


def test_assess_and_weigh_are_rank() -> None:
    """The two halves of the work, for those who want to weigh again and again."""
    inputs: dict[str, Any] = {"candidates": frame(*ALL), "place": place(), "as_of": AS_OF}
    assert weigh(assess(**inputs), profile=Profile()) == rank(**inputs, profile=Profile())


@given(rows=st.integers(1, 40), limit=st.integers(1, 40), share=st.floats(0.05, 1))
@settings(max_examples=20, deadline=None)
def test_the_spread_is_never_broken_and_nobody_better_is_left_out_without_cause(
    rows: int, limit: int, share: float
) -> None:
    """By brute force: walk down the full order and take whom the share admits."""
    companies = [
        (GEARS if n % 3 else MOTORS) | {"key": f"{n:02d}", "capital": 10 ** (7 + n % 4)} for n in range(rows)
    ]
    full = ranked(*companies, profile=Profile(limit=100)).rows
    most, taken, expected = max(1, int(share * limit)), {"robots/reducer": 0, "robots/motor": 0}, []
    for row in full:
        if len(expected) < limit and taken[row.node] < most:
            taken[row.node] += 1
            expected.append(row.key)
    assert keys(ranked(*companies, profile=Profile(limit=limit, spread={"node": share}))) == expected
