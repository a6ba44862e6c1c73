"""Registers of companies: read in their own layouts, compared, kept as versions, searched in any script."""

from kakehashi.registers.format import Format
from kakehashi.registers.formats import FORMATS, detect_format, read_rows
from kakehashi.registers.importing import plan_table
from kakehashi.registers.mapping import FIELDS, Mapping, suggest_mapping
from kakehashi.registers.plan import Change, Plan, PlanRow
from kakehashi.registers.planning import plan
from kakehashi.registers.progress import Progress
from kakehashi.registers.row import SCHEMA, LeftOut, RegisterRow, Rejected
from kakehashi.registers.searching import Hit
from kakehashi.registers.sentences import SENTENCES
from kakehashi.registers.snapshot import Snapshot
from kakehashi.registers.store import Store, Version

__all__ = [
    "FIELDS",
    "FORMATS",
    "SCHEMA",
    "SENTENCES",
    "Change",
    "Format",
    "Hit",
    "LeftOut",
    "Mapping",
    "Plan",
    "PlanRow",
    "Progress",
    "RegisterRow",
    "Rejected",
    "Snapshot",
    "Store",
    "Version",
    "detect_format",
    "plan",
    "plan_table",
    "read_rows",
    "suggest_mapping",
]
