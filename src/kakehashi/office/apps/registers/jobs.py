"""The background work of imports into registers."""

from collections.abc import Mapping

from kakehashi.kernel import Json
from kakehashi.office.apps.registers.applying import apply_plan
from kakehashi.office.apps.registers.planning import plan_import
from kakehashi.office.core.jobs import Progress
from kakehashi.office.core.models import Import


def dry_run(*, progress: Progress, import_id: int) -> Mapping[str, Json]:
    """Plans the import and returns its state afterwards."""
    record = Import.objects.get(pk=import_id)
    plan_import(record, progress=progress)
    return {"state": record.state}


def apply_import(*, progress: Progress, import_id: int) -> Mapping[str, Json]:
    """Writes what was planned and returns the import's state afterwards."""
    record = Import.objects.get(pk=import_id)
    apply_plan(record, actor=progress.job.owner, progress=progress)
    return {"state": record.state}
