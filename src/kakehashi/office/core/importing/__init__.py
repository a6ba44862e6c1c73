"""Imports of any kind: the file is kept, a dry run shows what it would do, a person confirms, and it can be undone."""

from kakehashi.office.core.importing.files import keep, path_of
from kakehashi.office.core.importing.lifecycle import can_move, is_working, move, settle
from kakehashi.office.core.importing.plan_rows import PlanRow, PlanRows, forget_plan, plan_folder, plan_rows
from kakehashi.office.core.importing.steps import (
    applied,
    apply_again,
    discard,
    planned,
    receive,
    start_applying,
    start_reading,
    undone,
)

__all__ = [
    "PlanRow",
    "PlanRows",
    "applied",
    "apply_again",
    "can_move",
    "discard",
    "forget_plan",
    "is_working",
    "keep",
    "move",
    "path_of",
    "plan_folder",
    "plan_rows",
    "planned",
    "receive",
    "settle",
    "start_applying",
    "start_reading",
    "undone",
]
