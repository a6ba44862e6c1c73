"""Entering an organisation by hand, changing its basic fields, deleting it, keeping it to a team."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kakehashi.kernel import WrongInput
from kakehashi.office.apps.accounts.access import one, require, viewer_of
from kakehashi.office.apps.accounts.roles import Capability
from kakehashi.office.apps.organisations import actions
from kakehashi.office.apps.organisations.access import organisations_of
from kakehashi.office.apps.organisations.actions import Basics
from kakehashi.office.apps.organisations.forms import BasicsForm, NewForm
from kakehashi.office.apps.organisations.queries.similar import similar_to
from kakehashi.office.apps.organisations.views.forms import form_page, refuse
from kakehashi.office.apps.organisations.views.undo import offer_undo

BASICS = ("name", "language", "kind", "country", "industry", "address")
ERRORS = {
    "identifier.unknown": "scheme",
    "identifier": "value",
    "organisations.identifier": "value",
    "organisations.name": "name",
    "organisations.no_team": "confidential",
}


def new(request: HttpRequest) -> HttpResponse:
    viewer = viewer_of(request)
    require(viewer, Capability.WRITE_NOTES)
    form = NewForm(request.POST or None, initial={"name": request.GET.get("name", "")})
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        try:
            basics = Basics(**{name: values.pop(name) for name in BASICS})
            organisation = actions.create(actor=viewer, basics=basics, **values)
        except WrongInput as problem:
            refuse(form, problem, ERRORS)
        else:
            messages.success(request, _("%(name)s has been entered.") % {"name": organisation})
            return redirect("organisations:detail", pk=organisation.pk)
    return render(request, "organisations/new.html", {"form": form}, status=422 if form.is_bound else 200)


def similar(request: HttpRequest) -> HttpResponse:
    """What is already in the office or in a register under a name like the typed one."""
    viewer = viewer_of(request)
    found = similar_to(viewer, request.GET.get("name", ""))
    return render(request, "organisations/_similar.html", {"found": found})


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    viewer = viewer_of(request)
    organisation = one(organisations_of(viewer), pk=pk)
    first = organisation.addresses.order_by("pk").first()
    before = {
        "name": organisation.display_name,
        "language": organisation.display_language,
        "kind": organisation.kind,
        "country": organisation.country,
        "industry": organisation.industry,
        "address": first.text if first else "",
    }
    form = BasicsForm(request.POST or None, initial=before)
    back = reverse("organisations:detail", args=[pk])
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit(actor=viewer, organisation=organisation, basics=Basics(**form.cleaned_data))
        except WrongInput as problem:
            refuse(form, problem, ERRORS)
        else:
            messages.success(request, _("Changed."))
            return redirect(back)
    return form_page(request, form, title=_("Edit"), verb=_("Save"), back=back, about=before["name"])


@require_POST
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    viewer = viewer_of(request)
    organisation = one(organisations_of(viewer), pk=pk)
    entry = actions.delete(actor=viewer, organisation=organisation)
    offer_undo(request, entry, _("%(name)s has been deleted.") % {"name": entry.subject_label})
    return redirect("organisations:list")


@require_POST
def confidential(request: HttpRequest, pk: int) -> HttpResponse:
    """Keeps the organisation to the viewer's team, or shares it with all again."""
    viewer = viewer_of(request)
    organisation = one(organisations_of(viewer), pk=pk)
    if organisation.is_confidential:
        actions.share_with_all(actor=viewer, organisation=organisation)
        messages.success(request, _("All teams can see it again."))
    else:
        actions.keep_confidential(actor=viewer, organisation=organisation)
        messages.success(request, _("From now on only your team can see it."))
    return redirect("organisations:detail", pk=pk)
