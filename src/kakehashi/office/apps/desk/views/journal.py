"""The journal of the whole office, and restoring what was deleted."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kakehashi.office.apps.accounts import access
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.accounts.roles import Capability
from kakehashi.office.apps.desk.queries import journal_of, line_of
from kakehashi.office.core import deletion

PAGE = 50


def journal_page(request: HttpRequest) -> HttpResponse:
    """The entries, filtered by person, kind of record, and whether something was deleted."""
    viewer = access.viewer_of(request)
    access.require(viewer, Capability.READ_JOURNAL)
    entries = journal_of(viewer)
    person, only = request.GET.get("person", ""), request.GET.get("only", "")
    if person.isdigit():
        entries = entries.filter(actor_id=int(person))
    if only == "deleted":
        entries = entries.filter(action="deleted")
    page = Paginator(entries, PAGE).get_page(request.GET.get("page"))
    can_restore = viewer.may(Capability.RESTORE)
    lines = [line_of(entry, can_restore=can_restore or entry.actor_id == viewer.pk) for entry in page]
    people = User.objects.order_by("name", "username")
    return render(
        request,
        "desk/journal.html",
        {"page_obj": page, "lines": lines, "people": people, "person": person, "only": only},
    )


@require_POST
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    """Brings a deleted record back: whoever deleted it may, and those whose role says so."""
    viewer = access.viewer_of(request)
    entry = access.one(journal_of(viewer), pk=pk)
    if entry.actor_id != viewer.pk:
        access.require(viewer, Capability.RESTORE)
    deletion.restore(actor=viewer, entry=entry)
    messages.success(request, _("“%(subject)s” is back.") % {"subject": entry.subject_label})
    return redirect("journal")
