"""The pages of the registers app."""

from kakehashi.office.apps.registers.views.files import received_file, rejected_rows
from kakehashi.office.apps.registers.views.importing import history, import_page, new_import, undo
from kakehashi.office.apps.registers.views.listing import register_list, rows, versions
from kakehashi.office.apps.registers.views.steps import again, confirm, discard, map_columns

__all__ = [
    "again",
    "confirm",
    "discard",
    "history",
    "import_page",
    "map_columns",
    "new_import",
    "received_file",
    "register_list",
    "rejected_rows",
    "rows",
    "undo",
    "versions",
]
