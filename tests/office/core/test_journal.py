"""The journal: append-only, and it outlives what it describes."""

from importlib import import_module

import pytest
from django.db import DatabaseError, connection, transaction

from kakehashi.office.apps.accounts.models import Team, User
from kakehashi.office.core import deletion, journal
from kakehashi.office.core.models import JournalEntry

guards = import_module("kakehashi.office.core.migrations.0002_journal_guards")


def test_an_entry_says_who_what_and_from_where(officer: User, team: Team) -> None:
    """The names are kept as text, so that they can be read when the rows are gone."""
    with journal.origin(journal.Origin(channel="web", address="10.0.0.1", request="abc")):
        entry = journal.record(actor=officer, action="signed_in", subject=team)
    assert (entry.actor_name, entry.subject_label, entry.channel, entry.address) == (
        "Officer",
        "Promotion team",
        "web",
        "10.0.0.1",
    )
    assert list(journal.entries_about(team)) == [entry]


def test_an_entry_cannot_be_changed(officer: User) -> None:
    """The database refuses, whoever asks."""
    journal.record(actor=officer, action="signed_in")
    with pytest.raises(DatabaseError), transaction.atomic():
        JournalEntry.objects.update(actor_name="somebody else")


def test_an_entry_cannot_be_deleted(officer: User) -> None:
    """The database refuses, whoever asks."""
    journal.record(actor=officer, action="signed_in")
    if connection.vendor == "sqlite":  # the session's set-up takes this guard away, for transactional tests
        connection.cursor().execute(guards.SQLITE[1])
    with pytest.raises(DatabaseError), transaction.atomic():
        JournalEntry.objects.all().delete()
    assert JournalEntry.objects.count() == 1


def test_a_deleted_record_comes_back_with_its_key(officer: User, other_team: Team) -> None:
    """Restoring puts the same row under the same key, and both steps are in the journal."""
    key = other_team.pk
    entry = deletion.delete(actor=officer, subject=other_team)
    assert not Team.objects.filter(pk=key).exists()
    restored = deletion.restore(actor=officer, entry=entry)
    assert restored.pk == key
    assert Team.objects.get(pk=key).name == {"en": "Services team"}
    assert list(JournalEntry.objects.order_by("id").values_list("action", flat=True)) == [
        "deleted",
        "restored",
    ]
