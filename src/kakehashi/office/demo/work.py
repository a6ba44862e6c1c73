"""Puts a few companies in hand: public relations of the past with their sources, and tasks for the demo's people."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.utils import timezone

from kakehashi.office.apps.organisations.actions import adopt, assign
from kakehashi.office.apps.organisations.models import Interaction, Organisation
from kakehashi.office.apps.registers.models import Register
from kakehashi.office.apps.targeting.models import TargetList
from kakehashi.office.demo.files import read_toml
from kakehashi.office.demo.people import person
from kakehashi.office.demo.register import REGISTER

#: How the content file calls a relation → the kind of interaction.
KINDS = {
    "visited": Interaction.Kind.VISIT,
    "met": Interaction.Kind.MEETING,
    "agreement": Interaction.Kind.AGREEMENT,
}
#: rank in the first list, who gets it, days from today.
TASKS = ((1, "liaison", 3), (2, "officer", 1), (3, "officer", 7), (4, "liaison", -1), (6, "head", 10))


def load_relations() -> None:
    """Public facts about real organisations: who was visited, who came, who signed, with the source of each."""
    register = Register.objects.get(code=REGISTER)
    for entry in read_toml("signals.toml")["relation"]:
        if entry["scheme"] != "jp.edinet":
            continue
        organisation = adopt(actor=person("analyst"), register=register, key=entry["key"])
        if not organisation.interactions.filter(source_url=entry["source_url"]).exists():
            _write(organisation, entry)


def _write(organisation: Organisation, entry: Mapping[str, Any]) -> None:
    Interaction.objects.create(
        organisation=organisation,
        kind=KINDS[entry["kind"]],
        on=entry["dated"],
        text="\n".join(entry["text"][language] for language in ("zh-hans", "ja", "en", "th")),
        source_title=entry["source_title"],
        source_url=entry["source_url"],
        created_at=timezone.now(),
    )


def hand_out_work() -> None:
    """A few tasks, so that the desks are not empty."""
    target_list = TargetList.objects.order_by("pk").first()
    if target_list is None:
        return
    today = timezone.localdate()
    for rank, username, days in TASKS:
        target = target_list.targets.filter(rank=rank).first()
        if target is None:
            continue
        organisation = adopt(actor=person("analyst"), register=target_list.register, key=target.register_key)
        if not organisation.assignments.exists():
            assign(
                actor=person("analyst"),
                organisation=organisation,
                assignee=person(username),
                due_on=today + timedelta(days=days),
            )
