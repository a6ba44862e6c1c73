"""What of a frozen list a viewer must not see: reasons that rest on another team's confidential records."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Q

from kakehashi.office.apps.accounts.access import teams_scope
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.organisations.models import Interaction, Signal
from kakehashi.office.apps.places.models import Presence
from kakehashi.office.apps.targeting.models import Target

#: A reason of these kinds says something about the record itself, be it only how many there are.
TELLING = ("near.", "signals.", "relations.", "recognised.stated")
_OWNED = {
    "presence": Presence,
    "signal": Signal,
    "interaction": Interaction,
}

Ref = tuple[str, str]
StoredReason = Mapping[str, Any]


def hidden_refs(viewer: User, targets: Iterable[Target]) -> frozenset[Ref]:
    """The records behind the targets' reasons that exist, but not for the viewer; one question for each
    table.
    """
    asked: dict[str, set[str]] = defaultdict(set)
    for target in targets:
        for reason in target.reasons:
            for kind, key, _label in reason["evidence"]:
                if kind in _OWNED and key.isdecimal():
                    asked[kind].add(key)
    hidden: set[Ref] = set()
    for kind, keys in asked.items():
        rows = _OWNED[kind]._default_manager.filter(pk__in=keys)
        hidden |= {
            (kind, str(pk)) for pk in rows.exclude(_visible(viewer, kind)).values_list("pk", flat=True)
        }
    return frozenset(hidden)


def visible_reasons(target: Target, hidden: frozenset[Ref]) -> list[StoredReason]:
    """The target's reasons without those that would tell of a hidden record, and without references to
    one.
    """
    reasons: list[StoredReason] = []
    for reason in target.reasons:
        evidence = [ref for ref in reason["evidence"] if (ref[0], ref[1]) not in hidden]
        if len(evidence) < len(reason["evidence"]) and reason["code"].startswith(TELLING):
            continue
        reasons.append({**reason, "evidence": evidence})
    return reasons


def visible_parts(target: Target, reasons: Sequence[StoredReason]) -> dict[str, float]:
    """The points by criterion, without those of a criterion of which a reason is not among the visible
    `reasons`: points without a reason would tell of it too.
    """
    shown = {str(reason["code"]) for reason in reasons}
    hidden = {
        str(reason["code"]).partition(".")[0] for reason in target.reasons if reason["code"] not in shown
    }
    return {criterion: points for criterion, points in target.parts.items() if criterion not in hidden}


def _visible(viewer: User, kind: str) -> Q:
    organisation = teams_scope(viewer, team="organisation__team_id")
    return organisation & teams_scope(viewer) if kind == "interaction" else organisation
