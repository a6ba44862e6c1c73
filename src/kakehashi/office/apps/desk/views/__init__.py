"""The pages that look across the office."""

from kakehashi.office.apps.desk.views.desk import desk
from kakehashi.office.apps.desk.views.journal import journal_page, restore
from kakehashi.office.apps.desk.views.parts import parts
from kakehashi.office.apps.desk.views.search import search, suggest

__all__ = ["desk", "journal_page", "parts", "restore", "search", "suggest"]
