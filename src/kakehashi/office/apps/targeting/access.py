"""Which target lists, and which targets in them, exist for a viewer."""

from django.db.models import QuerySet

from kakehashi.office.apps.accounts.access import one, teams_scope
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.accounts.roles import Capability
from kakehashi.office.apps.targeting.models import Profile, Target, TargetList

__all__ = ["is_own", "one", "profiles_of", "target_lists_of", "targets_of"]


def target_lists_of(viewer: User) -> QuerySet[TargetList]:
    """The lists of the viewer's team, and those that other teams shared with everybody."""
    return TargetList.objects.filter(teams_scope(viewer, shared="is_shared"))


def targets_of(viewer: User) -> QuerySet[Target]:
    """The targets in the lists that exist for the viewer."""
    scope = teams_scope(viewer, team="target_list__team_id", shared="target_list__is_shared")
    return Target.objects.filter(scope)


def is_own(viewer: User, target_list: TargetList) -> bool:
    """Whether the viewer may change a list, and see all that it rests on: the own team's, not one that
    another team shared for reading.
    """
    return target_list.team_id in {None, viewer.team_id} or viewer.may(Capability.SEE_ALL_TEAMS)


def profiles_of(viewer: User) -> QuerySet[Profile]:
    """Saved weights are common ground."""
    return Profile.objects.order_by("pk")
