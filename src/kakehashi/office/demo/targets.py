"""Freezes the demo's first target list: the real register, ranked for the park with the default weights."""

from kakehashi.office.apps.places.models import Place
from kakehashi.office.apps.registers.models import Register
from kakehashi.office.apps.targeting.actions import Order, set_shared, start
from kakehashi.office.apps.targeting.models import TargetList
from kakehashi.office.demo.people import person
from kakehashi.office.demo.queue import run_queue
from kakehashi.office.demo.register import REGISTER
from kakehashi.targeting import CRITERIA

#: Reads the same in Chinese and in Japanese.
NAME = "EDINET 2026-10 → 相城"


def rank_targets() -> None:
    """As the analyst would; shared with every team, so that Tokyo sees it too."""
    if TargetList.objects.exists():
        return
    analyst = person("analyst")
    order = Order(
        name=NAME,
        register=Register.objects.get(code=REGISTER),
        place=Place.objects.get(code="park"),
        weights={criterion.code: criterion.weight for criterion in CRITERIA},
        limit=100,
        max_share=0.05,
    )
    made = start(actor=analyst, order=order)
    run_queue()
    made.refresh_from_db()
    if made.state != TargetList.State.FROZEN:
        raise RuntimeError(f"the target list could not be ranked: {made.state}")
    set_shared(actor=analyst, target_list=made, shared=True)
