"""Loads the records behind some reasons, one question for each table, as far as they exist for the viewer."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.organisations.access import interactions_of, organisations_of
from kakehashi.office.apps.organisations.models import Interaction, Signal
from kakehashi.office.apps.places.access import evidence_of, presences_of
from kakehashi.office.apps.places.models import Evidence, Presence
from kakehashi.office.apps.registers.queries import store
from kakehashi.office.apps.targeting.models import TargetList
from kakehashi.registers.row import RegisterRow


@dataclass(frozen=True, slots=True)
class Records:
    """What was found, each by its key; what is not in it is gone, or not for the viewer."""

    register_rows: Mapping[str, RegisterRow]
    evidence: Mapping[str, Evidence]
    presences: Mapping[str, Presence]
    signals: Mapping[str, Signal]
    interactions: Mapping[str, Interaction]


def records_behind(viewer: User, target_list: TargetList, reasons: Iterable[Mapping[str, Any]]) -> Records:
    keys: dict[str, set[str]] = defaultdict(set)
    for reason in reasons:
        for kind, key, _label in reason["evidence"]:
            keys[kind].add(key)
    presences = presences_of(viewer).select_related("organisation", "place", "node")
    signals = Signal.objects.filter(organisation__in=organisations_of(viewer))
    interactions = interactions_of(viewer).select_related("author")
    return Records(
        register_rows=_register_rows(target_list, keys["register_row"]),
        evidence={row.key: row for row in evidence_of(viewer).filter(key__in=keys["evidence"])},
        presences={str(row.pk): row for row in presences.filter(pk__in=_numbers(keys["presence"]))},
        signals={str(row.pk): row for row in signals.filter(pk__in=_numbers(keys["signal"]))},
        interactions={str(row.pk): row for row in interactions.filter(pk__in=_numbers(keys["interaction"]))},
    )


def _register_rows(target_list: TargetList, keys: Iterable[str]) -> dict[str, RegisterRow]:
    snapshot = store().open(target_list.register.code, target_list.register_version)
    found = {key: snapshot.get(key) for key in keys}
    return {key: row for key, row in found.items() if row is not None}


def _numbers(keys: Iterable[str]) -> list[int]:
    return [int(key) for key in keys if key.isdecimal()]
