"""The journal: who did what, when, to what, from where; written with what it describes, and never changed."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.utils import timezone

from kakehashi.kernel import Json
from kakehashi.office.core.models import JournalEntry


@dataclass(frozen=True, slots=True)
class Origin:
    """From where something is done: the channel (web, job, command), the address, and the request's own mark."""

    channel: str = "command"
    address: str = ""
    request: str = ""


_origin: ContextVar[Origin] = ContextVar("journal_origin", default=Origin())  # noqa: B039 - Origin is frozen


@contextmanager
def origin(here: Origin) -> Iterator[None]:
    """Everything recorded inside this block comes from `here`."""
    token = _origin.set(here)
    try:
        yield
    finally:
        _origin.reset(token)


def record(
    *,
    actor: AbstractBaseUser | None,
    action: str,
    subject: models.Model | None = None,
    params: Mapping[str, Json] | None = None,
    changes: Mapping[str, Json] | None = None,
    snapshot: list[dict[str, Any]] | None = None,
    team_id: int | None = None,
) -> JournalEntry:
    """Appends one entry. `action` names a sentence (`journal.<action>`); `changes` is {field: [before, after]}.

    `team_id` is the team whose confidential record this is about: only those who may see that team's
    records may see the entry. The entry keeps names as text, so that it outlives what it describes.
    """
    here = _origin.get()
    return JournalEntry.objects.create(
        at=timezone.now(),
        actor_id=actor.pk if actor else None,
        actor_name=str(actor) if actor else "",
        action=action,
        subject_type=subject._meta.label_lower if subject else "",
        subject_id=str(subject.pk) if subject else "",
        subject_label=str(subject)[:300] if subject else "",
        params=dict(params or {}),
        changes=dict(changes or {}),
        snapshot=snapshot,
        team_id=team_id,
        channel=here.channel,
        address=here.address,
        request=here.request,
    )


def entries_about(subject: models.Model) -> models.QuerySet[JournalEntry]:
    """Everything that was recorded about one record, the latest first."""
    return JournalEntry.objects.filter(
        subject_type=subject._meta.label_lower, subject_id=str(subject.pk)
    ).order_by("-id")


def difference(before: Mapping[str, Json], after: Mapping[str, Json]) -> dict[str, Json]:
    """The fields that differ, as {field: [before, after]}."""
    return {name: [before.get(name), after[name]] for name in after if before.get(name) != after[name]}
