"""What is done with a list once it is there: its name, who sees it, its end; and weights saved under a
name.
"""

import uuid
from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from kakehashi.kernel import WrongInput
from kakehashi.office.apps.accounts.access import require
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.accounts.roles import Capability
from kakehashi.office.apps.targeting.access import is_own
from kakehashi.office.apps.targeting.models import Profile, TargetList
from kakehashi.office.core import deletion, jobs, journal
from kakehashi.office.core.models import JournalEntry
from kakehashi.targeting import Profile as Weighing


def rename(*, actor: User, target_list: TargetList, name: str) -> None:
    """Gives a list another name; what is frozen in it stays."""
    check_own(actor, target_list)
    with transaction.atomic():
        before = {"name": target_list.name}
        target_list.name = name
        target_list.save(update_fields=["name"])
        journal.record(
            actor=actor,
            action="target_list_renamed",
            subject=target_list,
            changes=journal.difference(before, {"name": name}),
            team_id=target_list.team_id,
        )


def set_shared(*, actor: User, target_list: TargetList, shared: bool) -> None:
    """Shows a list to every team, or keeps it to its own again."""
    check_own(actor, target_list)
    if target_list.is_shared == shared:
        return
    with transaction.atomic():
        target_list.is_shared = shared
        target_list.save(update_fields=["is_shared"])
        journal.record(
            actor=actor,
            action="target_list_shared" if shared else "target_list_kept_to_team",
            subject=target_list,
            team_id=target_list.team_id,
        )


def delete(*, actor: User, target_list: TargetList) -> JournalEntry:
    """Removes a list with its targets; the journal entry that comes back can restore it."""
    require(actor, Capability.DELETE)
    check_own(actor, target_list)
    job = target_list.job
    if job and not (job.is_finished or jobs.is_dead(job)):
        raise WrongInput("targeting.still_running", list=target_list.name)
    return deletion.delete(actor=actor, subject=target_list, team_id=target_list.team_id)


def undo_deletion(*, actor: User, entry: JournalEntry) -> TargetList:
    """Brings back a list that the actor removed. WrongInput for anything else."""
    if entry.actor_id != actor.pk or entry.subject_type != TargetList._meta.label_lower:
        raise WrongInput("core.nothing_to_restore")
    restored = deletion.restore(actor=actor, entry=entry)
    assert isinstance(restored, TargetList)
    return restored


def save_profile(
    *, actor: User, name: str, weights: Mapping[str, float], limit: int, max_share: float
) -> Profile:
    """Keeps weights under a name, for everybody to start from."""
    require(actor, Capability.RUN_TARGETING)
    Weighing(weights=dict(weights), limit=limit, spread={"node": max_share})
    with transaction.atomic():
        profile = Profile.objects.create(
            code=f"{slugify(name)[:30] or 'profile'}-{uuid.uuid4().hex[:8]}",
            name={actor.language or "en": name},
            weights=dict(weights),
            limit=limit,
            max_share=max_share,
            created_at=timezone.now(),
        )
        journal.record(actor=actor, action="targeting_profile_saved", subject=profile)
    return profile


def check_own(actor: User, target_list: TargetList) -> None:
    """A list that another team shared is read, not changed: WrongInput says whose it is."""
    if not is_own(actor, target_list):
        raise WrongInput("targeting.not_yours", list=target_list.name, team=str(target_list.team))
