"""Importing a register: dry run, confirmation, undo, and what happens when two people do it at once."""

import pytest
from django.core.exceptions import PermissionDenied
from pytest_django import DjangoCaptureOnCommitCallbacks

from kakehashi.kernel import WrongInput
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.registers import actions
from kakehashi.office.apps.registers.models import Register, RegisterVersion
from kakehashi.office.apps.registers.queries import current_registers, snapshot_of, store
from kakehashi.office.core import importing
from kakehashi.office.core.models import Import, JournalEntry
from kakehashi.registers import Plan
from tests.office.registers.conftest import ImportFile
from tests.office.registers.edinet_files import HOKUTO, KANEKO, SAKATA, edinet_file, line

State = Import.State
pytestmark = pytest.mark.django_db


def test_a_dry_run_counts_and_writes_nothing(officer: User, plan: ImportFile, content: bytes) -> None:
    """Three new, one rejected, one person left out; no register yet."""
    record = plan(officer, content)
    assert record.state == State.PLANNED
    assert record.findings["counts"] == {
        "new": 3, "changed": 0, "same": 0, "gone": 0, "rejected": 1, "left_out": 1,
    }  # fmt: skip
    assert record.findings["encoding"] == "cp932"
    assert record.findings["as_of"] == "2026-10-05"
    assert not Register.objects.exists()
    assert store().registers() == []


def test_a_confirmed_import_makes_the_register_and_its_first_version(
    officer: User, apply: ImportFile, content: bytes
) -> None:
    """The register is described in four languages and holds the rows that were good."""
    record = apply(officer, content)
    register = Register.objects.get()
    assert record.state == State.APPLIED
    assert (register.code, register.row_count, str(register.as_of)) == ("jp-edinet", 3, "2026-10-05")
    assert set(register.name) == {"en", "zh-hans", "ja", "th"}
    snapshot = snapshot_of(register)
    assert snapshot is not None
    assert {row.key for row in snapshot.rows(0, 10)} == {"E00004", "E00006", "E00008"}
    assert list(current_registers()) == [register]
    assert record.target_key == "jp-edinet"


def test_the_same_file_again_changes_nothing(
    officer: User, apply: ImportFile, plan: ImportFile, content: bytes
) -> None:
    """Every row is the same."""
    apply(officer, content)
    counts = plan(officer, content).findings["counts"]
    assert (counts["same"], counts["new"], counts["changed"], counts["gone"]) == (3, 0, 0, 0)


def test_an_import_is_undone_and_applied_again(officer: User, apply: ImportFile, content: bytes) -> None:
    """Undoing brings back the version before; applying again makes a new import of the kept file."""
    first = apply(officer, content)
    second = apply(officer, edinet_file(KANEKO, line("E00006", "サカタ株式会社", number="6020001008662")))
    before = RegisterVersion.objects.get(made_by=first)
    actions.undo_import(actor=officer, record=second)
    register = Register.objects.get()
    assert register.current_version == before.version
    assert (register.row_count, second.state) == (3, State.UNDONE)
    again = actions.apply_again(actor=officer, record=second)
    again.refresh_from_db()
    assert (again.repeats, again.state) == (second, State.PLANNED)
    actions.confirm_import(actor=officer, record=again)
    register.refresh_from_db()
    assert register.row_count == 2
    assert RegisterVersion.objects.count() == 3


def test_the_first_import_can_be_undone_too(officer: User, apply: ImportFile, content: bytes) -> None:
    """The register stays, without rows."""
    record = apply(officer, content)
    register = actions.undo_import(actor=officer, record=record)
    assert (register.current_version, register.row_count, register.as_of) == ("", 0, None)
    assert snapshot_of(register) is None
    assert not current_registers()


def test_an_import_below_another_one_cannot_be_undone(
    officer: User, apply: ImportFile, content: bytes
) -> None:
    """The later one has to be undone first, and is named."""
    first = apply(officer, content)
    apply(officer, edinet_file(KANEKO), name="later.csv")
    with pytest.raises(WrongInput) as refused:
        actions.undo_import(actor=officer, record=first)
    assert (refused.value.code, refused.value.params) == ("importing.not_on_top", {"file": "later.csv"})
    first.refresh_from_db()
    assert first.state == State.APPLIED


def test_of_two_who_plan_the_same_file_the_second_to_confirm_is_told(
    officer: User, stranger: User, plan: ImportFile, content: bytes
) -> None:
    """Nothing of the second is written; it can be planned again, and then everything is the same."""
    first, second = plan(officer, content), plan(stranger, content)
    actions.confirm_import(actor=officer, record=first)
    actions.confirm_import(actor=stranger, record=second)
    second.refresh_from_db()
    assert second.state == State.OUTDATED
    assert second.problem_code == "importing.outdated"
    assert second.problem_params == {"who": "Officer", "file": "list.csv"}
    assert RegisterVersion.objects.count() == 1
    actions.plan_again(actor=stranger, record=second)
    second.refresh_from_db()
    assert second.findings["counts"]["same"] == 3


