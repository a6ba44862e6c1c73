"""The steps of an import: each writes and journals. The app asks before whether somebody may."""

from collections.abc import Mapping

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.files.base import File
from django.db import models, transaction
from django.utils import timezone

from kakehashi.kernel import Json
from kakehashi.office.core import jobs, journal
from kakehashi.office.core.importing import files, lifecycle
from kakehashi.office.core.importing.plans import forget_plan
from kakehashi.office.core.models import Import

State = Import.State


def receive(
    *,
    actor: AbstractBaseUser,
    team_id: int | None,
    target: str,
    upload: File[bytes],
    options: Mapping[str, Json],
) -> Import:
    """Keeps the file and writes down who handed it in. Nothing is read yet: `start_reading` comes next."""
    kept = files.keep(upload)
    with transaction.atomic():
        record = Import.objects.create(
            target=target,
            file_name=(upload.name or "?")[-255:],
            stored_name=kept.stored_name,
            size=kept.size,
            sha256=kept.sha256,
            options=dict(options),
            owner_id=actor.pk,
            team_id=team_id,
            created_at=timezone.now(),
        )
        journal.record(actor=actor, action="import_received", subject=record, team_id=team_id)
    return record


def start_reading(
    *, actor: AbstractBaseUser, record: Import, options: Mapping[str, Json] | None = None
) -> None:
    """Starts a dry run in the background: the job `<target>.dry_run` with `import_id`.

    `options` replace the import's own where given. WrongInput when the import is past that.
    """
    changed = record.options if options is None else options
    with transaction.atomic():
        lifecycle.move(record, to=State.READING, findings={}, options=dict(changed))
        _start(actor=actor, record=record, kind=f"{record.target}.dry_run")


def start_applying(*, actor: AbstractBaseUser, record: Import) -> None:
    """Starts doing what the dry run announced: the job `<target>.apply` with `import_id`."""
    with transaction.atomic():
        lifecycle.move(record, to=State.APPLYING)
        _start(actor=actor, record=record, kind=f"{record.target}.apply")


def planned(*, record: Import, findings: Mapping[str, Json], known_layout: bool = True) -> None:
    """Writes down what the dry run found, for a person to look at."""
    state = State.PLANNED if known_layout else State.UNMAPPED
    lifecycle.move(record, to=state, findings=dict(findings))


def applied(
    *,
    actor: AbstractBaseUser,
    record: Import,
    into: models.Model,
    target_key: str,
    result: Mapping[str, Json],
) -> None:
    """Writes down that the import is done. Call it in the transaction that makes its rows current."""
    lifecycle.move(
        record, to=State.APPLIED, result=dict(result), target_key=target_key, applied_at=timezone.now()
    )
    params: dict[str, Json] = {"into": str(into), **result}
    journal.record(
        actor=actor, action="import_applied", subject=record, params=params, team_id=record.team_id
    )


def undone(
    *, actor: AbstractBaseUser, record: Import, into: models.Model, result: Mapping[str, Json]
) -> None:
    """Writes down that the import was undone. Call it in the transaction that brings back what was before."""
    lifecycle.move(record, to=State.UNDONE, undone_at=timezone.now())
    params: dict[str, Json] = {"into": str(into), **result}
    journal.record(actor=actor, action="import_undone", subject=record, params=params, team_id=record.team_id)


def discard(*, actor: AbstractBaseUser, record: Import) -> None:
    """Gives the plan up; the file stays, so that it can be planned again."""
    with transaction.atomic():
        lifecycle.move(record, to=State.DISCARDED)
        journal.record(actor=actor, action="import_discarded", subject=record, team_id=record.team_id)
        transaction.on_commit(lambda: forget_plan(record))


def repeat(*, actor: AbstractBaseUser, record: Import, team_id: int | None) -> Import:
    """A new import of the same kept file, read the same way: each of the two keeps its own history."""
    files.path_of(record)
    with transaction.atomic():
        again = Import.objects.create(
            target=record.target,
            file_name=record.file_name,
            stored_name=record.stored_name,
            size=record.size,
            sha256=record.sha256,
            options=record.options,
            repeats=record,
            owner_id=actor.pk,
            team_id=team_id,
            created_at=timezone.now(),
        )
        journal.record(actor=actor, action="import_received", subject=again, team_id=team_id)
    return again


def _start(*, actor: AbstractBaseUser, record: Import, kind: str) -> None:
    job = jobs.start(kind=kind, owner=actor, import_id=record.pk)
    Import.objects.filter(pk=record.pk).update(job=job)
    record.refresh_from_db()
