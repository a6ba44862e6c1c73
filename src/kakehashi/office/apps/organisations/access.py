"""The only way to load an organisation, and what hangs on it, for somebody."""

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from kakehashi.office.apps.accounts.access import one, teams_scope
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.organisations.models import Assignment, Interaction, Organisation, RegisterLink

__all__ = [
    "assignments_of",
    "hidden_from",
    "interactions_of",
    "link_of",
    "linked_keys",
    "may_change",
    "one",
    "organisations_of",
]


def organisations_of(viewer: User) -> QuerySet[Organisation]:
    """The organisations that exist for the viewer: all but those that other teams keep confidential."""
    return Organisation.objects.filter(teams_scope(viewer))


def hidden_from(viewer: User) -> QuerySet[Organisation]:
    """The organisations that do not exist for the viewer; for leaving them out of what knows them by key
    only.
    """
    return Organisation.objects.exclude(teams_scope(viewer))


def interactions_of(viewer: User) -> QuerySet[Interaction]:
    """Notes and meetings that the viewer may read."""
    return Interaction.objects.filter(teams_scope(viewer), teams_scope(viewer, team="organisation__team_id"))


def assignments_of(viewer: User) -> QuerySet[Assignment]:
    """Who was asked to take on what, as far as the organisation exists for the viewer."""
    return Assignment.objects.filter(teams_scope(viewer, team="organisation__team_id"))


def link_of(viewer: User, *, register_id: int, key: str) -> RegisterLink | None:
    """The link from a register row to its organisation: the viewer's own team's first, then the one all
    see.
    """
    own_first = Case(
        When(team_id=viewer.team_id, team_id__isnull=False, then=Value(0)),
        When(team_id__isnull=True, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    links = RegisterLink.objects.filter(
        teams_scope(viewer),
        teams_scope(viewer, team="organisation__team_id"),
        register_id=register_id,
        key=key,
    )
    return links.select_related("organisation").order_by(own_first, "pk").first()


def may_change(viewer: User, interaction: Interaction) -> bool:
    """What somebody wrote is changed by nobody else."""
    return interaction.author_id == viewer.pk


def linked_keys(viewer: User, *, register_id: int, keys: list[str]) -> set[str]:
    """Which of a register's keys already belong to an organisation that exists for the viewer."""
    links = RegisterLink.objects.filter(Q(register_id=register_id, key__in=keys), teams_scope(viewer))
    return set(links.values_list("key", flat=True))