def test_a_plan_on_an_import_that_was_undone_is_outdated(
    officer: User, apply: ImportFile, plan: ImportFile, content: bytes
) -> None:
    """The state planned against is not the state any more."""
    apply(officer, content)
    on_top = apply(officer, edinet_file(KANEKO))
    planned = plan(officer, edinet_file(KANEKO, HOKUTO))
    actions.undo_import(actor=officer, record=on_top)
    actions.confirm_import(actor=officer, record=planned)
    planned.refresh_from_db()
    assert (planned.state, planned.problem_code) == (State.OUTDATED, "importing.outdated_by_undo")


def test_a_step_that_does_not_follow_is_refused(officer: User, apply: ImportFile, content: bytes) -> None:
    """A second click on Confirm, or on Discard after it, does nothing."""
    record = apply(officer, content)
    for step in (actions.confirm_import, actions.discard_import, actions.plan_again):
        with pytest.raises(WrongInput, match=r"importing\.moved_on"):
            step(actor=officer, record=record)  # type: ignore[operator]
    assert RegisterVersion.objects.count() == 1


def test_a_discarded_import_keeps_its_file_and_loses_its_plan(
    officer: User,
    plan: ImportFile,
    content: bytes,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    """It can be planned again."""
    record = plan(officer, content)
    with django_capture_on_commit_callbacks(execute=True):
        actions.discard_import(actor=officer, record=record)
    assert record.state == State.DISCARDED
    assert importing.path_of(record).read_bytes() == content
    assert not importing.plan_folder(record).exists()
    actions.plan_again(actor=officer, record=record)
    record.refresh_from_db()
    assert record.state == State.PLANNED


def test_only_rejected_rows_are_kept_of_an_applied_plan(
    officer: User, apply: ImportFile, content: bytes
) -> None:
    """The rest is in the store."""
    record = apply(officer, content)
    kept = {entry.name for entry in importing.plan_folder(record).iterdir()}
    assert kept == {"plan.json", "rejected.parquet"}


def test_every_step_is_in_the_journal(officer: User, apply: ImportFile, content: bytes) -> None:
    """Received, applied, undone: with the team, so that strangers do not see the entries."""
    record = apply(officer, content)
    actions.undo_import(actor=officer, record=record)
    entries = JournalEntry.objects.order_by("pk")
    assert [entry.action for entry in entries] == ["import_received", "import_applied", "import_undone"]
    assert {entry.team_id for entry in entries} == {officer.team_id}


def test_who_may_not_import_is_refused(park_manager: User, plan: ImportFile, content: bytes) -> None:
    """And nothing is kept."""
    with pytest.raises(PermissionDenied):
        plan(park_manager, content)
    assert not Import.objects.exists()


def test_the_same_file_is_kept_once(
    officer: User, plan: ImportFile, content: bytes, workspace: object
) -> None:
    """Under the hash of its bytes."""
    first, second = plan(officer, content), plan(officer, content, name="copy.csv")
    assert first.stored_name == second.stored_name == first.sha256
    assert importing.path_of(first) == importing.path_of(second)


def test_rows_that_are_gone_are_counted_and_kept_in_the_version_before(
    officer: User, apply: ImportFile, plan: ImportFile, content: bytes
) -> None:
    """A complete list that lacks a company says so before anything happens."""
    apply(officer, content)
    counts = plan(officer, edinet_file(KANEKO, SAKATA)).findings["counts"]
    assert (counts["gone"], counts["same"]) == (1, 2)


def test_a_company_whose_new_line_is_rejected_stays_as_it_was(
    officer: User, apply: ImportFile, content: bytes
) -> None:
    """A slip in a list does not remove a company from the register; one that the list lacks is gone."""
    apply(officer, content)
    slipped = line("E00006", "サカタ改名株式会社", number="6020001008663")
    record = apply(officer, edinet_file(KANEKO, slipped))
    counts = record.findings["counts"]
    assert (counts["rejected"], counts["same"], counts["gone"]) == (1, 2, 1)
    snapshot = snapshot_of(Register.objects.get())
    assert snapshot is not None
    kept = snapshot.get("E00006")
    assert kept is not None
    assert kept.name == "株式会社 サカタのタネ"
    assert snapshot.get("E00008") is None


def test_the_rows_of_a_plan_include_those_that_stay_because_of_a_rejected_line(
    officer: User, apply: ImportFile, plan: ImportFile, content: bytes
) -> None:
    """Under `same`, as they are."""
    apply(officer, content)
    record = plan(officer, edinet_file(KANEKO, HOKUTO, line("E00006", "改名", number="6020001008663")))
    stored = Plan.load(importing.plan_folder(record))
    assert {row.key for row in stored.rows("same")} == {"E00004", "E00006", "E00008"}
    assert stored.rows("gone") == []
