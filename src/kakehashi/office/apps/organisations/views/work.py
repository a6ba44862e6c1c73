"""Working with a company: taking it on, assigning it, writing about it, taking back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kakehashi.kernel import WrongInput
from kakehashi.office.apps.accounts.access import one, viewer_of
from kakehashi.office.apps.organisations import actions
from kakehashi.office.apps.organisations.access import assignments_of, interactions_of
from kakehashi.office.apps.organisations.actions.adoption import Company
from kakehashi.office.apps.organisations.forms import AssignForm, InteractionForm, NoteForm
from kakehashi.office.apps.organisations.models import Interaction, Organisation
from kakehashi.office.apps.organisations.views.forms import form_page, refuse
from kakehashi.office.apps.organisations.views.subject import company_asked_for
from kakehashi.office.apps.organisations.views.undo import offer_undo

TEXT_ERRORS = {
    "organisations.note": "text",
    "organisations.in_future": "on",
    "organisations.no_team": "team_only",
}


@require_POST
def adopt(request: HttpRequest) -> HttpResponse:
    viewer = viewer_of(request)
    organisation = actions.adopted(actor=viewer, company=company_asked_for(request, viewer))
    messages.success(
        request, _("%(name)s is now one of the office's organisations.") % {"name": organisation}
    )
    return redirect("organisations:detail", pk=organisation.pk)


def assign(request: HttpRequest) -> HttpResponse:
    viewer = viewer_of(request)
    company = company_asked_for(request, viewer)
    team_id = company.team_id if isinstance(company, Organisation) else None
    form = AssignForm(request.POST or None, viewer=viewer, team_id=team_id)
    if request.method == "POST" and form.is_valid():
        try:
            assignment = actions.assign(actor=viewer, organisation=company, **form.cleaned_data)
        except WrongInput as problem:
            refuse(form, problem, {"organisations.assignee": "assignee"})
        else:
            messages.success(request, _("Assigned to %(person)s.") % {"person": assignment.assignee})
            return redirect("organisations:detail", pk=assignment.organisation_id)
    return form_page(
        request, form, title=_("Assign"), verb=_("Assign"), back=address_of(company), about=name_of(company)
    )


@require_POST
def complete(request: HttpRequest, pk: int) -> HttpResponse:
    viewer = viewer_of(request)
    assignment = one(assignments_of(viewer).select_related("organisation", "assignee"), pk=pk)
    actions.complete_assignment(actor=viewer, assignment=assignment)
    messages.success(request, _("The assignment is done."))
    return redirect("organisations:detail", pk=assignment.organisation_id)


def note(request: HttpRequest) -> HttpResponse:
    viewer = viewer_of(request)
    company = company_asked_for(request, viewer)
    form = NoteForm(request.POST or None, initial={"on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            interaction = actions.add_interaction(actor=viewer, organisation=company, **form.cleaned_data)
        except WrongInput as problem:
            refuse(form, problem, TEXT_ERRORS)
        else:
            messages.success(request, _("Written down."))
            return redirect(reverse("organisations:detail", args=[interaction.organisation_id]))
    return form_page(
        request,
        form,
        title=_("Note or meeting"),
        verb=_("Save"),
        back=address_of(company),
        about=name_of(company),
    )


def edit_interaction(request: HttpRequest, pk: int) -> HttpResponse:
    viewer = viewer_of(request)
    interaction = one(interactions_of(viewer).select_related("organisation"), pk=pk)
    before = {"kind": interaction.kind, "on": interaction.on, "text": interaction.text}
    form = InteractionForm(request.POST or None, initial=before)
    back = address_of(interaction.organisation)
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_interaction(actor=viewer, interaction=interaction, **form.cleaned_data)
        except WrongInput as problem:
            refuse(form, problem, TEXT_ERRORS)
        else:
            messages.success(request, _("Changed."))
            return redirect(back)
    actions.check_own(viewer, interaction)
    return form_page(
        request,
        form,
        title=_("Change what you wrote"),
        verb=_("Save"),
        back=back,
        about=str(interaction.organisation),
    )


@require_POST
def delete_interaction(request: HttpRequest, pk: int) -> HttpResponse:
    viewer = viewer_of(request)
    interaction: Interaction = one(interactions_of(viewer).select_related("organisation"), pk=pk)
    organisation = interaction.organisation
    entry = actions.delete_interaction(actor=viewer, interaction=interaction)
    offer_undo(request, entry, _("The entry has been deleted."))
    return redirect(address_of(organisation))


@require_POST
def undo(request: HttpRequest, entry: int) -> HttpResponse:
    restored = actions.undo_deletion(actor=viewer_of(request), entry_id=entry)
    messages.success(request, _("%(what)s is back.") % {"what": restored})
    subject = restored.organisation if isinstance(restored, Interaction) else restored
    return redirect(address_of(subject) if isinstance(subject, Organisation) else "desk")


def address_of(company: Company) -> str:
    if isinstance(company, Organisation):
        return reverse("organisations:detail", args=[company.pk])
    return reverse("organisations:row", args=[company.register.code, company.key])


def name_of(company: Company) -> str:
    return str(company) if isinstance(company, Organisation) else company.key
