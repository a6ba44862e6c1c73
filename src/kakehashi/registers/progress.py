"""How long work tells how far it is; what it calls may raise to stop the work."""

from collections.abc import Callable
from typing import TypeAlias

#: Called now and then with what is done and, where it is known, of how much. Raise in it to cancel.
Progress: TypeAlias = Callable[[int, int | None], None]


def silent(done: int, total: int | None) -> None:
    """The progress of work that nobody watches."""
