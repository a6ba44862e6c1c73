"""What people do with registers: import, confirm, discard, undo, apply again."""

from collections.abc import Mapping

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from kakehashi.kernel import Json, WrongInput
from kakehashi.office.apps.accounts.access import require
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.accounts.roles import Capability
from kakehashi.office.apps.registers.access import TARGET
from kakehashi.office.apps.registers.models import Register
from kakehashi.office.apps.registers.queries import version_before, version_on_top
from kakehashi.office.core import importing
from kakehashi.office.core.models import Import


def import_file(*, actor: User, upload: File[bytes], options: Mapping[str, Json]) -> Import:
    """Keeps the file and starts the dry run. Nothing is written into a register before somebody confirms."""
    require(actor, Capability.IMPORT_REGISTERS)
    record = importing.receive(
        actor=actor, team_id=actor.team_id, target=TARGET, upload=upload, options=options
    )
    importing.start_reading(actor=actor, record=record)
    return record


def plan_again(*, actor: User, record: Import, options: Mapping[str, Json] | None = None) -> None:
    """Starts another dry run of the kept file: interrupted, with other options, or on a newer state."""
    require(actor, Capability.IMPORT_REGISTERS)
    importing.start_reading(actor=actor, record=record, options=options)


def confirm_import(*, actor: User, record: Import) -> None:
    """Starts writing what the dry run announced."""
    require(actor, Capability.IMPORT_REGISTERS)
    importing.start_applying(actor=actor, record=record)


def discard_import(*, actor: User, record: Import) -> None:
    require(actor, Capability.IMPORT_REGISTERS)
    importing.discard(actor=actor, record=record)


def undo_import(*, actor: User, record: Import) -> Register:
    """Brings back the version before the import. WrongInput while a later import is on top."""
    require(actor, Capability.IMPORT_REGISTERS)
    with transaction.atomic():
        made = record.version
        register = Register.objects.select_for_update().get(pk=made.register_id)
        made.register = register
        later = version_on_top(made)
        if register.current_version != made.version:
            raise WrongInput("importing.not_on_top", file=str(later.made_by) if later else record.file_name)
        before = version_before(made)
        register.current_version = before.version if before else ""
        register.row_count = before.row_count if before else 0
        register.as_of = before.as_of if before else None
        register.updated_at = timezone.now()
        register.save(update_fields=["current_version", "row_count", "as_of", "updated_at"])
        importing.undone(
            actor=actor, record=record, into=register, result={"version": register.current_version}
        )
    return register


def apply_again(*, actor: User, record: Import) -> Import:
    """Starts a new import of the file of an import that was undone."""
    require(actor, Capability.IMPORT_REGISTERS)
    if record.state != Import.State.UNDONE:
        raise WrongInput("importing.moved_on", file=record.file_name)
    again = importing.repeat(actor=actor, record=record, team_id=actor.team_id)
    importing.start_reading(actor=actor, record=again)
    return again
