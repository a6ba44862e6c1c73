"""What each role may do: the one table from which every permission in the office is read."""

from enum import StrEnum

from django.db import models
from django.utils.translation import pgettext_lazy


class Role(models.TextChoices):
    OFFICER = "officer", pgettext_lazy("role", "Promotion officer")
    LIAISON = "liaison", pgettext_lazy("role", "Liaison officer")
    PARK_MANAGER = "park_manager", pgettext_lazy("role", "Park manager")
    ANALYST = "analyst", pgettext_lazy("role", "Analyst")
    EVENT_MANAGER = "event_manager", pgettext_lazy("role", "Event manager")
    HEAD = "head", pgettext_lazy("role", "Head of the office")
    ADMINISTRATOR = "administrator", pgettext_lazy("role", "Administrator")


class Capability(StrEnum):
    IMPORT_REGISTERS = "import_registers"
    RUN_TARGETING = "run_targeting"
    ASSIGN = "assign"
    WRITE_NOTES = "write_notes"
    EDIT_PLACES = "edit_places"
    EXPORT = "export"
    DELETE = "delete"
    RESTORE = "restore"
    READ_JOURNAL = "read_journal"
    SEE_ALL_TEAMS = "see_all_teams"


_EVERYBODY = frozenset(
    {Capability.WRITE_NOTES, Capability.ASSIGN, Capability.EXPORT, Capability.READ_JOURNAL}
)
_PROMOTION = _EVERYBODY | {Capability.IMPORT_REGISTERS, Capability.RUN_TARGETING, Capability.DELETE}

CAPABILITIES: dict[str, frozenset[Capability]] = {
    Role.OFFICER: _PROMOTION,
    Role.LIAISON: _PROMOTION,
    Role.PARK_MANAGER: _EVERYBODY | {Capability.EDIT_PLACES},
    Role.ANALYST: _PROMOTION | {Capability.EDIT_PLACES, Capability.RESTORE},
    Role.EVENT_MANAGER: _EVERYBODY,
    Role.HEAD: _PROMOTION | {Capability.SEE_ALL_TEAMS, Capability.RESTORE},
    Role.ADMINISTRATOR: frozenset(Capability),
}
