"""Runs the queued background work to its end in this process, so that the demo's preparation needs no worker."""

from django.core.management import call_command


def run_queue() -> None:
    call_command("db_worker", batch=True, interval=0, startup_delay=False, reload=False, verbosity=0)
