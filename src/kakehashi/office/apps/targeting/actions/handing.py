"""Hands targets to a colleague in one go, and takes them back."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from kakehashi.kernel import Json, WrongInput
from kakehashi.office.apps.accounts.access import require
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.accounts.roles import Capability
from kakehashi.office.apps.organisations.access import organisations_of
from kakehashi.office.apps.organisations.actions import adopt, assign
from kakehashi.office.apps.organisations.models import Assignment, Organisation
from kakehashi.office.apps.targeting.models import Target, TargetList
from kakehashi.office.core import journal
from kakehashi.office.core.models import JournalEntry

HANDED_OVER, TAKEN_BACK = "targets_handed_over", "targets_taken_back"


def hand_over(
    *,
    actor: User,
    target_list: TargetList,
    targets: Sequence[Target],
    assignee: User,
    due_on: date | None = None,
    message: str = "",
) -> JournalEntry:
    """Assigns every one of `targets` to `assignee`, or none of them; the entry that comes back can undo
    it.
    """
    require(actor, Capability.ASSIGN)
    if not targets:
        raise WrongInput("targeting.none_chosen")
    with transaction.atomic():
        before = [
            _hand(actor, target_list, target, assignee=assignee, due_on=due_on, message=message)
            for target in targets
        ]
        return journal.record(
            actor=actor,
            action=HANDED_OVER,
            subject=target_list,
            params={"count": len(targets), "assignee": str(assignee)},
            snapshot=before,
            team_id=target_list.team_id,
        )


def take_back(*, actor: User, entry: JournalEntry) -> int:
    """Undoes a hand-over: whoever had a company before has it again. Returns how many were taken back.

    What somebody changed since is left as it is. The companies stay in the office: only the task goes.
    """
    if entry.action != HANDED_OVER or entry.actor_id != actor.pk or not entry.snapshot:
        raise WrongInput("targeting.nothing_to_take_back")
    with transaction.atomic():
        undone = JournalEntry.objects.filter(action=TAKEN_BACK, params__entry=entry.pk).exists()
        if undone:
            raise WrongInput("targeting.nothing_to_take_back")
        count = sum(_take(actor, each) for each in entry.snapshot)
        journal.record(
            actor=actor,
            action=TAKEN_BACK,
            params={"count": count, "entry": entry.pk},
            team_id=entry.team_id,
        )
    return count


def _hand(
    actor: User, target_list: TargetList, target: Target, *, assignee: User, due_on: date | None, message: str
) -> dict[str, Any]:
    organisation = adopt(actor=actor, register=target_list.register, key=target.register_key)
    open_before = Assignment.objects.filter(organisation=organisation, done_at=None).first()
    before = _state(open_before)
    had = organisation.assignee_id
    made = assign(actor=actor, organisation=organisation, assignee=assignee, due_on=due_on, message=message)
    return {
        "organisation": organisation.pk,
        "assignment": made.pk,
        "assignee": assignee.pk,
        "before": before,
        "assignee_before": had,
    }


def _state(assignment: Assignment | None) -> dict[str, Json] | None:
    if assignment is None:
        return None
    return {
        "assignee": assignment.assignee_id,
        "assigned_by": assignment.assigned_by_id,
        "due_on": assignment.due_on.isoformat() if assignment.due_on else None,
        "message": assignment.message,
    }


def _take(actor: User, each: dict[str, Any]) -> int:
    rows = Assignment.objects.filter(pk=each["assignment"], assignee_id=each["assignee"], done_at=None)
    if not organisations_of(actor).filter(pk=each["organisation"]).exists() or not rows.exists():
        return 0
    before = each["before"]
    if before is None:
        rows.delete()
    else:
        rows.update(
            assignee_id=before["assignee"],
            assigned_by_id=before["assigned_by"],
            due_on=date.fromisoformat(before["due_on"]) if before["due_on"] else None,
            message=before["message"],
        )
    Organisation.objects.filter(pk=each["organisation"]).update(assignee_id=each["assignee_before"])
    return 1
