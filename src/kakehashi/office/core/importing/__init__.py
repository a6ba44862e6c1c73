"""Imports of any kind: a file is kept, a dry run shows what it would do, a person confirms or undoes."""

from kakehashi.office.core.importing.files import keep, path_of
from kakehashi.office.core.importing.lifecycle import can_move, is_working, move, settle
from kakehashi.office.core.importing.plans import forget_plan, new_plan_folder, plan_folder
from kakehashi.office.core.importing.steps import (
    applied,
    discard,
    planned,
    receive,
    repeat,
    start_applying,
    start_reading,
    undone,
)

__all__ = [
    "applied",
    "can_move",
    "discard",
    "forget_plan",
    "is_working",
    "keep",
    "move",
    "new_plan_folder",
    "path_of",
    "plan_folder",
    "planned",
    "receive",
    "repeat",
    "settle",
    "start_applying",
    "start_reading",
    "undone",
]
