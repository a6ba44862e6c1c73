"""The tree of places, and the profile of one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kakehashi.office.apps.accounts.access import one, viewer_of
from kakehashi.office.apps.places.access import evidence_of, places_of
from kakehashi.office.apps.places.queries.chains import pictures, presences_at
from kakehashi.office.apps.places.queries.evidence import facts
from kakehashi.office.apps.places.queries.industries import industry_tables
from kakehashi.office.apps.places.queries.overview import overview
from kakehashi.office.apps.places.queries.tree import tree


def index(request: HttpRequest) -> HttpResponse:
    return render(request, "places/list.html", {"lines": overview(viewer_of(request))})


def detail(request: HttpRequest, code: str) -> HttpResponse:
    viewer = viewer_of(request)
    place = one(places_of(viewer), code=code)
    territory = tree(places_of(viewer))
    around = territory.around(place)
    presences = list(presences_at(viewer, territory.within(place)))
    context = {
        "place": place,
        "show": request.GET.get("show", ""),
        "around": list(reversed(around)),
        "parts": [each for each in territory.places if each.parent_id == place.pk],
        "topics": facts(evidence_of(viewer), place),
        "tables": industry_tables(place, around),
        "pictures": pictures(place.chains.order_by("position", "pk"), presences),
        "presences": presences,
        "has_illustrative": any(row.is_illustrative for row in presences),
    }
    return render(request, "places/detail.html", context)
