"""Evidence: the facts of a place by topic, and where one figure is used."""

from dataclasses import dataclass
from itertools import groupby

from django.db.models import QuerySet

from kakehashi.office.apps.places.models import Evidence, Place
from kakehashi.office.apps.places.queries.industries import Industry, industry_tables
from kakehashi.office.apps.places.queries.tree import Tree

#: The order in which topics are shown; others follow by name.
TOPICS = (
    "approval",
    "area",
    "population",
    "economy",
    "plan",
    "target",
    "investment",
    "projects",
    "event",
    "promotion",
    "organisation",
    "transport",
    "land",
    "cost",
)


#: A total is behind every quotient of its place: so many of them are shown.
MOST_USES = 20


@dataclass(frozen=True, slots=True)
class Topic:
    code: str
    rows: tuple[Evidence, ...]


def facts(rows: QuerySet[Evidence], place: Place) -> list[Topic]:
    """What is known about a place apart from its industries, by topic, the latest first."""
    found = rows.filter(place=place, industry_scheme="").order_by("-period", "pk")
    ordered = sorted(found, key=lambda row: _position(row.topic))
    return [Topic(code, tuple(group)) for code, group in groupby(ordered, key=lambda row: row.topic)]


def compared(rows: QuerySet[Evidence], row: Evidence) -> QuerySet[Evidence]:
    """The same measure elsewhere and at other times: what a reader wants to hold this figure against."""
    kind = {"topic": row.topic, "unit": row.unit, "industry_scheme": row.industry_scheme}
    same = rows.filter(**kind, industry=row.industry)
    return same.exclude(pk=row.pk).order_by("place_id", "-period", "pk")[:50]


@dataclass(frozen=True, slots=True)
class Use:
    """A quotient that rests on a figure."""

    place: Place
    industry: Industry


@dataclass(frozen=True, slots=True)
class Uses:
    """The quotients that rest on a figure, and whether it is also part of the total behind all the others."""

    quotients: tuple[Use, ...] = ()
    in_totals: bool = False


def used_in(row: Evidence, territory: Tree) -> Uses:
    """The quotients of this place, and of the places within it, that were computed from `row`."""
    if not row.industry_scheme:
        return Uses()
    same = Evidence.objects.filter(topic=row.topic, unit=row.unit, industry_scheme=row.industry_scheme)
    measured = set(same.values_list("place_id", flat=True))
    uses = [
        Use(place, each)
        for place in territory.within(row.place)
        if place.pk in measured
        for table in industry_tables(place, territory.around(place))
        for each in table.rows
        if each.quotient and row in each.proof
    ]
    own = [use for use in uses if row.industry in {"", use.industry.row.industry}]
    return Uses(tuple(own[:MOST_USES]), in_totals=len(own) < len(uses))


def _position(topic: str) -> tuple[int, str]:
    return (TOPICS.index(topic) if topic in TOPICS else len(TOPICS), topic)
