"""The organisations of the office as the list shows them: narrowed, sorted, ready to be paged."""

from collections.abc import Mapping
from typing import cast

from django.db.models import Case, F, IntegerField, OuterRef, Prefetch, QuerySet, Subquery, Value, When
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


def listed(viewer: User, *, chosen: Mapping[str, str], sort: str) -> QuerySet[Organisation]:
    """The organisations that exist for the viewer and fit the filter; with a text and no sort, the best
    match first.

    Each carries `due_on` (of its open assignment) and `latin_names`.
    """
    rows: QuerySet[Organisation]
    latin = Name.objects.filter(script="latin").order_by("pk")
    rows = cast(
        "QuerySet[Organisation]",
        _narrowed(organisations_of(viewer), viewer, chosen)
        .select_related("assignee", "team")
        .prefetch_related(Prefetch("names", queryset=latin, to_attr="latin_names")),
    )
    rows = cast("QuerySet[Organisation]", rows.annotate(due_on=_due_on()))
    if not chosen.get("q"):
        return rows.order_by(*_order(sort or DEFAULT_SORT))
    found = [each.organisation_id for each in find(viewer, chosen["q"])]
    rows = rows.filter(pk__in=found)
    if sort:
        return rows.order_by(*_order(sort))
    places = [When(pk=pk, then=Value(place)) for place, pk in enumerate(found)]
    return rows.order_by(Case(*places, output_field=IntegerField()) if places else "pk")


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
