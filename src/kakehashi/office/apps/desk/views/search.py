"""The search box of every page, and the page of results."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from kakehashi.office.apps.accounts.access import viewer_of
from kakehashi.office.apps.desk.search import FROM_REGISTER, dressed, is_too_short
from kakehashi.office.apps.desk.search import search as search_everywhere
from kakehashi.office.apps.desk.search import suggest as best_of

PER_PAGE = 25
#: A query is cut to what the box of the page accepts.
LONGEST = 200


def search(request: HttpRequest) -> HttpResponse:
    viewer, text = viewer_of(request), request.GET.get("q", "")[:LONGEST]
    found = search_everywhere(viewer, text)
    page = Paginator(found.rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "q": text,
        "page_obj": page,
        "results": dressed(viewer, list(page.object_list)),
        "is_cut": found.is_cut,
        "is_too_short": bool(text) and is_too_short(text),
        "most": FROM_REGISTER,
    }
    return render(request, "desk/search.html", context)


def suggest(request: HttpRequest) -> HttpResponse:
    """The options under the search box, as the box asks for them while somebody types."""
    viewer, text = viewer_of(request), request.GET.get("q", "")[:LONGEST]
    suggestions = [
        {
            "url": result.url,
            "label": result.name,
            "language": result.language,
            "hint": result.where,
            "detail": result.route or result.detail,
            "icon": "building-2" if result.is_ours else "library",
        }
        for result in best_of(viewer, text)
    ]
    hint = _("Type at least two characters.") if text.strip() and is_too_short(text) else ""
    context = {"q": "" if is_too_short(text) else text, "suggestions": suggestions, "hint": hint}
    return render(request, "desk/search_suggestions.html", context)
