"""Parts that other pages ask for: why a company is a target, where evidence is used, and the list under
other weights.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from kakehashi.kernel import WrongInput
from kakehashi.office.apps.accounts.access import viewer_of
from kakehashi.office.apps.targeting.access import is_own
from kakehashi.office.apps.targeting.forms import WeightsForm
from kakehashi.office.apps.targeting.models import TargetList
from kakehashi.office.apps.targeting.queries.panel import lists_resting_on, standings
from kakehashi.office.apps.targeting.queries.whatif import what_if
from kakehashi.office.apps.targeting.views.detail import loaded
from kakehashi.office.core.sentences import complaint


def company_panel(request: HttpRequest) -> HttpResponse:
    """`?register=&key=` or `?organisation=`: the lists in which a company stands, with the reasons."""
    viewer = viewer_of(request)
    number = request.GET.get("organisation", "")
    found = standings(
        viewer,
        register=request.GET.get("register", ""),
        key=request.GET.get("key", ""),
        organisation=int(number) if number.isdecimal() else None,
    )
    template = "_company_panel" if getattr(request, "htmx", False) else "company_panel"
    return render(request, f"targeting/{template}.html", {"standings": found})


def evidence_use(request: HttpRequest, key: str) -> HttpResponse:
    return render(
        request, "targeting/_evidence_use.html", {"lists": lists_resting_on(viewer_of(request), key)}
    )


def what_if_preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The head of the list under the weights in the query string; nothing is kept."""
    viewer = viewer_of(request)
    row = loaded(viewer, pk)
    # Weighing one criterion alone would tell what a reader of a shared list must not see.
    if not is_own(viewer, row) or row.state != TargetList.State.FROZEN:
        raise Http404
    form = WeightsForm(request.GET)
    context: dict[str, object] = {"list": row, "moves": [], "problem": ""}
    if form.is_valid():
        try:
            context["moves"] = what_if(row, form.weights())
        except WrongInput as problem:
            context["problem"] = complaint(problem)
    else:
        context["problem"] = " ".join(str(error) for errors in form.errors.values() for error in errors)
    return render(request, "targeting/_what_if.html", context)
