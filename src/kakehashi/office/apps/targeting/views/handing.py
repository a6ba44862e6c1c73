"""Handing the chosen companies to a colleague: first what would happen, then doing it, then taking it
back.
"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from kakehashi.kernel import WrongInput
from kakehashi.office.apps.accounts.access import require, viewer_of
from kakehashi.office.apps.accounts.roles import Capability
from kakehashi.office.apps.targeting import actions
from kakehashi.office.apps.targeting.forms import HandOverForm
from kakehashi.office.apps.targeting.models import Target, TargetList
from kakehashi.office.apps.targeting.queries.rows import rows_for
from kakehashi.office.apps.targeting.views.detail import loaded
from kakehashi.office.apps.targeting.wording import Wording
from kakehashi.office.core.models import JournalEntry
from kakehashi.office.core.sentences import complaint

#: More than these are not handed over at once: one person cannot approach them anyway.
MOST = 100


def hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    viewer = viewer_of(request)
    row = loaded(viewer, pk)
    require(viewer, Capability.ASSIGN)
    chosen = _chosen(row, request)
    if not chosen:
        messages.error(request, complaint(WrongInput("targeting.none_chosen")))
        return redirect("targeting:detail", pk)
    form = HandOverForm(request.POST or None, viewer=viewer)
    if request.method == "POST" and form.is_valid():
        entry = actions.hand_over(actor=viewer, target_list=row, targets=chosen, **form.cleaned_data)
        return redirect(f"{reverse('targeting:detail', args=[pk])}?handed={entry.pk}")
    context = {"list": row, "form": form, "rows": rows_for(viewer, row, chosen, Wording(row))}
    return render(request, "targeting/hand_over.html", context, status=400 if form.errors else 200)


@require_POST
def take_back(request: HttpRequest, entry: int) -> HttpResponse:
    viewer = viewer_of(request)
    row = get_object_or_404(JournalEntry, pk=entry, actor_id=viewer.pk)
    count = actions.take_back(actor=viewer, entry=row)
    text = ngettext("%(count)s company was taken back.", "%(count)s companies were taken back.", count)
    messages.success(
        request,
        text % {"count": count} if count else _("Somebody has changed them since: nothing was taken back."),
    )
    return redirect("targeting:detail", row.subject_id)


def _chosen(row: TargetList, request: HttpRequest) -> list[Target]:
    asked = (request.POST if request.method == "POST" else request.GET).getlist("rank")
    ranks = [int(each) for each in asked if each.isdecimal()][:MOST]
    return list(Target.objects.filter(target_list=row, rank__in=ranks).order_by("rank"))
