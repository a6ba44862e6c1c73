"""The pages of the places app."""

from kakehashi.office.apps.places.views.chain import chain
from kakehashi.office.apps.places.views.evidence import evidence
from kakehashi.office.apps.places.views.place import detail, index

__all__ = ["chain", "detail", "evidence", "index"]
