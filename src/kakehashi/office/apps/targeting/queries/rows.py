"""The rows of a list as the page shows them: the target, why in words, and who has it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q

from kakehashi.office.apps.accounts.access import teams_scope
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.organisations.access import organisations_of
from kakehashi.office.apps.organisations.models import Organisation, RegisterLink
from kakehashi.office.apps.targeting.models import Target, TargetList
from kakehashi.office.apps.targeting.queries.sight import (
    StoredReason,
    hidden_refs,
    visible_parts,
    visible_reasons,
)
from kakehashi.office.apps.targeting.wording import Wording, target_industry


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One line: `why` in one breath, `nodes` by name, the organisation that it became (None: nobody took
    it on).
    """

    target: Target
    why: str
    nodes: tuple[str, ...]
    industry: str
    organisation: Organisation | None
    reasons: tuple[StoredReason, ...]
    parts: Mapping[str, float]

    @property
    def refs(self) -> list[str]:
        return [ref for ref in self.target.node_refs.split("|") if ref]


def rows_for(
    viewer: User, target_list: TargetList, targets: Iterable[Target], words: Wording
) -> list[TargetRow]:
    """The targets as lines, as far as the viewer may see what they rest on."""
    found = list(targets)
    hidden = hidden_refs(viewer, found)
    taken = organisations_by_key(viewer, target_list, [each.register_key for each in found])
    return [_row(each, words, taken, hidden) for each in found]


def organisations_by_key(
    viewer: User, target_list: TargetList, keys: Sequence[str]
) -> dict[str, Organisation]:
    """Register key → the organisation that it became, for those that exist for the viewer; the own team's
    first.
    """
    links = RegisterLink.objects.filter(
        teams_scope(viewer), register_id=target_list.register_id, key__in=keys
    )
    links = links.filter(organisation__in=organisations_of(viewer)).select_related("organisation__assignee")
    found: dict[str, Organisation] = {}
    for link in links.order_by("pk"):
        if link.key not in found or (link.team_id is not None and link.team_id == viewer.team_id):
            found[link.key] = link.organisation
    return found


def assignees_in(viewer: User, target_list: TargetList) -> list[User]:
    """Who has a company of this list."""
    links = RegisterLink.objects.filter(teams_scope(viewer), register_id=target_list.register_id)
    links = links.filter(
        organisation__in=organisations_of(viewer), key__in=target_list.targets.values("register_key")
    )
    people = links.filter(Q(organisation__assignee__isnull=False)).values("organisation__assignee")
    return list(User.objects.filter(pk__in=people).order_by("name", "username"))


def _row(
    target: Target, words: Wording, taken: Mapping[str, Organisation], hidden: frozenset[tuple[str, str]]
) -> TargetRow:
    reasons = visible_reasons(target, hidden)
    refs = [ref for ref in target.node_refs.split("|") if ref]
    return TargetRow(
        target=target,
        why=words.why(reasons),
        nodes=tuple(words.node(ref) for ref in refs),
        industry=target_industry(target),
        organisation=taken.get(target.register_key),
        reasons=tuple(reasons),
        parts=visible_parts(target, reasons),
    )
