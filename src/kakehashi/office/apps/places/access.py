"""Which places, evidence, chains and presences exist for a viewer."""

from django.db.models import QuerySet

from kakehashi.office.apps.accounts.access import teams_scope
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.places.models import Chain, Evidence, Place, Presence


def places_of(viewer: User) -> QuerySet[Place]:
    """Places are common ground: whoever is signed in sees them all."""
    return Place.objects.all()


def chains_of(viewer: User) -> QuerySet[Chain]:
    return Chain.objects.order_by("position", "pk")


def evidence_of(viewer: User) -> QuerySet[Evidence]:
    return Evidence.objects.select_related("place")


def presences_of(viewer: User) -> QuerySet[Presence]:
    """A confidential organisation is present only for those who may see it."""
    return Presence.objects.filter(teams_scope(viewer, team="organisation__team_id"))
