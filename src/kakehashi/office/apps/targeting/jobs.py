"""The background work of the targeting app: rank and freeze, and rank again to compare."""

from collections.abc import Callable, Mapping

from django.db import transaction
from django.utils import timezone

from kakehashi.kernel import Json
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.targeting.models import Target, TargetList
from kakehashi.office.apps.targeting.ranking import differences, rank_again, targets_from
from kakehashi.office.core import journal
from kakehashi.office.core.jobs import Progress
from kakehashi.targeting import ENGINE_VERSION, Ranking

_BATCH = 500


def rank_list(*, progress: Progress, target_list: int) -> Mapping[str, Json]:
    """Ranks the inputs of a list and freezes it: all of its targets are written, or none."""
    row = TargetList.objects.select_related("register", "owner").get(pk=target_list)
    try:
        ranking = rank_again(row, progress=_told(progress))
        progress(95, 100, step="freeze")
        _freeze(row, ranking)
    except Exception:
        TargetList.objects.filter(pk=row.pk, state=TargetList.State.RUNNING).update(
            state=TargetList.State.FAILED
        )
        raise
    return {"fingerprint": ranking.fingerprint, "targets": len(ranking.rows)}


def repeat_list(*, progress: Progress, target_list: int) -> Mapping[str, Json]:
    """Ranks the inputs of a frozen list once more and says whether the same list came out. Writes nothing."""
    row = TargetList.objects.select_related("register").get(pk=target_list)
    ranking = rank_again(row, progress=_told(progress))
    return {
        "target_list": row.pk,
        "fingerprint": ranking.fingerprint,
        "same_inputs": ranking.fingerprint == row.fingerprint,
        "same_engine": row.engine_version == ENGINE_VERSION,
        "differences": differences(row, ranking),
        "targets": len(ranking.rows),
    }


def _freeze(row: TargetList, ranking: Ranking) -> None:
    targets = targets_from(row, ranking)
    with transaction.atomic():
        locked = TargetList.objects.select_for_update().get(pk=row.pk)
        if locked.state == TargetList.State.FROZEN:
            return
        Target.objects.filter(target_list=locked).delete()
        Target.objects.bulk_create(targets, batch_size=_BATCH)
        locked.state = TargetList.State.FROZEN
        locked.frozen_at = timezone.now()
        locked.fingerprint = ranking.fingerprint
        locked.engine_version = ENGINE_VERSION
        locked.considered = ranking.considered
        locked.excluded = [{"code": each.code, "count": each.count} for each in ranking.excluded]
        locked.summary = {
            "ranked": ranking.ranked,
            "passed_over": dict(ranking.passed_over),
            "unused": list(ranking.unused),
        }
        locked.save()
        journal.record(
            actor=_owner(row),
            action="target_list_frozen",
            subject=locked,
            params={"count": len(targets)},
            team_id=locked.team_id,
        )


def _owner(row: TargetList) -> User:
    return User.objects.get(pk=row.owner_id)


def _told(progress: Progress) -> Callable[[str, float], None]:
    """The engine's progress as the job's: freezing is the last tenth."""

    def tell(step: str, share: float) -> None:
        progress(round(90 * share), 100, step=step)

    return tell
