"""The tables of the organisations app."""

from kakehashi.office.apps.organisations.models.organisation import (
    Address,
    Identifier,
    Name,
    Organisation,
    RegisterLink,
)
from kakehashi.office.apps.organisations.models.search import SearchDocument
from kakehashi.office.apps.organisations.models.work import Assignment, Interaction, Signal

__all__ = [
    "Address",
    "Assignment",
    "Identifier",
    "Interaction",
    "Name",
    "Organisation",
    "RegisterLink",
    "SearchDocument",
    "Signal",
]
