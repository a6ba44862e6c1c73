"""The tree of places with what is known of each."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count

from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.places.access import evidence_of, places_of, presences_of
from kakehashi.office.apps.places.models import Place
from kakehashi.office.apps.places.queries.tree import tree


@dataclass(frozen=True, slots=True)
class Line:
    """A place at its depth, with how many figures are known of it and how many organisations are in it."""

    place: Place
    depth: int
    figures: int
    organisations: int
    chains: int


def overview(viewer: User) -> list[Line]:
    """Every place, the widest first, each followed by its parts."""
    territory = tree(places_of(viewer).annotate(chain_count=Count("chains")))
    figures = Counter(evidence_of(viewer).values_list("place_id", flat=True))
    pairs = set(presences_of(viewer).values_list("place_id", "organisation_id"))
    lines = []
    for branch in territory.branches():
        inside = {each.pk for each in territory.within(branch.place)}
        here = {organisation for place, organisation in pairs if place in inside}
        chains: int = getattr(branch.place, "chain_count", 0)
        lines.append(Line(branch.place, branch.depth, figures[branch.place.pk], len(here), chains))
    return lines
