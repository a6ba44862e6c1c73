"""Location quotients equal printed answers, and their intervals are exact."""

import doctest
import math
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kakehashi.kernel import WrongInput
from kakehashi.places.quotients import location_quotient, node_quotients, quotients
from tests.engines.places.examples import chain


def table(*rows: tuple[str, str, float | None]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema={"place": str, "industry": str, "value": pl.Float64}, orient="row")


def upper_tail(at_least: int, trials: int, chance: float) -> float:
    return sum(
        math.comb(trials, hits) * chance**hits * (1 - chance) ** (trials - hits)
        for hits in range(at_least, trials + 1)
    )


def test_the_textbook_quotient_is_met_to_the_printed_digit() -> None:
    """The example printed in the manual of REAT, after Farhauer and Kröll."""
    found = location_quotient(value=1714, place_total=79006, industry_total=879213, total=15593224)
    assert round(found.quotient, 7) == 0.3847623
    assert found.low < found.quotient < found.high < 1


@settings(deadline=None)
@given(trials=st.integers(1, 40), data=st.data())
def test_the_ends_of_the_interval_leave_exactly_the_tails_outside(trials: int, data: st.DataObject) -> None:
    """By direct summation of the binomial distribution: the definition of Clopper and Pearson."""
    hits = data.draw(st.integers(0, trials))
    found = location_quotient(value=hits, place_total=100, industry_total=trials, total=400)
    if hits > 0:
        assert upper_tail(hits, trials, found.low / 4) == pytest.approx(0.025, rel=1e-6)
    else:
        assert found.low == 0
    if hits < trials:
        assert 1 - upper_tail(hits + 1, trials, found.high / 4) == pytest.approx(0.025, rel=1e-6)
    else:
        assert found.high == 4


@pytest.mark.parametrize("trials", [1, 3, 8, 25])
def test_the_interval_covers_the_truth_at_least_as_often_as_it_says(trials: int) -> None:
    """Whatever the true quotient, also for a handful of counts."""
    ends = [
        location_quotient(value=hits, place_total=100, industry_total=trials, total=400)
        for hits in range(trials + 1)
    ]
    for chance in (0.01, 0.1, 0.25, 0.5, 0.9):
        covered = sum(
            math.comb(trials, hits) * chance**hits * (1 - chance) ** (trials - hits)
            for hits, each in enumerate(ends)
            if each.low <= chance * 4 <= each.high
        )
        assert covered >= 0.95


@settings(deadline=None)
@given(st.lists(st.integers(1, 500), min_size=4, max_size=12), st.integers(2, 50))
def test_multiplying_all_counts_changes_the_interval_and_not_the_quotient(
    values: list[int], factor: int
) -> None:
    """A quotient is a ratio of shares; more counts only make it surer."""
    rows = [(f"p{number % 2}", f"i{number // 2}", float(value)) for number, value in enumerate(values)]
    small, large = (
        table(*rows),
        table(*[(place, industry, value * factor) for place, industry, value in rows]),
    )
    once = quotients(small, place="place", industry="industry", value="value")
    often = quotients(large, place="place", industry="industry", value="value")
    assert often["quotient"].to_list() == pytest.approx(once["quotient"].to_list())
    assert (often["high"] - often["low"] <= once["high"] - once["low"] + 1e-9).all()


@settings(deadline=None)
@given(st.lists(st.integers(1, 500), min_size=6, max_size=12))
def test_quotients_weighted_by_the_places_size_average_to_one(values: list[int]) -> None:
    """Within each industry, by definition, when all places together are the reference."""
    rows = table(*[(f"p{n % 3}", f"i{n // 3}", float(value)) for n, value in enumerate(values)])
    found = quotients(rows, place="place", industry="industry", value="value")
    share = rows.group_by("place").agg(share=pl.col("value").sum() / rows["value"].sum())
    weighted = found.join(share, on="place").with_columns(part=pl.col("quotient") * pl.col("share"))
    complete = weighted.filter(pl.len().over("industry") == 3).group_by("industry").agg(pl.col("part").sum())
    assert complete["part"].to_list() == pytest.approx([1.0] * complete.height)


def test_a_table_gives_what_single_values_give() -> None:
    """The table function and the single function are one formula."""
    rows = table(("here", "a", 10), ("here", "b", 30), ("there", "a", 5), ("there", "b", 155))
    found = quotients(rows, place="place", industry="industry", value="value", unit_size=5).row(0, named=True)
    alone = location_quotient(value=10, place_total=40, industry_total=15, total=200, unit_size=5)
    assert (found["quotient"], found["low"], found["high"]) == (alone.quotient, alone.low, alone.high)
    assert alone.quotient == pytest.approx((10 / 40) / (15 / 200))


def test_a_reference_contains_the_others_and_is_not_among_the_answers() -> None:
    """A district is compared with the province that it is part of."""
    rows = table(("district", "a", 10), ("district", "b", 10), ("province", "a", 100), ("province", "b", 300))
    found = quotients(rows, place="place", industry="industry", value="value", reference="province")
    assert found["place"].to_list() == ["district", "district"]
    assert found["quotient"].to_list() == [2.0, pytest.approx(2 / 3)]


