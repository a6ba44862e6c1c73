"""Keeping an organisation to one team, and sharing it with all again."""

from django.db import IntegrityError, transaction
from django.db.models import Q

from kakehashi.kernel import WrongInput
from kakehashi.office.apps.accounts.models import Team, User
from kakehashi.office.apps.accounts.roles import Capability
from kakehashi.office.apps.organisations.actions.writing import check, record, touch
from kakehashi.office.apps.organisations.models import Organisation


def keep_confidential(*, actor: User, organisation: Organisation) -> None:
    """From now on the organisation exists only for the actor's team.

    Raises WrongInput: `organisations.no_team`; `organisations.others_work_on_it` when somebody of another
    team has it, was asked to take it on, or wrote about it; `organisations.twin` when the team already
    keeps the same company.
    """
    check(actor, organisation, Capability.DELETE)
    if organisation.is_confidential:
        return
    if actor.team is None:
        raise WrongInput("organisations.no_team")
    if _others_work_on(organisation, actor.team):
        raise WrongInput("organisations.others_work_on_it", name=organisation.display_name)
    _move(actor, organisation, actor.team, "organisation_kept_confidential")


def share_with_all(*, actor: User, organisation: Organisation) -> None:
    """The organisation exists for everybody again. WrongInput `organisations.twin` when another one of it
    already does.
    """
    check(actor, organisation, Capability.DELETE)
    if organisation.is_confidential:
        _move(actor, organisation, None, "organisation_shared")


def _move(actor: User, organisation: Organisation, team: Team | None, action: str) -> None:
    try:
        with transaction.atomic():
            organisation.team = team
            organisation.save(update_fields=["team"])
            organisation.identifiers.update(team=team)
            organisation.register_links.update(team=team)
            record(actor, action, organisation)
            touch(organisation)
    except IntegrityError as error:
        raise WrongInput("organisations.twin", name=organisation.display_name) from error


def _others_work_on(organisation: Organisation, team: Team) -> bool:
    """Whether somebody who would lose sight of it has it, was asked to take it on, or wrote about it."""
    people = User.objects.filter(
        Q(pk=organisation.assignee_id)
        | Q(assignments__organisation=organisation, assignments__done_at=None)
        | Q(pk__in=organisation.interactions.values("author_id"))
    )
    return any(
        person.team_id != team.pk and not person.may(Capability.SEE_ALL_TEAMS) for person in people.distinct()
    )
