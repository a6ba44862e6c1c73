"""Background work: queued in the database with the change that asks for it, run by a worker, watched by a page."""

import logging
import os
import socket
import time
from collections.abc import Callable, Mapping
from datetime import timedelta
from importlib import import_module
from pathlib import Path

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.utils import timezone
from django_tasks import task

from kakehashi.kernel import Json, WrongInput
from kakehashi.office.core import journal
from kakehashi.office.core.models import Job

logger = logging.getLogger(__name__)

#: A job whose worker has given no sign for this long is taken to be dead.
SILENCE = timedelta(minutes=2)
#: Progress is written at most this often, in seconds.
RHYTHM = 0.3


class Cancelled(Exception):
    """Raised inside a job when somebody asked for it to stop."""


class Progress:
    """What a job function gets: call it with what is done; it raises Cancelled when the job is to stop."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._written = 0.0

    @property
    def job(self) -> Job:
        return self._job

    def __call__(self, done: int, total: int | None = None, *, step: str = "") -> None:
        now = time.monotonic()
        if now - self._written < RHYTHM and (total is None or done < total) and step == self._job.step:
            return
        self._written = now
        job = self._job
        job.done, job.total, job.step = done, total if total is not None else job.total, step or job.step
        job.heartbeat_at = timezone.now()
        job.save(update_fields=["done", "total", "step", "heartbeat_at"])
        if Job.objects.filter(pk=job.pk, cancel_requested=True).exists():
            raise Cancelled


JobFunction = Callable[..., Mapping[str, Json]]


def start(*, kind: str, owner: AbstractBaseUser, **arguments: Json) -> Job:
    """Queues `kind` (a key of settings.JOBS). Call it inside the transaction of the change that asks for it."""
    if kind not in settings.JOBS:
        raise KeyError(kind)
    job = Job.objects.create(kind=kind, owner_id=owner.pk, arguments=arguments, created_at=timezone.now())
    run_job.enqueue(job.pk)
    job.refresh_from_db()
    return job


@task()
def run_job(job_id: int) -> None:
    """Runs one queued job to its end and writes down how it ended. A job runs at most once."""
    claimed = Job.objects.filter(pk=job_id, state=Job.State.QUEUED).update(
        state=Job.State.RUNNING,
        started_at=timezone.now(),
        heartbeat_at=timezone.now(),
        process=this_process(),
    )
    if not claimed:
        return
    job = Job.objects.select_related("owner").get(pk=job_id)
    with journal.origin(journal.Origin(channel="job", request=f"job {job.pk}")):
        try:
            result = _function(job.kind)(progress=Progress(job), **job.arguments)
        except Cancelled:
            _finish(job, Job.State.CANCELLED, code="core.job_cancelled")
        except WrongInput as problem:
            _finish(job, Job.State.FAILED, code=problem.code, params=problem.params)
        except Exception:
            logger.exception("job %s (%s) failed", job.pk, job.kind)
            _finish(job, Job.State.FAILED, code="core.job_failed", params={"kind": job.kind})
        else:
            job.result = dict(result)
            job.done = job.total or job.done
            _finish(job, Job.State.SUCCEEDED)


def cancel(job: Job) -> None:
    """Asks a job to stop; one that has not begun is stopped at once."""
    stopped = Job.objects.filter(pk=job.pk, state=Job.State.QUEUED).update(
        state=Job.State.CANCELLED, finished_at=timezone.now(), error_code="core.job_cancelled"
    )
    if not stopped:
        Job.objects.filter(pk=job.pk, state=Job.State.RUNNING).update(cancel_requested=True)


def mark_interrupted() -> int:
    """Finds running jobs whose worker is gone, says so on them, and returns how many there were."""
    count = 0
    for job in Job.objects.filter(state=Job.State.RUNNING):
        if is_dead(job):
            _finish(job, Job.State.INTERRUPTED, code="core.job_interrupted")
            count += 1
    return count


def is_dead(job: Job) -> bool:
    """Whether nobody works on a running job any more: its process is gone, or it has been silent for too long."""
    host, _, rest = job.process.partition("|")
    if host == socket.gethostname() and rest:
        return rest != _process_mark(int(rest.split("|")[0]))
    return job.heartbeat_at is None or timezone.now() - job.heartbeat_at > SILENCE


def this_process() -> str:
    return f"{socket.gethostname()}|{_process_mark(os.getpid())}"


def _process_mark(pid: int) -> str:
    """`pid|start time`, so that a reused process number is not mistaken for the worker; `pid|` where unknown."""
    try:
        started = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        started = "gone" if not _is_alive(pid) else ""
    return f"{pid}|{started}"


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _function(kind: str) -> JobFunction:
    module, _, name = settings.JOBS[kind].rpartition(".")
    function: JobFunction = getattr(import_module(module), name)
    return function


def _finish(job: Job, state: str, *, code: str = "", params: Mapping[str, object] | None = None) -> None:
    job.state, job.error_code = state, code
    job.error_params = {
        name: value if isinstance(value, int | float) else str(value)
        for name, value in (params or {}).items()
    }
    job.finished_at = timezone.now()
    job.save(update_fields=["state", "error_code", "error_params", "finished_at", "result", "done"])
