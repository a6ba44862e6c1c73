"""The tables of the core."""

from kakehashi.office.core.models.importing import Import
from kakehashi.office.core.models.job import Job
from kakehashi.office.core.models.journal_entry import JournalEntry

__all__ = ["Import", "Job", "JournalEntry"]
