"""Assigning, noting, and taking back."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone

from kakehashi.kernel import WrongInput
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.organisations import actions
from kakehashi.office.apps.organisations.models import Assignment, Interaction, Organisation
from kakehashi.office.apps.organisations.register_rows import RowReference
from kakehashi.office.apps.registers.models import Register
from kakehashi.office.core.models import JournalEntry


def test_assigning_a_register_row_takes_it_on(register: Register, officer: User, colleague: User) -> None:
    """One step for the officer: the company becomes an organisation and the colleague has it."""
    row = RowReference(register, "E02144")
    assignment = actions.assign(
        actor=officer, organisation=row, assignee=colleague, due_on=date(2026, 12, 1), message="Call first"
    )
    organisation = Organisation.objects.get()
    assert (assignment.organisation, organisation.assignee) == (organisation, colleague)
    done = list(JournalEntry.objects.order_by("pk").values_list("action", flat=True))
    assert done == ["organisation_adopted", "organisation_assigned"]


def test_a_refused_assignment_takes_nothing_on(register: Register, officer: User, stranger: User) -> None:
    """Adoption and assignment are one transaction."""
    stranger.is_active = False
    stranger.save()
    with pytest.raises(WrongInput):
        actions.assign(actor=officer, organisation=RowReference(register, "E02144"), assignee=stranger)
    assert not Organisation.objects.exists()


def test_assigning_again_hands_the_same_task_over(
    toyota: Organisation, officer: User, colleague: User
) -> None:
    """There is one open assignment, and the journal keeps who had it before."""
    actions.assign(actor=officer, organisation=toyota, assignee=officer)
    actions.assign(actor=officer, organisation=toyota, assignee=colleague)
    assert Assignment.objects.get().assignee == colleague
    last = JournalEntry.objects.filter(action="organisation_assigned").latest("pk")
    assert last.changes["assignee"] == ["Officer", "Colleague"]


def test_a_done_assignment_stays_in_the_record(toyota: Organisation, officer: User, colleague: User) -> None:
    """Done once is done; doing it again changes nothing."""
    assignment = actions.assign(actor=officer, organisation=toyota, assignee=colleague)
    actions.complete_assignment(actor=colleague, assignment=assignment)
    actions.complete_assignment(actor=colleague, assignment=assignment)
    assignment.refresh_from_db()
    assert assignment.done_at is not None
    assert JournalEntry.objects.filter(action="organisation_assignment_completed").count() == 1
    assert actions.assign(actor=officer, organisation=toyota, assignee=officer).pk != assignment.pk


def test_nobody_is_assigned_what_they_cannot_see(secret: Organisation, officer: User, stranger: User) -> None:
    """A confidential organisation stays within its team."""
    with pytest.raises(WrongInput) as refused:
        actions.assign(actor=officer, organisation=secret, assignee=stranger)
    assert refused.value.code == "organisations.assignee_cannot_see"


def test_a_stranger_cannot_assign_what_does_not_exist_for_her(secret: Organisation, stranger: User) -> None:
    """404, as for an organisation that never was."""
    with pytest.raises(Http404):
        actions.assign(actor=stranger, organisation=secret, assignee=stranger)


def test_a_note_is_kept_as_it_was_written(toyota: Organisation, officer: User) -> None:
    """Line ends, spaces and script stay; the language is that of the letters."""
    text = "  ご担当者と電話で話した。\n\n来週また連絡する。 "
    note = actions.write_note(actor=officer, organisation=toyota, text=text)
    note.refresh_from_db()
    assert (note.text, note.language, note.kind, note.author) == (text, "ja", "note", officer)


@pytest.mark.parametrize(
    ("text", "on", "code"),
    [
        (" \n ", date(2026, 1, 1), "organisations.note_empty"),
        ("x" * 20_001, date(2026, 1, 1), "organisations.note_too_long"),
        ("Met", date(2999, 1, 1), "organisations.in_future"),
    ],
)
def test_a_note_that_cannot_be_right_is_refused(
    toyota: Organisation, officer: User, text: str, on: date, code: str
) -> None:
    """Each refusal has a sentence of its own."""
    with pytest.raises(WrongInput) as refused:
        actions.add_interaction(actor=officer, organisation=toyota, kind="note", on=on, text=text)
    assert refused.value.code == code


def test_what_one_wrote_nobody_else_changes(toyota: Organisation, officer: User, colleague: User) -> None:
    """Not even a colleague of the same team."""
    note = actions.write_note(actor=officer, organisation=toyota, text="First")
    with pytest.raises(PermissionDenied):
        actions.edit_interaction(actor=colleague, interaction=note, kind="note", on=note.on, text="Other")
    with pytest.raises(PermissionDenied):
        actions.delete_interaction(actor=colleague, interaction=note)


def test_the_journal_keeps_the_text_before_a_change(toyota: Organisation, officer: User) -> None:
    """Saving without a change leaves no entry."""
    note = actions.write_note(actor=officer, organisation=toyota, text="First")
    yesterday = timezone.localdate() - timedelta(days=1)
    actions.edit_interaction(actor=officer, interaction=note, kind="call", on=yesterday, text="Second")
    actions.edit_interaction(actor=officer, interaction=note, kind="call", on=yesterday, text="Second")
    entry = JournalEntry.objects.get(action="organisation_interaction_changed")
    assert entry.changes["text"] == ["First", "Second"]


def test_a_deleted_note_comes_back(toyota: Organisation, officer: User) -> None:
    """The person who deleted it may take that back."""
    note = actions.write_note(actor=officer, organisation=toyota, text="First")
    entry = actions.delete_interaction(actor=officer, interaction=note)
    assert not Interaction.objects.exists()
    actions.undo_deletion(actor=officer, entry_id=entry.pk)
    assert Interaction.objects.get().text == "First"


def test_only_who_deleted_or_may_restore_brings_back(
    toyota: Organisation, officer: User, colleague: User, head: User
) -> None:
    """404 for everybody else, so that nobody learns what was deleted."""
    note = actions.write_note(actor=officer, organisation=toyota, text="First")
    entry = actions.delete_interaction(actor=officer, interaction=note)
    with pytest.raises(Http404):
        actions.undo_deletion(actor=colleague, entry_id=entry.pk)
    actions.undo_deletion(actor=head, entry_id=entry.pk)
    assert Interaction.objects.count() == 1


def test_a_note_for_the_team_needs_a_team(toyota: Organisation, head: User) -> None:
    """The head belongs to no team, and is told so."""
    with pytest.raises(WrongInput) as refused:
        actions.write_note(actor=head, organisation=toyota, text="Only us", team_only=True)
    assert refused.value.code == "organisations.no_team"
