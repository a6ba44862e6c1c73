"""Notes, visits, meetings and calls: written, changed and taken back by the person who wrote them."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.http import Http404
from django.utils import timezone

from kakehashi.kernel import WrongInput
from kakehashi.names.scripts import guess_language
from kakehashi.office.apps.accounts.access import require, teams_scope
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.accounts.roles import Capability
from kakehashi.office.apps.organisations.access import interactions_of, may_change
from kakehashi.office.apps.organisations.actions.adoption import Company, adopted
from kakehashi.office.apps.organisations.actions.writing import check, record, touch
from kakehashi.office.apps.organisations.models import Interaction
from kakehashi.office.core import deletion, journal
from kakehashi.office.core.models import JournalEntry

LONGEST = 20_000


def write_note(*, actor: User, organisation: Company, text: str, team_only: bool = False) -> Interaction:
    """Writes a note of today; a register row is adopted first."""
    return add_interaction(
        actor=actor,
        organisation=organisation,
        kind=Interaction.Kind.NOTE,
        on=timezone.localdate(),
        text=text,
        team_only=team_only,
    )


def add_interaction(
    *,
    actor: User,
    organisation: Company,
    kind: str,
    on: date,
    text: str,
    team_only: bool = False,
    source_title: str = "",
    source_url: str = "",
) -> Interaction:
    """Writes down what was said or done. `team_only` keeps it to the actor's team.

    Raises WrongInput: `organisations.note_empty`, `organisations.note_too_long`, `organisations.in_future`,
    `organisations.no_team`.
    """
    require(actor, Capability.WRITE_NOTES)
    _check_text(text)
    _check_day(on)
    if team_only and actor.team_id is None:
        raise WrongInput("organisations.no_team")
    with transaction.atomic():
        taken = adopted(actor=actor, company=organisation)
        check(actor, taken, Capability.WRITE_NOTES)
        interaction = Interaction.objects.create(
            organisation=taken,
            kind=kind,
            on=on,
            text=text,
            language=language_of(text, actor),
            author=actor,
            team=actor.team if team_only else None,
            source_title=source_title,
            source_url=source_url,
            created_at=timezone.now(),
        )
        record(
            actor,
            f"organisation_{kind}_added",
            taken,
            params={"on": on.isoformat()},
            team_id=interaction.team_id,
        )
        touch(taken)
    return interaction


def edit_interaction(*, actor: User, interaction: Interaction, kind: str, on: date, text: str) -> None:
    """Changes what the actor wrote; the journal keeps the text as it was."""
    check_own(actor, interaction)
    _check_text(text)
    _check_day(on)
    before = {"kind": interaction.kind, "on": interaction.on.isoformat(), "text": interaction.text}
    after = {"kind": kind, "on": on.isoformat(), "text": text}
    changes = journal.difference(before, after)
    if not changes:
        return
    with transaction.atomic():
        interaction.kind, interaction.on, interaction.text = kind, on, text
        interaction.language = language_of(text, actor)
        interaction.save(update_fields=["kind", "on", "text", "language"])
        record(
            actor,
            "organisation_interaction_changed",
            interaction.organisation,
            params={"on": on.isoformat()},
            changes=changes,
            team_id=interaction.team_id,
        )
        touch(interaction.organisation)


def delete_interaction(*, actor: User, interaction: Interaction) -> JournalEntry:
    """Takes back what the actor wrote; the journal entry restores it."""
    check_own(actor, interaction)
    return deletion.delete(
        actor=actor,
        subject=interaction,
        team_id=interaction.team_id or interaction.organisation.team_id,
        params={"organisation": interaction.organisation_id},
    )


def undo_deletion(*, actor: User, entry_id: int) -> models.Model:
    """Brings back what the actor deleted (or anything, for those who may restore). 404 for everybody else."""
    entry = JournalEntry.objects.filter(teams_scope(actor), pk=entry_id, action="deleted").first()
    if entry is None or (entry.actor_id != actor.pk and not actor.may(Capability.RESTORE)):
        raise Http404
    return deletion.restore(actor=actor, entry=entry)


def language_of(text: str, actor: User) -> str:
    """The language that the letters show; for Han and Latin letters, which do not tell, the writer's own."""
    guessed = guess_language(text)
    if guessed:
        return "zh-hans" if guessed == "zh" else guessed
    return ("en" if actor.language == "en" else "") if text.isascii() else actor.language


def check_own(actor: User, interaction: Interaction) -> None:
    """404 for what the actor may not read, 403 for what somebody else wrote."""
    if not interactions_of(actor).filter(pk=interaction.pk).exists():
        raise Http404
    if not may_change(actor, interaction):
        raise PermissionDenied


def _check_text(text: str) -> None:
    if not text.strip():
        raise WrongInput("organisations.note_empty")
    if len(text) > LONGEST:
        raise WrongInput("organisations.note_too_long", limit=LONGEST, length=len(text))


def _check_day(on: date) -> None:
    if on > timezone.localdate():
        raise WrongInput("organisations.in_future", on=on.isoformat())
