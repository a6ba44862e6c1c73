"""Rows by the page, read only as far as the page needs them: of a register, or of a dry run."""

from collections.abc import Sequence
from typing import overload

from kakehashi.office.apps.registers.models import Register
from kakehashi.office.apps.registers.queries import snapshot_of
from kakehashi.registers import Plan, PlanRow, RegisterRow

#: How many hits of a search are shown at most.
MOST_HITS = 100


class PlanLines(Sequence[PlanRow]):
    """The lines of one kind of a dry run, as a sequence for a paginator."""

    def __init__(self, plan: Plan, *, kind: str) -> None:
        self._plan, self._kind = plan, kind

    def __len__(self) -> int:
        return self._plan.counts[self._kind]

    @overload
    def __getitem__(self, at: int) -> PlanRow: ...
    @overload
    def __getitem__(self, at: slice) -> list[PlanRow]: ...
    def __getitem__(self, at: int | slice) -> PlanRow | list[PlanRow]:
        if isinstance(at, int):
            return self._plan.rows(self._kind, at, 1)[0]
        first, end, _step = at.indices(len(self))
        return self._plan.rows(self._kind, first, end - first)


class RegisterRows(Sequence[RegisterRow]):
    """The rows of a register in order of importance, or what a search finds, the best first."""

    def __init__(self, register: Register, *, query: str = "") -> None:
        self.query = query
        self._snapshot = snapshot_of(register)
        self._keys: list[str] | None = None
        if query and self._snapshot:
            self._keys = [hit.key for hit in self._snapshot.search(query, limit=MOST_HITS)]

    @property
    def is_cut(self) -> bool:
        """Whether there may be more hits than are shown."""
        return self._keys is not None and len(self._keys) == MOST_HITS

    def __len__(self) -> int:
        if self._snapshot is None:
            return 0
        return self._snapshot.count if self._keys is None else len(self._keys)

    @overload
    def __getitem__(self, at: int) -> RegisterRow: ...
    @overload
    def __getitem__(self, at: slice) -> list[RegisterRow]: ...
    def __getitem__(self, at: int | slice) -> RegisterRow | list[RegisterRow]:
        if isinstance(at, int):
            return self[at : at + 1][0]
        first, end, _step = at.indices(len(self))
        if self._snapshot is None:
            return []
        if self._keys is None:
            return self._snapshot.rows(first, end - first)
        found = (self._snapshot.get(key) for key in self._keys[first:end])
        return [row for row in found if row is not None]
