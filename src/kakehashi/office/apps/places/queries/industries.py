"""The industries of a place, each measured against the wider place around it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kakehashi.kernel import WrongInput
from kakehashi.office.apps.places.bridge import evidence_ref
from kakehashi.office.apps.places.models import Evidence, Place
from kakehashi.places.quotients import Quotient, location_quotient

#: One table: what is counted (topic), in what, by which classification.
Kind = tuple[str, str, str]
#: Place → kind → industry code (empty: the total) → the row of the latest period.
Counted = Mapping[int, Mapping[Kind, Mapping[str, Evidence]]]
#: The row that closes a table: everything that it does not name.
REST = "other"
#: How many rows a page shows before the reader asks for the others.
SHOWN = 12


@dataclass(frozen=True, slots=True)
class Industry:
    """One industry here: its share of the place, and how that compares (None: nothing to compare with)."""

    row: Evidence
    share: float | None
    quotient: Quotient | None
    proof: tuple[Evidence, ...]  # every row that the quotient was computed from

    @property
    def percent(self) -> float | None:
        return None if self.share is None else 100 * self.share

    @property
    def verdict(self) -> str:
        """`above`, `below`, or `same` when the interval holds 1, so that the difference may be chance."""
        if self.quotient is None:
            return ""
        if self.quotient.low > 1:
            return "above"
        return "below" if self.quotient.high < 1 else "same"


@dataclass(frozen=True, slots=True)
class IndustryTable:
    """The industries of `place` by one measure, compared with `reference`, the most specialised first."""

    place: Place
    reference: Place | None
    measure: Evidence
    rows: tuple[Industry, ...]

    @property
    def first(self) -> tuple[Industry, ...]:
        return self.rows[:SHOWN]

    @property
    def others(self) -> int:
        return max(0, len(self.rows) - SHOWN)

    @property
    def is_illustrative(self) -> bool:
        return any(each.is_illustrative for row in self.rows for each in row.proof)


def industry_tables(place: Place, around: Sequence[Place]) -> list[IndustryTable]:
    """One table per measure by industry that `place`, else the nearest of `around`, has figures for.

    Each is compared with the nearest place further out that has them too.
    """
    places = [place, *around]
    counted = _counted(places)
    kinds = dict.fromkeys(kind for each in places for kind in counted.get(each.pk, {}))
    return [table for kind in kinds if (table := _table(kind, places, counted)) is not None]


def _table(kind: Kind, places: Sequence[Place], counted: Counted) -> IndustryTable | None:
    having = [each for each in places if _total(counted.get(each.pk, {}).get(kind, {}))]
    reference = having[1] if len(having) > 1 else None
    mine = counted[having[0].pk][kind] if having else {}
    theirs = counted[reference.pk][kind] if reference else {}
    rows = [_industry(row, mine, theirs) for code, row in mine.items() if code not in {"", REST}]
    if not rows:
        return None
    rows.sort(key=lambda row: -(row.quotient.quotient if row.quotient else row.share or 0))
    return IndustryTable(having[0], reference, rows[0].row, tuple(rows))


def _counted(places: Iterable[Place]) -> Counted:
    found: dict[int, dict[Kind, dict[str, Evidence]]] = defaultdict(lambda: defaultdict(dict))
    rows = Evidence.objects.filter(place__in=[each.pk for each in places], value__isnull=False)
    for row in rows.order_by("period", "pk"):
        if row.industry_scheme:
            found[row.place_id][row.topic, row.unit, row.industry_scheme][row.industry] = row
    return found


def _industry(row: Evidence, mine: Mapping[str, Evidence], theirs: Mapping[str, Evidence]) -> Industry:
    total, wide = _total(mine), theirs.get(row.industry)
    share = float(row.value) / total if row.value is not None and total else None
    proof = [row, *_totals(mine)]
    quotient = None
    if wide is not None and row.value is not None and wide.value is not None:
        proof += [wide, *_totals(theirs)]
        quotient = _quotient(row, wide, total, _total(theirs))
    if quotient is not None:
        quotient = replace(quotient, evidence=tuple(evidence_ref(each) for each in proof))
    return Industry(row, share, quotient, tuple(proof))


def _quotient(row: Evidence, wide: Evidence, place_total: float, total: float) -> Quotient | None:
    """None where the figures contradict each other: a part that is larger than its whole measures nothing."""
    try:
        return location_quotient(
            value=float(row.value or 0),
            place_total=place_total,
            industry_total=float(wide.value or 0),
            total=total,
        )
    except WrongInput:
        return None


def _totals(rows: Mapping[str, Evidence]) -> list[Evidence]:
    """The stated total where there is one; else all the rows that add up to it."""
    return [rows[""]] if "" in rows else list(rows.values())


def _total(rows: Mapping[str, Evidence]) -> float:
    return float(sum(row.value for row in _totals(rows) if row.value is not None))
