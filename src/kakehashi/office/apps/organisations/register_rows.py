"""A row of a register's current version, by its key."""

from dataclasses import dataclass

from kakehashi.office.apps.registers.models import Register
from kakehashi.office.apps.registers.queries import snapshot_of
from kakehashi.registers.row import RegisterRow


@dataclass(frozen=True, slots=True)
class RowReference:
    """A company that may only be in a register so far."""

    register: Register
    key: str


def row_of(reference: RowReference) -> RegisterRow | None:
    """The row, or None when the register has no current version or no such key."""
    snapshot = snapshot_of(reference.register)
    return snapshot.get(reference.key) if snapshot else None