def test_larger_units_make_the_interval_wider() -> None:
    """Two hundred people in four plants are four facts, not two hundred."""
    people = location_quotient(value=200, place_total=1000, industry_total=2000, total=20000)
    plants = location_quotient(value=200, place_total=1000, industry_total=2000, total=20000, unit_size=50)
    assert plants.quotient == people.quotient
    assert plants.low < people.low < people.high < plants.high


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([("p", "a", 0.0), ("p", "b", 0.0)], "quotient_zero_total"),
        ([("p", "a", 1.0), ("q", "a", 0.0)], "quotient_zero_total"),
        ([("p", "a", 1.0), ("p", "b", -1.0)], "quotient_negative"),
        ([("p", "a", 1.0), ("p", "b", None)], "quotient_missing"),
        ([("p", "a", 1.0), ("p", "a", 2.0)], "quotient_repeated"),
        ([], "quotient_no_rows"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused(rows: list[tuple[str, str, float | None]], code: str) -> None:
    """Each problem has its own code, from which the sentence is made."""
    with pytest.raises(WrongInput) as refused:
        quotients(table(*rows), place="place", industry="industry", value="value")
    assert refused.value.code == code


def test_a_part_larger_than_its_whole_is_refused() -> None:
    """Two tables that count in different ways must not be mixed."""
    rows = table(("district", "a", 10), ("province", "a", 5), ("province", "b", 50))
    with pytest.raises(WrongInput, match="quotient_part_exceeds_whole"):
        quotients(rows, place="place", industry="industry", value="value", reference="province")
    with pytest.raises(WrongInput, match="quotient_part_exceeds_whole"):
        location_quotient(value=11, place_total=10, industry_total=20, total=100)


def test_a_reference_or_column_that_is_not_there_is_refused() -> None:
    """And the message says which columns there are."""
    rows = table(("p", "a", 1))
    with pytest.raises(WrongInput, match="quotient_no_reference"):
        quotients(rows, place="place", industry="industry", value="value", reference="q")
    with pytest.raises(WrongInput) as refused:
        quotients(rows, place="place", industry="sector", value="value")
    assert refused.value.params == {"column": "sector", "columns": "place, industry, value"}


@pytest.mark.parametrize("level", [0.0, 1.0, 95.0])
def test_a_confidence_level_lies_between_zero_and_one(level: float) -> None:
    """95 is not a level."""
    with pytest.raises(WrongInput, match="quotient_level"):
        location_quotient(value=1, place_total=2, industry_total=2, total=4, level=level)


def test_a_node_is_measured_at_its_codes_or_by_the_finest_row_above() -> None:
    """4-digit codes in a table of 3 digits are measured by their group."""
    rows = table(
        ("here", "345", 10), ("here", "3491", 4), ("here", "3492", 4), ("here", "x", 82),
        ("all", "345", 100), ("all", "3491", 20), ("all", "3492", 20), ("all", "x", 860),
    )  # fmt: skip
    found = node_quotients(chain(), rows, scheme="gbt4754", at="here", reference="all")
    assert found["gears"].quotient == pytest.approx(1.0)
    assert found["robots"].quotient == pytest.approx((8 / 100) / (40 / 1000))
    assert "magnets" not in found


def test_published_quotients_of_the_american_states_are_met(shared_data: Path) -> None:
    """The Bureau's totals include sectors that the file leaves out; in ratios of ratios they cancel."""
    path = shared_data / "regional" / "bls_oews_state_sector_locq.csv"
    rows = pl.read_csv(path, infer_schema_length=None).drop_nulls(["tot_emp", "locq"])
    found = quotients(rows, place="area_title", industry="naics_title", value="tot_emp")
    ratio = found.with_columns(ratio=pl.Series(found["quotient"] / rows["locq"]))
    ratio = ratio.with_columns(pl.col("ratio") / pl.col("ratio").median().over("place"))
    ratio = ratio.with_columns(pl.col("ratio") / pl.col("ratio").median().over("industry"))
    assert rows.height > 700
    assert ratio["ratio"].to_list() == pytest.approx([1.0] * rows.height, rel=1e-4)


def test_quotients_of_freiburg_are_those_of_the_formula(shared_data: Path) -> None:
    """A real city against its country, computed a second time by hand."""
    rows = pl.read_csv(shared_data / "regional" / "REAT_Freiburg.csv")
    long = pl.concat(
        [
            rows.select(place=pl.lit(name), industry="industry", value=f"e_{name}2014")
            for name in ("Freiburg", "Germany")
        ]
    )
    found = quotients(long, place="place", industry="industry", value="value", reference="Germany")
    city, country = rows["e_Freiburg2014"], rows["e_Germany2014"]
    expected = (city / city.sum()) / (country / country.sum())
    assert found["quotient"].to_list() == pytest.approx(expected.to_list())
    assert (found["low"] < found["quotient"]).all()
    assert (found["quotient"] < found["high"]).all()


def test_the_worked_example_of_the_docs_is_true() -> None:
    """What the page shows is run."""
    page = Path(__file__).parents[3] / "docs" / "engines" / "places.md"
    failed, tried = doctest.testfile(str(page), module_relative=False)
    assert (failed, tried > 0) == (0, True)
