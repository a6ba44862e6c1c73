"""The real list of EDINET filers, judged as a promotion officer would."""

import polars as pl
import pytest

from kakehashi.registers import RegisterRow, read_rows
from kakehashi.registers.row import to_frame
from kakehashi.tables import open_table
from kakehashi.targeting import Profile, Ranking, rank
from tests.conftest import SHARED
from tests.engines.targeting.examples import AS_OF, place

FINANCE = ("7050", "7100", "7150", "7200", "8050")


@pytest.fixture(scope="module")
def filers() -> pl.DataFrame:
    """The list as the register engine reads it."""
    file = SHARED / "registers/edinet_codelist_20261005.cp932.csv"
    if not file.is_file():
        pytest.skip("the shared data folder is not beside this checkout")
    rows = read_rows(open_table(file), format="edinet")
    return to_frame([row for row in rows if isinstance(row, RegisterRow)])


@pytest.fixture(scope="module")
def targets(filers: pl.DataFrame) -> Ranking:
    """The list for the small chain of the examples."""
    return rank(candidates=filers, place=place(), profile=Profile(countries=("JP",)), as_of=AS_OF)


def test_makers_of_what_is_missing_lead_the_list(targets: Ranking) -> None:
    """日本ギア工業 is found by its name."""
    first = [row.name for row in targets.rows[:5]]
    assert any("日本ギア工業" in name for name in first)


def test_neither_banks_nor_insurers_nor_landlords_are_proposed(
    targets: Ranking, filers: pl.DataFrame
) -> None:
    """They are large, listed and lead to no link."""
    industry = dict(filers.select("key", "industry").iter_rows())
    assert not [row.name for row in targets.rows if industry[row.key] in FINANCE]


def test_the_giants_do_not_fill_the_list(targets: Ranking, filers: pl.DataFrame) -> None:
    """Of the fifty largest by capital, few are proposed for reducers, bearings and motors."""
    largest = set(filers.sort("capital", descending=True, nulls_last=True)["key"].head(50))
    assert len(largest & {row.key for row in targets.rows}) <= len(targets.rows) / 5


def test_every_candidate_is_accounted_for(targets: Ranking, filers: pl.DataFrame) -> None:
    """Ranked or left out for a reason: nobody disappears."""
    assert targets.ranked + sum(each.count for each in targets.excluded) == targets.considered == len(filers)


def test_the_same_list_comes_out_of_shuffled_rows(targets: Ranking, filers: pl.DataFrame) -> None:
    """Row by row, reason by reason."""
    shuffled = filers.sample(fraction=1.0, shuffle=True, seed=7)
    again = rank(candidates=shuffled, place=place(), profile=Profile(countries=("JP",)), as_of=AS_OF)
    assert again == targets
