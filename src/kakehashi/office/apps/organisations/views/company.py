"""The company page: of an organisation, and of a company that is only in a register."""

from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from kakehashi.office.apps.accounts.access import one, viewer_of
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.accounts.roles import Capability
from kakehashi.office.apps.organisations.access import link_of, organisations_of
from kakehashi.office.apps.organisations.company import Company
from kakehashi.office.apps.organisations.forms import AssignForm, IdentifierForm, NameForm, NoteForm
from kakehashi.office.apps.organisations.location import has_gazetteer
from kakehashi.office.apps.organisations.queries.company import company_in_register, company_of
from kakehashi.office.apps.organisations.queries.timeline import journal_of_organisation, timeline_of
from kakehashi.office.apps.organisations.register_rows import row_of
from kakehashi.office.apps.organisations.views.subject import row_reference


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of the company page that another app brings: loaded by the page, or followed as a link."""

    url: str
    label: str


def detail(request: HttpRequest, pk: int) -> HttpResponse:
    viewer = viewer_of(request)
    organisation = one(organisations_of(viewer).select_related("assignee", "team", "created_by"), pk=pk)
    company = company_of(organisation)
    context = {
        "signals": organisation.signals.order_by("-occurred_on", "-pk"),
        "today": timezone.localdate(),
        "timeline": timeline_of(viewer, organisation),
        "journal": journal_of_organisation(viewer, organisation),
        "name_form": NameForm(auto_id="name-%s"),
        "identifier_form": IdentifierForm(auto_id="identifier-%s"),
        **page_context(viewer, company),
    }
    return render(request, "organisations/company.html", context)


def row(request: HttpRequest, register: str, key: str) -> HttpResponse:
    """A company that is only in a register; once somebody has taken it on, its organisation."""
    viewer = viewer_of(request)
    reference = row_reference(register, key)
    linked = link_of(viewer, register_id=reference.register.pk, key=key)
    if linked:
        return redirect("organisations:detail", pk=linked.organisation_id)
    found = row_of(reference)
    if found is None:
        raise Http404
    return render(
        request, "organisations/company.html", page_context(viewer, company_in_register(reference, found))
    )


def page_context(viewer: User, company: Company) -> dict[str, object]:
    """What both kinds of company page need besides the company."""
    organisation = company.organisation
    team_id = organisation.team_id if organisation else None
    return {
        "company": company,
        "panels": _panels(company),
        "has_gazetteer": has_gazetteer(),
        "may_assign": viewer.may(Capability.ASSIGN),
        "may_write": viewer.may(Capability.WRITE_NOTES),
        "may_delete": viewer.may(Capability.DELETE),
        "assign_form": AssignForm(viewer=viewer, team_id=team_id, auto_id="assign-%s"),
        "note_form": NoteForm(initial={"on": timezone.localdate()}, auto_id="note-%s"),
    }


def _panels(company: Company) -> list[Panel]:
    return [
        Panel(url=f"{reverse(name)}?{company.query}", label=str(label))
        for name, label in settings.COMPANY_PANELS.items()
    ]
