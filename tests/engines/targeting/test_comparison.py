"""Two lists side by side, and the answer to “why is it not on the list?”."""

import pytest

from kakehashi.kernel import say
from kakehashi.targeting import SENTENCES, Exclusion, Profile, compare, standing
from tests.engines.targeting.examples import BANK, GEARS, MACHINES, MOTORS, company, ranked

SMALL = GEARS | {"key": "K", "capital": 40_000_000, "listed": False}
BY_GAP = Profile(weights={"fills_gap": 1}, limit=3, unclear=1.0)
BY_SIZE = Profile(weights={"fills_gap": 1, "size": 100}, limit=3, unclear=1.0)
COMPANIES = (SMALL, MOTORS, MACHINES, GEARS)


def test_a_list_compared_with_itself_is_unchanged() -> None:
    """Everyone keeps the place, nobody's points change."""
    found = compare(ranked(), ranked())
    assert found.is_unchanged
    assert found.same_inputs
    assert {move.reason.code for move in found.moves} == {"comparison.same"}
    assert not any(move.changes for move in found.moves)


def test_every_move_says_what_made_it() -> None:
    """When size comes to weigh, the small gear maker leaves and the machine builder comes."""
    found = compare(ranked(*COMPANIES, profile=BY_GAP), ranked(*COMPANIES, profile=BY_SIZE))
    moves = {move.key: move for move in found.moves}
    assert found.same_inputs
    assert not found.is_unchanged
    assert moves["M"].reason.code == "comparison.new"
    assert moves["K"].reason.code == "comparison.gone"
    assert moves["K"].after.state == "below"
    for move in moves.values():
        assert move.before.score is not None
        assert move.after.score is not None
        change = sum(points for _, points in move.changes)
        assert change == pytest.approx(move.after.score - move.before.score)
        assert say(move.reason.code, move.reason.params, sentences=SENTENCES)


def test_other_inputs_are_told() -> None:
    """A list of another register cannot be compared by weights alone."""
    assert not compare(ranked(*COMPANIES), ranked(*COMPANIES, BANK)).same_inputs


@pytest.mark.parametrize(
    ("key", "state"),
    [
        ("G", "listed"),
        ("M", "below"),
        ("X", "no_room"),
        ("B", "excluded"),
        ("D", "excluded"),
        ("?", "unknown"),
    ],
)
def test_where_a_company_stands_is_said_of_every_company(key: str, state: str) -> None:
    """Listed, too low, no room for its kind, left out, unknown: each is another sentence."""
    others = (MOTORS, MACHINES, BANK, company("X", "東海歯車"), company("D", "歯車三号"))
    profile = Profile(limit=2, spread={"node": 0.5}, unclear=1.0)
    ranking = ranked(GEARS, *others, profile=profile, exclusions=(Exclusion("D", "do_not_contact"),))
    found = standing(ranking, key)
    assert found.state == state
    assert say(found.reason.code, found.reason.params, sentences=SENTENCES)


def test_a_company_of_an_unwanted_country_is_left_out_for_that() -> None:
    """The profile decides, not the assessment."""
    ranking = ranked(GEARS, MOTORS | {"country": "DE"}, profile=Profile(countries=("JP",)))
    assert standing(ranking, "E").reason.params == {"excluded_code": "other_country"}


def test_a_score_off_the_list_is_the_score_it_would_have() -> None:
    """The same code counts for those who are listed and those who are not."""
    long, short = ranked(*COMPANIES), ranked(*COMPANIES, profile=Profile(limit=1, unclear=1.0))
    for row in long.rows[1:]:
        assert standing(short, row.key).score == row.score
        assert standing(short, row.key).parts == row.parts
