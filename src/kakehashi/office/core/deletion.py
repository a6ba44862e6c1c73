"""Deletes a record so that it can be restored: everything that goes with it is kept in the journal."""

import json
from collections.abc import Mapping
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.core import serializers
from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, models, router, transaction
from django.db.models.deletion import Collector

from kakehashi.kernel import Json, WrongInput
from kakehashi.office.core import journal
from kakehashi.office.core.models import JournalEntry


def _with_dependants(subject: models.Model) -> list[models.Model]:
    """The record and every row that its deletion would take along, parents first."""
    collector = Collector(using=router.db_for_write(type(subject)))
    collector.collect([subject])
    rows = [row for rows in collector.data.values() for row in rows]
    rows += [row for queryset in collector.fast_deletes for row in queryset]
    others = [row for row in rows if (type(row), row.pk) != (type(subject), subject.pk)]
    return [subject, *sorted(others, key=lambda row: (row._meta.label_lower, row.pk))]


def delete(
    *,
    actor: AbstractBaseUser,
    subject: models.Model,
    team_id: int | None = None,
    params: Mapping[str, Json] | None = None,
) -> JournalEntry:
    """Deletes `subject` with its dependants and returns the journal entry from which it can be restored."""
    with transaction.atomic():
        rows: list[dict[str, Any]] = serializers.serialize("python", _with_dependants(subject))
        snapshot = [_plain(row) for row in rows]
        entry = journal.record(
            actor=actor, action="deleted", subject=subject, params=params, snapshot=snapshot, team_id=team_id
        )
        subject.delete()
    return entry


def restore(*, actor: AbstractBaseUser, entry: JournalEntry) -> models.Model:
    """Brings back what `entry` recorded as deleted, under the same keys. WrongInput when that is no longer possible."""
    if entry.action != "deleted" or not entry.snapshot:
        raise WrongInput("core.nothing_to_restore")
    try:
        with transaction.atomic():
            restored = [row.object for row in serializers.deserialize("python", entry.snapshot)]
            subject: models.Model = restored[0]
            if type(subject)._default_manager.filter(pk=subject.pk).exists():
                raise WrongInput("core.already_restored", subject=entry.subject_label)
            for row in serializers.deserialize("python", entry.snapshot):
                row.save()
            journal.record(
                actor=actor,
                action="restored",
                subject=subject,
                params={"entry": entry.pk},
                team_id=entry.team_id,
            )
    except (IntegrityError, serializers.base.DeserializationError) as error:
        raise WrongInput("core.cannot_restore", subject=entry.subject_label) from error
    return subject


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """A serialised row in which every value survives JSON (dates as text)."""
    plain: dict[str, Any] = json.loads(json.dumps(row, cls=DjangoJSONEncoder))
    return plain
