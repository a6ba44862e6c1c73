"""The desk: what is due, what changed, and the current target list."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kakehashi.office.apps.accounts.access import viewer_of
from kakehashi.office.apps.desk.queries import desk_of


def desk(request: HttpRequest) -> HttpResponse:
    viewer = viewer_of(request)
    return render(request, "desk/desk.html", {"desk": desk_of(viewer), "viewer": viewer})
