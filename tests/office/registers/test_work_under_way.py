"""The page of an import while a worker is reading the file."""

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kakehashi.office.apps.accounts.models import User
from kakehashi.office.core import jobs
from kakehashi.office.core.models import Import, Job
from tests.office.registers.conftest import ImportFile


def _being_read(plan: ImportFile, owner: User, content: bytes) -> Import:
    """An import whose job this very process is working on."""
    record = plan(owner, content)
    job = Job.objects.create(
        kind="registers.dry_run",
        owner=owner,
        state=Job.State.RUNNING,
        done=3,
        total=10,
        process=jobs.this_process(),
        created_at=timezone.now(),
        heartbeat_at=timezone.now(),
    )
    Import.objects.filter(pk=record.pk).update(state=Import.State.READING, job=job)
    return record


def test_whoever_started_it_sees_how_far_it_is(
    plan: ImportFile, officer: User, owner_client: Client, content: bytes
) -> None:
    """The page asks for the progress of its job."""
    record = _being_read(plan, officer, content)
    page = owner_client.get(reverse("registers:import-page", args=[record.pk])).content.decode()
    assert "The file is being read" in page


def test_a_colleague_sees_that_it_is_under_way(
    plan: ImportFile, officer: User, colleague_client: Client, content: bytes
) -> None:
    """Without the progress bar, which belongs to whoever started the work."""
    record = _being_read(plan, officer, content)
    page = colleague_client.get(reverse("registers:import-page", args=[record.pk])).content.decode()
    assert "The file is being read" in page
    assert reverse("jobs:cancel", args=[Import.objects.get(pk=record.pk).job_id]) not in page
