"""The import framework with a target that is no register: files, states, steps, jobs that end badly."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from django.core.files.base import ContentFile, File
from django.utils import timezone
from pytest_django import Settings

from kakehashi.kernel import Json, WrongInput
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.core import importing
from kakehashi.office.core.importing.lifecycle import COMES_FROM, WORKING
from kakehashi.office.core.jobs import Cancelled, Progress
from kakehashi.office.core.models import Import, Job, JournalEntry

State = Import.State
pytestmark = pytest.mark.django_db


def count_lines(*, progress: Progress, import_id: int) -> Mapping[str, Json]:
    """The dry run of the tests: plans as many rows as the file has lines, and refuses what says so."""
    record = Import.objects.get(pk=import_id)
    text = importing.path_of(record).read_text()
    if text.startswith("refuse"):
        raise WrongInput("importing.empty_file", file=record.file_name)
    if text.startswith("cancel"):
        raise Cancelled
    if text.startswith("break"):
        raise RuntimeError("a fault of the program")
    folder = importing.new_plan_folder(record)
    folder.mkdir()
    (folder / "rows").write_text(text)
    importing.planned(record=record, findings={"rows": len(text.splitlines())})
    return {}


@pytest.fixture(autouse=True)
def target(settings: Settings, tmp_path: Path) -> None:
    """An app that imports lines."""
    settings.IMPORT_FILES = tmp_path / "imports"
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    settings.JOBS = {"lines.dry_run": f"{__name__}.count_lines"}


def receive(actor: User, content: bytes) -> Import:
    """Hands in a file and has it read."""
    upload = ContentFile(content, name="lines.txt")
    record = importing.receive(actor=actor, team_id=actor.team_id, target="lines", upload=upload, options={})
    importing.start_reading(actor=actor, record=record)
    return importing.settle(Import.objects.select_related("job").get(pk=record.pk))


def test_a_file_is_kept_under_the_hash_of_its_bytes(officer: User) -> None:
    """And read by the job of its target."""
    record = receive(officer, b"a\nb\n")
    assert (record.state, record.findings, record.size) == (State.PLANNED, {"rows": 2}, 4)
    assert importing.path_of(record).name == record.sha256
    assert JournalEntry.objects.get().action == "import_received"


class Torn(File[bytes]):
    """An upload whose connection breaks."""

    name = "torn.txt"

    def __init__(self) -> None:
        self.size = 10

    def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
        yield b"beginning"
        raise ConnectionResetError


def test_half_an_upload_leaves_nothing(officer: User, settings: Settings) -> None:
    """Neither a file nor an import."""
    with pytest.raises(ConnectionResetError):
        importing.receive(actor=officer, team_id=None, target="lines", upload=Torn(), options={})
    assert list(Path(settings.IMPORT_FILES).iterdir()) == []
    assert not Import.objects.exists()


@pytest.mark.parametrize(
    ("content", "state", "code"),
    [
        (b"refuse", State.REFUSED, "importing.empty_file"),
        (b"cancel", State.CANCELLED, "core.job_cancelled"),
        (b"break", State.INTERRUPTED, "core.job_failed"),
    ],
)
def test_how_the_job_ended_is_how_the_import_stands(
    content: bytes, state: str, code: str, officer: User
) -> None:
    """With the reason, and with the way back to another dry run."""
    record = receive(officer, content)
    assert (record.state, record.problem_code) == (state, code)
    assert importing.can_move(record, to=State.READING)


def test_a_job_whose_worker_is_gone_is_found_out(officer: User) -> None:
    """By whoever looks first."""
    record = receive(officer, b"a\n")
    Import.objects.filter(pk=record.pk).update(state=State.READING)
    Job.objects.filter(pk=record.job_id).update(
        state=Job.State.RUNNING, process="elsewhere|1|1", heartbeat_at=None
    )
    found = importing.settle(Import.objects.select_related("job").get(pk=record.pk))
    assert (found.state, found.problem_code) == (State.INTERRUPTED, "core.job_interrupted")


def test_a_job_that_is_at_work_is_left_alone(officer: User) -> None:
    """Its last sign of life is fresh."""
    record = receive(officer, b"a\n")
    Import.objects.filter(pk=record.pk).update(state=State.READING)
    Job.objects.filter(pk=record.job_id).update(
        state=Job.State.RUNNING, process="elsewhere|1|1", heartbeat_at=timezone.now()
    )
    assert importing.settle(Import.objects.select_related("job").get(pk=record.pk)).state == State.READING


def test_what_the_job_wrote_in_the_meantime_stands(officer: User) -> None:
    """Settling looks at a copy that may be older than the truth."""
    record = receive(officer, b"a\n")
    stale = Import.objects.select_related("job").get(pk=record.pk)
    stale.state = State.APPLYING
    Import.objects.filter(pk=record.pk).update(state=State.APPLIED)
    Job.objects.filter(pk=record.job_id).update(state=Job.State.INTERRUPTED)
    assert stale.job is not None
    stale.job.refresh_from_db()
    assert importing.settle(stale).state == State.APPLIED


def test_of_two_who_press_a_button_one_is_told(officer: User) -> None:
    """The second finds the import moved on, and how it stands now."""
    record = receive(officer, b"a\n")
    first, second = (Import.objects.get(pk=record.pk) for _ in range(2))
    importing.discard(actor=officer, record=first)
    with pytest.raises(WrongInput, match=r"importing\.moved_on"):
        importing.move(second, to=State.APPLYING)
    assert second.state == State.DISCARDED


def test_a_file_that_is_gone_is_said(officer: User) -> None:
    """Instead of a fault."""
    record = receive(officer, b"a\n")
    importing.path_of(record).unlink()
    with pytest.raises(WrongInput, match=r"importing\.file_gone"):
        importing.path_of(record)


def test_a_plan_is_forgotten_but_for_what_is_to_be_kept(officer: User) -> None:
    """Files and folders alike."""
    record = receive(officer, b"a\n")
    folder = importing.plan_folder(record)
    (folder / "parts").mkdir()
    (folder / "parts" / "one").touch()
    importing.forget_plan(record, keep=("rows",))
    assert [entry.name for entry in folder.iterdir()] == ["rows"]
    importing.forget_plan(record)
    assert not folder.exists()


def test_every_state_can_be_reached_and_work_always_ends() -> None:
    """No state is forgotten in the table; from work there is a way out whatever happens."""
    assert set(COMES_FROM) | {State.RECEIVED} == set(State)
    for state in WORKING:
        for end in (State.REFUSED, State.CANCELLED, State.INTERRUPTED):
            assert state in COMES_FROM[end]
