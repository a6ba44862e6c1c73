"""The verbs of the targeting app: each checks access, writes, and records in the journal, in one
transaction.
"""

from kakehashi.office.apps.targeting.actions.handing import hand_over, take_back
from kakehashi.office.apps.targeting.actions.keeping import (
    check_own,
    delete,
    rename,
    save_profile,
    set_shared,
    undo_deletion,
)
from kakehashi.office.apps.targeting.actions.running import Order, repeat, run_again, start

__all__ = [
    "Order",
    "check_own",
    "delete",
    "hand_over",
    "rename",
    "repeat",
    "run_again",
    "save_profile",
    "set_shared",
    "start",
    "take_back",
    "undo_deletion",
]
