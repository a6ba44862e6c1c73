"""The filter over a list's targets: one object that the page, its count and the export all ask."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from django.db.models import Q, QuerySet

from kakehashi.names import fold
from kakehashi.office.apps.accounts.access import teams_scope
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.organisations.access import organisations_of
from kakehashi.office.apps.organisations.models import RegisterLink
from kakehashi.office.apps.targeting.models import Target, TargetList


@dataclass(frozen=True, slots=True)
class TargetFilter:
    """What a reader asked for; empty texts ask for nothing. `assignee` is a user's number, `me` or `none`."""

    chain: str = ""
    node: str = ""
    gap: str = ""
    industry: str = ""
    region: str = ""
    listed: str = ""
    q: str = ""
    assignee: str = ""

    @property
    def is_active(self) -> bool:
        return any(asdict(self).values())


def filter_from(query: Mapping[str, str]) -> TargetFilter:
    """The filter in a query string; what it does not know is left aside."""
    return TargetFilter(
        **{name: query.get(name, "").strip()[:200] for name in TargetFilter.__dataclass_fields__}
    )


def filtered(viewer: User, target_list: TargetList, wanted: TargetFilter) -> QuerySet[Target]:
    """The targets of a list that pass the filter, by rank. The list itself must exist for the viewer."""
    rows = Target.objects.filter(target_list=target_list).order_by("rank")
    if wanted.chain:
        rows = rows.filter(node_refs__contains=f"|{wanted.chain}/")
    if wanted.node:
        rows = rows.filter(node_refs__contains=f"|{wanted.node}|")
    if wanted.gap:
        rows = rows.filter(gap_kind="" if wanted.gap == "none" else wanted.gap)
    if wanted.industry:
        scheme, _, code = wanted.industry.partition(":")
        rows = rows.filter(industry_scheme=scheme, industry=code)
    if wanted.region:
        rows = rows.filter(region=wanted.region)
    if wanted.listed in {"yes", "no"}:
        rows = rows.filter(listed=wanted.listed == "yes")
    if wanted.q:
        rows = rows.filter(pk__in=_named(rows, wanted.q))
    if wanted.assignee:
        rows = _assigned(viewer, target_list, rows, wanted.assignee)
    return rows


def _named(rows: QuerySet[Target], text: str) -> list[int]:
    """The targets whose name, in any script, or whose key holds the text. A list has at most some hundred
    rows.
    """
    folded = fold(text)
    if not folded:
        return list(rows.values_list("pk", flat=True))
    columns = rows.values_list("pk", "name", "english", "reading", "register_key", "municipality")
    return [pk for pk, *texts in columns if any(folded in fold(each) for each in texts if each)]


def _assigned(
    viewer: User, target_list: TargetList, rows: QuerySet[Target], assignee: str
) -> QuerySet[Target]:
    links = RegisterLink.objects.filter(teams_scope(viewer), register_id=target_list.register_id)
    taken = links.filter(organisation__in=organisations_of(viewer), organisation__assignee__isnull=False)
    if assignee == "none":
        return rows.exclude(register_key__in=taken.values("key"))
    number = viewer.pk if assignee == "me" else int(assignee) if assignee.isdecimal() else 0
    return rows.filter(register_key__in=taken.filter(Q(organisation__assignee_id=number)).values("key"))
