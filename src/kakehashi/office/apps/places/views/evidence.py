"""One piece of evidence: the figure, its source, and what it is compared with."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kakehashi.office.apps.accounts.access import one, viewer_of
from kakehashi.office.apps.places.access import evidence_of, places_of
from kakehashi.office.apps.places.queries.evidence import compared, used_in
from kakehashi.office.apps.places.queries.tree import tree


def evidence(request: HttpRequest, key: str) -> HttpResponse:
    viewer = viewer_of(request)
    row = one(evidence_of(viewer), key=key)
    context = {
        "row": row,
        "compared": compared(evidence_of(viewer), row),
        "uses": used_in(row, tree(places_of(viewer))),
    }
    return render(request, "places/evidence.html", context)
