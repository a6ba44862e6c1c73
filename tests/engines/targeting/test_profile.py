"""What a profile accepts, and what it says about what it does not."""

from typing import Any

import pytest

from kakehashi.kernel import WrongInput
from kakehashi.targeting import CRITERIA, DEFAULT_WEIGHTS, Profile, profile_from


def test_the_default_weights_name_every_criterion_and_no_other() -> None:
    """The screen lists the criteria from CRITERIA and their weights from the profile."""
    assert {each.code for each in CRITERIA} == set(DEFAULT_WEIGHTS) == set(Profile().weights)
    assert all(each.weight == DEFAULT_WEIGHTS[each.code] for each in CRITERIA)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"weights": {"beauty": 1}}, "targeting.profile_unknown_criterion"),
        ({"weights": {"size": -1}}, "targeting.profile_weight"),
        ({"weights": {"size": float("nan")}}, "targeting.profile_weight"),
        ({"weights": {"size": float("inf")}}, "targeting.profile_weight"),
        ({"weights": {"size": "much"}}, "targeting.profile_weight"),
        ({"weights": {"size": True}}, "targeting.profile_weight"),
        ({"weights": {"size": 0, "near": 0.0}}, "targeting.profile_no_weight"),
        ({"weights": {}}, "targeting.profile_no_weight"),
        ({"limit": 0}, "targeting.profile_limit"),
        ({"limit": 2.5}, "targeting.profile_limit"),
        ({"limit": True}, "targeting.profile_limit"),
        ({"spread": {"colour": 0.5}}, "targeting.profile_unknown_spread"),
        ({"spread": {"node": 0}}, "targeting.profile_share"),
        ({"spread": {"node": 1.5}}, "targeting.profile_share"),
        ({"spread": {"node": "half"}}, "targeting.profile_share"),
        ({"unclear": -0.1}, "targeting.profile_unclear"),
        ({"unclear": 2}, "targeting.profile_unclear"),
    ],
)
def test_a_profile_that_makes_no_sense_is_refused_with_its_reason(change: dict[str, Any], code: str) -> None:
    """Whether it comes from code or from a file, the same sentence tells what to do."""
    with pytest.raises(WrongInput) as caught:
        Profile(**change)
    assert caught.value.code == code
    with pytest.raises(WrongInput) as caught:
        profile_from(change)
    assert caught.value.code == code


def test_a_file_with_a_setting_that_does_not_exist_is_refused() -> None:
    """A misspelt setting must not be ignored in silence."""
    with pytest.raises(WrongInput) as caught:
        profile_from({"wieghts": {"size": 1}})
    assert caught.value.code == "targeting.profile_unknown_key"
    with pytest.raises(WrongInput) as caught:
        profile_from({"weights": 3})
    assert caught.value.code == "targeting.profile_not_a_table"


def test_a_file_may_leave_everything_out() -> None:
    """An empty profile is the default one."""
    assert profile_from({}) == Profile()
    assert profile_from({"countries": ["jp"]}).countries == ("JP",)
