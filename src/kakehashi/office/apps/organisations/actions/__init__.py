"""The verbs of the organisations app: each checks access, writes, and records in the journal, in one
transaction.
"""

from kakehashi.office.apps.organisations.actions.adoption import adopt, adopted
from kakehashi.office.apps.organisations.actions.assigning import assign, complete_assignment
from kakehashi.office.apps.organisations.actions.confidentiality import keep_confidential, share_with_all
from kakehashi.office.apps.organisations.actions.interactions import (
    add_interaction,
    check_own,
    delete_interaction,
    edit_interaction,
    undo_deletion,
    write_note,
)
from kakehashi.office.apps.organisations.actions.naming import (
    add_identifier,
    add_name,
    remove_identifier,
    remove_name,
)
from kakehashi.office.apps.organisations.actions.records import Basics, create, delete, edit

__all__ = [
    "Basics",
    "add_identifier",
    "add_interaction",
    "add_name",
    "adopt",
    "adopted",
    "assign",
    "check_own",
    "complete_assignment",
    "create",
    "delete",
    "delete_interaction",
    "edit",
    "edit_interaction",
    "keep_confidential",
    "remove_identifier",
    "remove_name",
    "share_with_all",
    "undo_deletion",
    "write_note",
]
