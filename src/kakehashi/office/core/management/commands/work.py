"""`work`: runs background jobs, after saying of interrupted ones that they were."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from kakehashi.office.core import jobs


class Command(BaseCommand):
    help = "Runs background jobs until it is stopped."

    def handle(self, *args: Any, **options: Any) -> None:
        jobs.mark_interrupted()
        call_command("db_worker", interval=0.25, startup_delay=False, reload=False)
