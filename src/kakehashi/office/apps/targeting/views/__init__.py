"""The pages of the targeting app."""

from kakehashi.office.apps.targeting.views.changes import (
    delete,
    rename,
    repeat,
    run_again,
    share,
    undo_delete,
)
from kakehashi.office.apps.targeting.views.detail import detail, export_list, reason_evidence, target
from kakehashi.office.apps.targeting.views.handing import hand_over, take_back
from kakehashi.office.apps.targeting.views.lists import index, new, ready
from kakehashi.office.apps.targeting.views.panels import company_panel, evidence_use, what_if_preview

__all__ = [
    "company_panel",
    "delete",
    "detail",
    "evidence_use",
    "export_list",
    "hand_over",
    "index",
    "new",
    "ready",
    "reason_evidence",
    "rename",
    "repeat",
    "run_again",
    "share",
    "take_back",
    "target",
    "undo_delete",
    "what_if_preview",
]
