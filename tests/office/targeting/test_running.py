"""A run: queued with its inputs, frozen as a whole or not at all, and repeatable."""

from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied

from kakehashi.kernel import WrongInput
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.places.models import ChainNode, Place
from kakehashi.office.apps.registers.models import Register
from kakehashi.office.apps.targeting import actions, jobs
from kakehashi.office.apps.targeting import frozen as frozen_inputs
from kakehashi.office.apps.targeting.models import Target, TargetList
from kakehashi.office.apps.targeting.ranking import rank_again
from kakehashi.office.core.models import Job, JournalEntry
from tests.office.places import territory
from tests.office.targeting.conftest import OrderFor


def test_the_company_that_fills_the_missing_link_comes_first(frozen: TargetList) -> None:
    """Name and industry of E00001 point to bearings, which are missing between steel and robots."""
    first = frozen.targets.get(rank=1)
    assert first.register_key == "E00001"
    assert (first.node_code, first.gap_kind) == ("robotics/bearings", "missing")
    assert first.score == pytest.approx(sum(reason["weight"] for reason in first.reasons))


def test_a_list_says_how_many_were_considered_and_why_others_are_not_in_it(frozen: TargetList) -> None:
    """The bank leads to no link, one company is closed, one is a fund."""
    counts = {each["code"]: each["count"] for each in frozen.excluded}
    assert counts == {"not_a_company": 1, "closed": 1, "no_link": 1}
    assert frozen.considered == 10
    assert frozen.targets.count() == 7


def test_the_inputs_survive_json(frozen: TargetList) -> None:
    """What is read back is what was written, to the last reference."""
    inputs = frozen_inputs.from_json(frozen.inputs)
    assert frozen_inputs.as_json(inputs) == frozen.inputs
    assert inputs.place.gaps["robotics"][0].node == "bearings"


def test_the_same_inputs_give_the_same_list_though_the_place_has_changed(
    officer: User, frozen: TargetList, places: dict[str, Place]
) -> None:
    """Repeating reads what the list keeps, not what the place has become."""
    territory.settle(places["park"], "bearings", territory.make_organisation("新軸受"))
    ChainNode.objects.filter(code="bearings").update(name={"en": "Renamed"})
    job = actions.repeat(actor=officer, target_list=frozen)
    assert job.result["same_inputs"] is True
    assert job.result["differences"] == 0
    assert job.result["fingerprint"] == frozen.fingerprint


def test_another_weight_gives_another_fingerprint(officer: User, frozen: TargetList, order: OrderFor) -> None:
    """The fingerprint covers the weights."""
    other = actions.start(actor=officer, order=order(weights={"size": 1.0}))
    assert other.fingerprint != frozen.fingerprint


def test_a_list_that_was_tampered_with_is_not_identical(officer: User, frozen: TargetList) -> None:
    """Repeating compares the rows too, not only the inputs."""
    frozen.targets.filter(rank=1).update(score=1.0)
    assert actions.repeat(actor=officer, target_list=frozen).result["differences"] == 1


def test_a_killed_run_leaves_no_target_and_can_be_run_again(officer: User, frozen: TargetList) -> None:
    """As after kill -9: the list is still running, its job was interrupted, nothing is written."""
    Target.objects.filter(target_list=frozen).delete()
    TargetList.objects.filter(pk=frozen.pk).update(state=TargetList.State.RUNNING)
    Job.objects.filter(pk=frozen.job_id).update(state=Job.State.INTERRUPTED)
    again = actions.run_again(actor=officer, target_list=frozen)
    assert again.state == TargetList.State.FROZEN
    assert again.targets.count() == 7
    assert again.fingerprint == frozen.fingerprint


def test_a_run_that_fails_writes_nothing(
    officer: User, order: OrderFor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault while freezing takes back every row, and the list says that it stopped."""

    def fail(*args: object, **kwargs: object) -> None:
        raise RuntimeError("out of order")

    monkeypatch.setattr(jobs, "journal", SimpleNamespace(record=fail))
    made = actions.start(actor=officer, order=order())
    assert made.state == TargetList.State.FAILED
    assert made.targets.count() == 0
    assert made.job is not None
    assert made.job.error_code == "core.job_failed"


def test_freezing_twice_changes_nothing(frozen: TargetList) -> None:
    """A second worker that comes late finds the list frozen and leaves it."""
    before = list(frozen.targets.values_list("pk", flat=True))
    jobs._freeze(frozen, rank_again(frozen))
    assert list(frozen.targets.values_list("pk", flat=True)) == before


def test_the_length_and_the_share_of_a_step_are_kept(officer: User, order: OrderFor) -> None:
    """Four rows, of which one step may take a quarter."""
    made = actions.start(actor=officer, order=order(limit=4, max_share=0.25))
    nodes = list(made.targets.exclude(node_code="").values_list("node_code", flat=True))
    assert made.targets.count() <= 4
    assert len(nodes) == len(set(nodes))


def test_a_place_without_a_chain_cannot_be_ranked_for(
    officer: User, order: OrderFor, places: dict[str, Place]
) -> None:
    """The sentence says what is missing; no list is left behind."""
    with pytest.raises(WrongInput, match="place_no_chain"):
        actions.start(actor=officer, order=order(place=places["district"]))
    assert not TargetList.objects.exists()


def test_an_empty_register_and_weights_of_zero_are_refused(
    officer: User, order: OrderFor, register: Register
) -> None:
    """Before anything is queued."""
    with pytest.raises(WrongInput, match="profile_no_weight"):
        actions.start(actor=officer, order=order(weights={"size": 0.0}))
    register.current_version = ""
    with pytest.raises(WrongInput, match="register_empty"):
        actions.start(actor=officer, order=order(register=register))


def test_only_some_roles_may_run(park_manager: User, order: OrderFor) -> None:
    """A park manager reads lists."""
    with pytest.raises(PermissionDenied):
        actions.start(actor=park_manager, order=order())


def test_the_journal_says_who_started_and_what_was_frozen(frozen: TargetList) -> None:
    """Two entries about the list."""
    entries = JournalEntry.objects.filter(subject_id=str(frozen.pk), subject_type="targeting.targetlist")
    assert list(entries.order_by("pk").values_list("action", flat=True)) == [
        "target_list_started",
        "target_list_frozen",
    ]


def test_a_frozen_list_is_not_run_again(officer: User, frozen: TargetList) -> None:
    """Frozen is frozen."""
    with pytest.raises(WrongInput, match="already_frozen"):
        actions.run_again(actor=officer, target_list=frozen)
