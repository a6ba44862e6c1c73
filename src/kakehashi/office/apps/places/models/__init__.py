"""The tables of the places app."""

from kakehashi.office.apps.places.models.chain import Chain, ChainLink, ChainNode
from kakehashi.office.apps.places.models.place import Evidence, Place, Presence

__all__ = ["Chain", "ChainLink", "ChainNode", "Evidence", "Place", "Presence"]
