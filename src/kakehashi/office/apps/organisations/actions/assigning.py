"""Handing an organisation to a colleague, and saying that the task is done."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from kakehashi.kernel import WrongInput
from kakehashi.office.apps.accounts.access import require
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.accounts.roles import Capability
from kakehashi.office.apps.organisations.access import organisations_of
from kakehashi.office.apps.organisations.actions.adoption import Company, adopted
from kakehashi.office.apps.organisations.actions.writing import check, record, touch
from kakehashi.office.apps.organisations.models import Assignment, Organisation
from kakehashi.office.core import journal


def assign(
    *, actor: User, organisation: Company, assignee: User, due_on: date | None = None, message: str = ""
) -> Assignment:
    """Asks `assignee` to take an organisation on; a register row is adopted first. An open assignment is
    handed over.

    Raises WrongInput (`organisations.assignee_cannot_see`) when the organisation does not exist for the
    assignee.
    """
    require(actor, Capability.ASSIGN)
    with transaction.atomic():
        taken = adopted(actor=actor, company=organisation)
        check(actor, taken, Capability.ASSIGN)
        if not assignee.is_active or not organisations_of(assignee).filter(pk=taken.pk).exists():
            raise WrongInput("organisations.assignee_cannot_see", assignee=str(assignee))
        assignment = _hand_over(actor, taken, assignee, due_on, message)
        taken.assignee = assignee
        taken.save(update_fields=["assignee"])
        touch(taken)
    return assignment


def _hand_over(
    actor: User, organisation: Organisation, assignee: User, due_on: date | None, message: str
) -> Assignment:
    """The one open assignment, new or given to somebody else."""
    assignment = (
        Assignment.objects.select_for_update().filter(organisation=organisation, done_at=None).first()
    )
    before = _state(assignment) if assignment else {}
    assignment = assignment or Assignment(organisation=organisation, created_at=timezone.now())
    assignment.assignee, assignment.assigned_by = assignee, actor
    assignment.due_on, assignment.message = due_on, message
    assignment.save()
    record(
        actor,
        "organisation_assigned",
        organisation,
        params={"assignee": str(assignee)},
        changes=journal.difference(before, _state(assignment)),
    )
    return assignment


def _state(assignment: Assignment) -> dict[str, str | None]:
    return {
        "assignee": str(assignment.assignee),
        "due_on": assignment.due_on.isoformat() if assignment.due_on else None,
        "message": assignment.message,
    }


def complete_assignment(*, actor: User, assignment: Assignment) -> None:
    """Says that the task is done; doing so twice changes nothing."""
    organisation = assignment.organisation
    check(actor, organisation, Capability.ASSIGN)
    with transaction.atomic():
        closed = Assignment.objects.filter(pk=assignment.pk, done_at=None).update(done_at=timezone.now())
        if closed:
            record(
                actor,
                "organisation_assignment_completed",
                organisation,
                params={"assignee": str(assignment.assignee)},
            )
            touch(organisation)
