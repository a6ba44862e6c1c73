"""One industry chain: its nodes, how each is recognised, and how it stands at a chosen place."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kakehashi.office.apps.accounts.access import one, viewer_of
from kakehashi.office.apps.places.access import chains_of, places_of
from kakehashi.office.apps.places.bridge import CHAIN_PARTS
from kakehashi.office.apps.places.queries.chains import picture, presences_at
from kakehashi.office.apps.places.queries.tree import tree


def chain(request: HttpRequest, code: str) -> HttpResponse:
    viewer = viewer_of(request)
    row = one(chains_of(viewer).prefetch_related(*CHAIN_PARTS), code=code)
    territory = tree(places_of(viewer))
    chosen = request.GET.get("place")
    if chosen is None:  # nobody chose: the first place that wants to complete this chain
        chosen = row.places.order_by("pk").values_list("code", flat=True).first()
    place = next((each for each in territory.places if each.code == chosen), None)
    presences = list(presences_at(viewer, territory.within(place))) if place else []
    context = {
        "chain": row,
        "place": place,
        "branches": list(territory.branches()),
        "picture": picture(row, presences),
    }
    return render(request, "places/chain.html", context)
