"""The list of organisations, and the same list as a workbook."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kakehashi.office.apps.accounts.access import require, viewer_of
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.accounts.roles import Capability
from kakehashi.office.apps.organisations.export import workbook
from kakehashi.office.apps.organisations.forms import FilterForm
from kakehashi.office.apps.organisations.queries.listing import DEFAULT_SORT, InOrder, countries_of, listed

PER_PAGE = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def index(request: HttpRequest) -> HttpResponse:
    viewer = viewer_of(request)
    form, sort = _filter(request, viewer)
    chosen = form.chosen()
    rows = listed(viewer, chosen=chosen, sort=sort)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "chosen": chosen,
        "sort": sort or ("" if chosen.get("q") else DEFAULT_SORT),
        "page_obj": page,
    }
    return render(request, "organisations/list.html", context)


def export(request: HttpRequest) -> HttpResponse:
    """The list as the filter shows it, in the reader's language."""
    viewer = viewer_of(request)
    require(viewer, Capability.EXPORT)
    form, sort = _filter(request, viewer)
    rows = listed(viewer, chosen=form.chosen(), sort=sort)
    chunks = rows[:] if isinstance(rows, InOrder) else rows.iterator(chunk_size=500)
    response = HttpResponse(workbook(chunks), content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="organisations.xlsx"'
    return response


def _filter(request: HttpRequest, viewer: User) -> tuple[FilterForm, str]:
    form = FilterForm(request.GET, viewer=viewer, countries=countries_of(viewer))
    return form, request.GET.get("sort", "")
