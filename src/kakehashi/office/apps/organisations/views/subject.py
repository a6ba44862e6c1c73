"""Reads from a request which company is meant: an organisation, or a row of a register."""

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from kakehashi.office.apps.accounts.access import one
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.organisations.access import link_of, organisations_of
from kakehashi.office.apps.organisations.actions.adoption import Company
from kakehashi.office.apps.organisations.register_rows import RowReference
from kakehashi.office.apps.registers.models import Register


def company_asked_for(request: HttpRequest, viewer: User) -> Company:
    """`?organisation=` or `?register=&key=` of the address; 404 when there is none that exists for the
    viewer.
    """
    organisation = request.GET.get("organisation", "")
    if organisation:
        if not organisation.isdecimal():
            raise Http404
        return one(organisations_of(viewer), pk=int(organisation))
    reference = row_reference(request.GET.get("register", ""), request.GET.get("key", ""))
    linked = link_of(viewer, register_id=reference.register.pk, key=reference.key)
    return linked.organisation if linked else reference


def row_reference(code: str, key: str) -> RowReference:
    """The row that an address names; 404 for an unknown register and for what no key can be."""
    if "\0" in code + key:
        raise Http404
    return RowReference(get_object_or_404(Register, code=code), key)
