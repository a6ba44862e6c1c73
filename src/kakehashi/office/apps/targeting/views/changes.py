"""Changing a list: its name, who sees it, running it again, removing it and bringing it back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kakehashi.office.apps.accounts.access import viewer_of
from kakehashi.office.apps.targeting import actions
from kakehashi.office.apps.targeting.forms import NameForm
from kakehashi.office.apps.targeting.views.detail import loaded
from kakehashi.office.core.models import JournalEntry


@require_POST
def rename(request: HttpRequest, pk: int) -> HttpResponse:
    viewer = viewer_of(request)
    row = loaded(viewer, pk)
    form = NameForm(request.POST)
    if form.is_valid():
        actions.rename(actor=viewer, target_list=row, name=form.cleaned_data["name"])
        messages.success(request, _("The list has its new name."))
    else:
        messages.error(request, _("A list needs a name of 1 to 200 characters. It keeps the one it had."))
    return redirect("targeting:detail", pk)


@require_POST
def share(request: HttpRequest, pk: int) -> HttpResponse:
    viewer = viewer_of(request)
    shared = request.POST.get("shared") == "yes"
    actions.set_shared(actor=viewer, target_list=loaded(viewer, pk), shared=shared)
    if shared:
        messages.success(request, _("Every team can now read this list."))
    else:
        messages.success(request, _("Only your team sees this list now."))
    return redirect("targeting:detail", pk)


@require_POST
def repeat(request: HttpRequest, pk: int) -> HttpResponse:
    viewer = viewer_of(request)
    job = actions.repeat(actor=viewer, target_list=loaded(viewer, pk))
    return redirect(f"{reverse('targeting:detail', args=[pk])}?repeat={job.pk}")


@require_POST
def run_again(request: HttpRequest, pk: int) -> HttpResponse:
    viewer = viewer_of(request)
    actions.run_again(actor=viewer, target_list=loaded(viewer, pk))
    return redirect("targeting:detail", pk)


@require_POST
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    viewer = viewer_of(request)
    entry = actions.delete(actor=viewer, target_list=loaded(viewer, pk))
    return redirect(f"{reverse('targeting:list')}?deleted={entry.pk}")


@require_POST
def undo_delete(request: HttpRequest, entry: int) -> HttpResponse:
    viewer = viewer_of(request)
    row = get_object_or_404(JournalEntry, pk=entry, actor_id=viewer.pk)
    restored = actions.undo_deletion(actor=viewer, entry=row)
    messages.success(request, _("The list is back as it was."))
    return redirect("targeting:detail", restored.pk)
