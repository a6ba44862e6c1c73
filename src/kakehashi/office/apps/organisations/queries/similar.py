"""What is already in the office, or in a register, under a name like one that somebody is about to enter."""

from dataclasses import dataclass

from django.urls import reverse

from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.organisations.access import linked_keys
from kakehashi.office.apps.organisations.facts import LANGUAGES
from kakehashi.office.apps.organisations.models import Organisation
from kakehashi.office.apps.organisations.queries.search import find
from kakehashi.office.apps.registers.queries import current_registers, snapshot_of

MOST = 6


@dataclass(frozen=True, slots=True)
class Similar:
    url: str
    name: str
    language: str
    where: str  # the register's name; empty for the office itself


def similar_to(viewer: User, name: str) -> list[Similar]:
    """The office's organisations first, then register rows that none of them is linked with; none below two
    characters.
    """
    office = _in_office(viewer, name)
    return [*office, *_in_registers(viewer, name, MOST - len(office))]


def _in_office(viewer: User, name: str) -> list[Similar]:
    found = [each.organisation_id for each in find(viewer, name) if not each.route.startswith("address")][
        :MOST
    ]
    rows = Organisation.objects.in_bulk(found)
    return [
        Similar(
            reverse("organisations:detail", args=[pk]), rows[pk].display_name, rows[pk].display_language, ""
        )
        for pk in found
    ]


def _in_registers(viewer: User, name: str, most: int) -> list[Similar]:
    found: list[Similar] = []
    for register in current_registers():
        snapshot = snapshot_of(register)
        hits = snapshot.search(name, limit=MOST) if snapshot and most > len(found) else []
        hits = [hit for hit in hits if not hit.route.startswith("address")]
        linked = linked_keys(viewer, register_id=register.pk, keys=[hit.key for hit in hits])
        found += [
            Similar(
                reverse("organisations:row", args=[register.code, hit.key]),
                hit.name,
                LANGUAGES.get(register.country, ""),
                str(register),
            )
            for hit in hits
            if hit.key not in linked
        ]
    return found[:most]
