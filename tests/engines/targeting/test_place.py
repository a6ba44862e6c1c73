"""A place view checks itself, does not care about order, and survives the way through a file."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kakehashi.kernel import EvidenceRef, WrongInput
from kakehashi.places.chains import dump_chain
from kakehashi.places.gaps import gaps
from kakehashi.targeting import Activity, Exclusion, Industry, Neighbours, Relation, Signal
from kakehashi.targeting.place_file import dump_place, load_place, place_from
from tests.engines.targeting.examples import AS_OF, HERE, ROBOTS, SOURCE, place

DAY = date(2026, 5, 1)


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: place(chains=()), "targeting.place_no_chain"),
        (lambda: place(chains=(ROBOTS, ROBOTS)), "targeting.place_repeated_chain"),
        (lambda: place(neighbours=(Neighbours("robots", "wing", 1),)), "targeting.place_unknown_node"),
        (
            lambda: place(activities=(Activity("G", "aircraft", "robot", SOURCE),)),
            "targeting.place_unknown_node",
        ),
        (lambda: place(gaps={"aircraft": gaps(ROBOTS, HERE)}), "targeting.place_unknown_node"),
        (lambda: Neighbours("robots", "robot", -1), "targeting.place_neighbours"),
        (lambda: Industry("x", {}, quotient=-0.1, evidence=SOURCE), "targeting.place_quotient"),
        (lambda: Industry("x", {}, quotient=float("nan"), evidence=SOURCE), "targeting.place_quotient"),
        (lambda: Industry("x", {}, quotient=1.2), "targeting.place_no_source"),
        (lambda: Signal("G", "new_plant", DAY), "targeting.place_no_source"),
        (lambda: Activity("G", "robots", "robot", ()), "targeting.place_no_source"),
        (lambda: Signal("G", "rumour", DAY, None, SOURCE), "targeting.place_signal_kind"),
        (lambda: Signal("G", "hiring", DAY, date(2026, 4, 1), SOURCE), "targeting.place_signal_dates"),
        (lambda: Relation("G", "cousin", DAY), "targeting.place_relation_kind"),
        (lambda: Exclusion("G", "ugly"), "targeting.place_exclusion_code"),
    ],
)
def test_what_makes_no_sense_is_refused_at_birth(make: Any, code: str) -> None:
    """Nothing wrong gets as far as a score."""
    with pytest.raises(WrongInput) as caught:
        make()
    assert caught.value.code == code


def test_the_order_in_which_facts_are_given_does_not_matter() -> None:
    """A database gives rows in any order; the view is the same, and so is everything made of it."""
    signals = (Signal("G", "new_plant", DAY, None, SOURCE), Signal("E", "hiring", DAY, None, SOURCE))
    assert place(signals=signals) == place(signals=signals[::-1] + signals)


def test_a_view_comes_back_equal_from_a_file(tmp_path: Path) -> None:
    """What a run was made from can be kept and read again."""
    view = place(
        signals=(Signal("G", "new_plant", DAY, None, (EvidenceRef("signal", "7", "Nikkei"),)),),
        relations=(Relation("E", "met", DAY),),
        activities=(Activity("M", "robots", "reducer", SOURCE),),
    )
    exclusions = (Exclusion("B", "do_not_contact"),)
    file = tmp_path / "place.json"
    file.write_text(json.dumps(dump_place(view, exclusions)), encoding="utf-8")
    assert load_place(file) == (view, exclusions)


def test_a_file_without_gaps_has_them_found_from_presence() -> None:
    """The command line need not know what a gap is."""
    data = {
        "chains": [dump_chain(ROBOTS)],
        "presence": {
            "robots": [{"node": "steel", "organisations": 1}, {"node": "robot", "organisations": 4}]
        },
    }
    assert place_from(data)[0].gaps == place().gaps


@pytest.mark.parametrize(
    "data",
    [
        [],
        {"chains": {}},
        {"chains": [dump_chain(ROBOTS)], "signals": [{"key": "G", "kind": "hiring", "dated": "yesterday"}]},
        {"chains": [dump_chain(ROBOTS)], "signals": [{"who": "G"}]},
        {"chains": [dump_chain(ROBOTS)], "gaps": {"robots": [{"node": "robot"}]}},
    ],
)
def test_a_file_of_another_shape_names_the_entry(data: Any) -> None:
    """The message says where to look."""
    with pytest.raises(WrongInput) as caught:
        place_from(data)
    assert caught.value.code == "targeting.place_not_readable"


def test_a_signal_without_an_expiry_lives_as_long_as_its_kind() -> None:
    """A plant is two years away; a job advertisement is not."""
    assert Signal("G", "new_plant", date(2025, 1, 1), None, SOURCE).last_day == date(2027, 1, 1)
    assert Signal("G", "hiring", date(2025, 1, 1), AS_OF, SOURCE).last_day == AS_OF
