"""The states of an import, which may follow which, and what becomes of one whose worker has died."""

from typing import Any

from kakehashi.kernel import WrongInput
from kakehashi.office.core import jobs
from kakehashi.office.core.models import Import, Job

State = Import.State

#: state → the states from which it can be reached.
COMES_FROM: dict[str, frozenset[str]] = {
    State.READING: frozenset(
        {
            State.RECEIVED,
            State.PLANNED,
            State.UNMAPPED,
            State.REFUSED,
            State.CANCELLED,
            State.INTERRUPTED,
            State.OUTDATED,
            State.DISCARDED,
        }
    ),
    State.PLANNED: frozenset({State.READING}),
    State.UNMAPPED: frozenset({State.READING}),
    State.APPLYING: frozenset({State.PLANNED}),
    State.APPLIED: frozenset({State.APPLYING}),
    State.OUTDATED: frozenset({State.PLANNED, State.APPLYING}),
    State.UNDONE: frozenset({State.APPLIED}),
    State.REFUSED: frozenset({State.READING, State.APPLYING}),
    State.CANCELLED: frozenset({State.READING, State.APPLYING}),
    State.INTERRUPTED: frozenset({State.READING, State.APPLYING}),
    State.DISCARDED: frozenset(
        {
            State.RECEIVED,
            State.PLANNED,
            State.UNMAPPED,
            State.REFUSED,
            State.CANCELLED,
            State.INTERRUPTED,
            State.OUTDATED,
        }
    ),
}
#: States in which a background job is at work.
WORKING = frozenset({State.READING, State.APPLYING})


def is_working(record: Import) -> bool:
    return record.state in WORKING


def can_move(record: Import, *, to: str) -> bool:
    """Whether the import, as it was loaded, may go to state `to`."""
    return record.state in COMES_FROM[to]


def move(record: Import, *, to: str, **fields: Any) -> None:
    """Puts the import into state `to` with the given fields: one statement, which one of two rivals wins.

    Raises WrongInput("importing.moved_on") when the import, as the database has it now, cannot go there.
    """
    values = {"problem_code": "", "problem_params": {}, **fields, "state": to}
    moved = Import.objects.filter(pk=record.pk, state__in=COMES_FROM[to]).update(**values)
    record.refresh_from_db()
    if not moved:
        raise WrongInput("importing.moved_on", file=record.file_name)


def settle(record: Import) -> Import:
    """Writes down what became of an import whose job has ended or died without saying so; returns it."""
    if not is_working(record) or record.job is None:
        return record
    job = record.job
    if job.state == Job.State.RUNNING and jobs.is_dead(job):
        jobs.mark_interrupted()
        job.refresh_from_db()
    if job.is_finished:
        _end(record, job)
    return record


def _end(record: Import, job: Job) -> None:
    """The rival is the job itself: what it has written since `record` was loaded stands."""
    ends = {Job.State.CANCELLED: State.CANCELLED, Job.State.FAILED: State.REFUSED}
    end = ends.get(Job.State(job.state), State.INTERRUPTED)
    if job.error_code == "core.job_failed":
        end = State.INTERRUPTED
    Import.objects.filter(pk=record.pk, state__in=WORKING, job_id=job.pk).update(
        state=end, problem_code=job.error_code, problem_params=job.error_params
    )
    record.refresh_from_db()
