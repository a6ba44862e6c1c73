"""The organisations of the office as the list shows them: narrowed, sorted, ready to be paged."""

from collections.abc import Mapping, Sequence
from typing import cast, overload

from django.db.models import F, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.expressions import OrderBy

from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.organisations.access import organisations_of
from kakehashi.office.apps.organisations.models import Assignment, Name, Organisation
from kakehashi.office.apps.organisations.queries.search import find
from kakehashi.office.core.countries import country_name

SORTS = {
    "name": "display_name",
    "country": "country",
    "changed": "changed_at",
    "assignee": "assignee__name",
    "due": "due_on",
}
DEFAULT_SORT = "-changed"


class InOrder(Sequence[Organisation]):
    """Organisations in the order of `pks`; only what is asked for is loaded."""

    def __init__(self, rows: QuerySet[Organisation], pks: list[int]) -> None:
        self._rows, self._pks = rows, pks

    def __len__(self) -> int:
        return len(self._pks)

    @overload
    def __getitem__(self, place: int) -> Organisation: ...
    @overload
    def __getitem__(self, place: slice) -> list[Organisation]: ...
    def __getitem__(self, place: int | slice) -> Organisation | list[Organisation]:
        pks = self._pks[place] if isinstance(place, slice) else [self._pks[place]]
        found = self._rows.in_bulk(pks)
        rows = [found[pk] for pk in pks]
        return rows if isinstance(place, slice) else rows[0]


def listed(viewer: User, *, chosen: Mapping[str, str], sort: str) -> QuerySet[Organisation] | InOrder:
    """The organisations that exist for the viewer and fit the filter; with a text and no sort, the best
    match first.

    Each carries `due_on` (of its open assignment) and `latin_names`.
    """
    rows = _narrowed(organisations_of(viewer), viewer, chosen)
    if not chosen.get("q"):
        return _dressed(rows).order_by(*_order(sort or DEFAULT_SORT))
    found = [each.organisation_id for each in find(viewer, chosen["q"])]
    rows = rows.filter(pk__in=found)
    if sort:
        return _dressed(rows).order_by(*_order(sort))
    fitting = set(rows.values_list("pk", flat=True))
    return InOrder(_dressed(organisations_of(viewer)), [pk for pk in found if pk in fitting])


def _dressed(rows: QuerySet[Organisation]) -> QuerySet[Organisation]:
    """With what each line of the list shows."""
    latin = Prefetch(
        "names", queryset=Name.objects.filter(script="latin").order_by("pk"), to_attr="latin_names"
    )
    lines = rows.select_related("assignee", "team").prefetch_related(latin).annotate(due_on=_due_on())
    return cast("QuerySet[Organisation]", lines)


def countries_of(viewer: User) -> list[tuple[str, str]]:
    """The countries that occur, by name in the reader's language."""
    codes = (
        organisations_of(viewer)
        .exclude(country="")
        .values_list("country", flat=True)
        .distinct()
        .order_by("country")
    )
    return sorted(((code, country_name(code)) for code in codes), key=lambda pair: pair[1])


def _narrowed(
    rows: QuerySet[Organisation], viewer: User, chosen: Mapping[str, str]
) -> QuerySet[Organisation]:
    if chosen.get("country"):
        rows = rows.filter(country=chosen["country"])
    if chosen.get("kind"):
        rows = rows.filter(kind=chosen["kind"])
    assignee = chosen.get("assignee")
    if assignee == "nobody":
        return rows.filter(assignee=None)
    if assignee:
        return rows.filter(assignee_id=viewer.pk if assignee == "me" else int(assignee))
    return rows


def _order(sort: str) -> tuple[OrderBy, str]:
    field = F(SORTS.get(sort.removeprefix("-"), SORTS[DEFAULT_SORT.removeprefix("-")]))
    descending = sort.startswith("-")
    return field.desc(nulls_last=True) if descending else field.asc(
        nulls_last=True
    ), "-pk" if descending else "pk"


def _due_on() -> Subquery:
    open_ones = Assignment.objects.filter(organisation=OuterRef("pk"), done_at=None)
    return Subquery(open_ones.values("due_on")[:1])
