"""In which lists a company stands, for the company's own page; and which lists rest on a piece of
evidence.
"""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from kakehashi.office.apps.accounts.access import teams_scope
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.organisations.access import organisations_of
from kakehashi.office.apps.organisations.models import RegisterLink
from kakehashi.office.apps.targeting.access import target_lists_of, targets_of
from kakehashi.office.apps.targeting.models import Target, TargetList
from kakehashi.office.apps.targeting.queries.sight import StoredReason, hidden_refs, visible_reasons
from kakehashi.office.apps.targeting.wording import Wording

#: The most lists that the panel shows.
MOST = 5


@dataclass(frozen=True, slots=True)
class Standing:
    """A company in one list: its sentences, the strongest first, each with its points."""

    target: Target
    reasons: tuple[tuple[StoredReason, str], ...]
    nodes: tuple[str, ...]


def standings(viewer: User, *, register: str, key: str, organisation: int | None) -> list[Standing]:
    """Where the company stands in the frozen lists that exist for the viewer, the latest first."""
    asked = Q()
    if register and key:
        asked |= Q(target_list__register__code=register, register_key=key)
    if organisation is not None:
        for register_id, linked in _keys(viewer, organisation):
            asked |= Q(target_list__register_id=register_id, register_key=linked)
    if not asked:
        return []
    rows = targets_of(viewer).filter(asked, target_list__state=TargetList.State.FROZEN)
    found = list(rows.select_related("target_list__place").order_by("-target_list__frozen_at", "-pk")[:MOST])
    hidden = hidden_refs(viewer, found)
    return [_standing(target, hidden) for target in found]


def lists_resting_on(viewer: User, key: str) -> list[TargetList]:
    """The lists that exist for the viewer and read the piece of evidence `key`, the latest first."""
    rows = target_lists_of(viewer).filter(state=TargetList.State.FROZEN).order_by("-frozen_at")[:200]
    return [each for each in rows if _reads(each, key)]


def recent(lists: QuerySet[TargetList]) -> QuerySet[TargetList]:
    return lists.select_related("register", "place", "owner", "team", "job").order_by("-created_at", "-pk")


def _keys(viewer: User, organisation: int) -> list[tuple[int, str]]:
    links = RegisterLink.objects.filter(teams_scope(viewer), organisation_id=organisation)
    return list(links.filter(organisation__in=organisations_of(viewer)).values_list("register_id", "key"))


def _standing(target: Target, hidden: frozenset[tuple[str, str]]) -> Standing:
    words = Wording(target.target_list)
    reasons = visible_reasons(target, hidden)
    refs = [ref for ref in target.node_refs.split("|") if ref]
    return Standing(
        target=target,
        reasons=tuple((reason, words.reason(reason)) for reason in reasons),
        nodes=tuple(words.node(ref) for ref in refs),
    )


def _reads(target_list: TargetList, key: str) -> bool:
    industries = target_list.inputs.get("industries", ())
    return any(ref[:2] == ["evidence", key] for each in industries for ref in each["evidence"])
