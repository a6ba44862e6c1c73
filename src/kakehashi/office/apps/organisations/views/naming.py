"""Adding and removing the names and identifiers of an organisation."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kakehashi.kernel import WrongInput
from kakehashi.office.apps.accounts.access import one, viewer_of
from kakehashi.office.apps.organisations import actions
from kakehashi.office.apps.organisations.access import organisations_of
from kakehashi.office.apps.organisations.forms import IdentifierForm, NameForm
from kakehashi.office.apps.organisations.models import Identifier, Name
from kakehashi.office.apps.organisations.views.forms import form_page, refuse


def add_name(request: HttpRequest, pk: int) -> HttpResponse:
    form = NameForm(request.POST or None)
    return _add(request, pk, form, actions.add_name, title=_("Add a name"), field="text")


def add_identifier(request: HttpRequest, pk: int) -> HttpResponse:
    form = IdentifierForm(request.POST or None)
    return _add(request, pk, form, actions.add_identifier, title=_("Add an identifier"), field="value")


@require_POST
def remove_name(request: HttpRequest, pk: int) -> HttpResponse:
    viewer = viewer_of(request)
    name = one(
        Name.objects.filter(organisation__in=organisations_of(viewer)).select_related("organisation"), pk=pk
    )
    actions.remove_name(actor=viewer, name=name)
    messages.success(request, _("The name “%(name)s” has been removed.") % {"name": name.text})
    return redirect("organisations:detail", pk=name.organisation_id)


@require_POST
def remove_identifier(request: HttpRequest, pk: int) -> HttpResponse:
    viewer = viewer_of(request)
    visible = Identifier.objects.filter(organisation__in=organisations_of(viewer)).select_related(
        "organisation"
    )
    identifier = one(visible, pk=pk)
    actions.remove_identifier(actor=viewer, identifier=identifier)
    messages.success(request, _("The identifier %(value)s has been removed.") % {"value": identifier.value})
    return redirect("organisations:detail", pk=identifier.organisation_id)


def _add(
    request: HttpRequest, pk: int, form: forms.Form, action: Callable[..., object], *, title: str, field: str
) -> HttpResponse:
    viewer = viewer_of(request)
    organisation = one(organisations_of(viewer), pk=pk)
    back = reverse("organisations:detail", args=[pk])
    if request.method == "POST" and form.is_valid():
        try:
            action(actor=viewer, organisation=organisation, **form.cleaned_data)
        except WrongInput as problem:
            refuse(
                form, problem, {"identifier.unknown": "scheme", "identifier": field, "organisations": field}
            )
        else:
            messages.success(request, _("Added."))
            return redirect(back)
    return form_page(request, form, title=title, verb=_("Add"), back=back, about=str(organisation))
