"""Starting a run, starting it again when it was stopped, and repeating one that is frozen."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from kakehashi.kernel import WrongInput
from kakehashi.office.apps.accounts.access import require
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.accounts.roles import Capability
from kakehashi.office.apps.places.models import Place
from kakehashi.office.apps.registers.models import Register
from kakehashi.office.apps.targeting import frozen
from kakehashi.office.apps.targeting.bridge import inputs_for
from kakehashi.office.apps.targeting.models import Profile, TargetList
from kakehashi.office.core import jobs, journal
from kakehashi.office.core.models import Job
from kakehashi.targeting import ENGINE_VERSION
from kakehashi.targeting import Profile as Weighing


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody asks for: which register, for which place, under which weights."""

    name: str
    register: Register
    place: Place
    weights: Mapping[str, float]
    limit: int
    max_share: float
    profile: Profile | None = None


def start(*, actor: User, order: Order) -> TargetList:
    """Keeps what the run reads and queues it. WrongInput when it cannot be run: no rows, no chain, no
    weight.
    """
    require(actor, Capability.RUN_TARGETING)
    if not order.register.current_version:
        raise WrongInput("targeting.register_empty", register=str(order.register))
    Weighing(weights=dict(order.weights), limit=order.limit, spread={"node": order.max_share})
    inputs = inputs_for(viewer=actor, place=order.place, register=order.register)
    with transaction.atomic():
        made = TargetList.objects.create(
            name=order.name,
            register=order.register,
            register_version=order.register.current_version,
            register_as_of=order.register.as_of,
            place=order.place,
            profile=order.profile,
            weights=dict(order.weights),
            limit=order.limit,
            max_share=order.max_share,
            as_of=timezone.localdate(),
            engine_version=ENGINE_VERSION,
            inputs=frozen.as_json(inputs),
            owner=actor,
            team=actor.team,
            created_at=timezone.now(),
        )
        journal.record(actor=actor, action="target_list_started", subject=made, team_id=made.team_id)
        _queue(actor, made)
    made.refresh_from_db()
    return made


def run_again(*, actor: User, target_list: TargetList) -> TargetList:
    """Queues a run that was stopped before it was frozen, with the inputs that it had."""
    require(actor, Capability.RUN_TARGETING)
    with transaction.atomic():
        locked = (
            TargetList.objects.select_for_update(of=("self",)).select_related("job").get(pk=target_list.pk)
        )
        if locked.state == TargetList.State.FROZEN:
            raise WrongInput("targeting.already_frozen", list=locked.name)
        if locked.job and not (locked.job.is_finished or jobs.is_dead(locked.job)):
            raise WrongInput("targeting.still_running", list=locked.name)
        _queue(actor, locked)
    locked.refresh_from_db()
    return locked


def repeat(*, actor: User, target_list: TargetList) -> Job:
    """Ranks the same inputs once more, beside the frozen list, to show whether the same list comes out."""
    require(actor, Capability.RUN_TARGETING)
    if target_list.state != TargetList.State.FROZEN:
        raise WrongInput("targeting.not_frozen", list=target_list.name)
    with transaction.atomic():
        journal.record(
            actor=actor, action="target_list_repeated", subject=target_list, team_id=target_list.team_id
        )
        return jobs.start(kind="targeting.repeat", owner=actor, target_list=target_list.pk)


def _queue(actor: User, target_list: TargetList) -> None:
    target_list.state = TargetList.State.RUNNING
    target_list.save(update_fields=["state"])
    job = jobs.start(kind="targeting.rank", owner=actor, target_list=target_list.pk)
    TargetList.objects.filter(pk=target_list.pk).update(job=job)
