"""The industry chains of a place: who is at each node, and what is missing."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from django.db.models import QuerySet

from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.places import bridge
from kakehashi.office.apps.places.access import presences_of
from kakehashi.office.apps.places.drawing import Drawing, draw
from kakehashi.office.apps.places.models import Chain, ChainNode, Place, Presence
from kakehashi.places.gaps import Gap


@dataclass(frozen=True, slots=True)
class Step:
    """A node of a chain at a place: who holds it, and the gap if any. `x`, `y`: where it is drawn."""

    node: ChainNode
    here: tuple[Presence, ...]
    gap: Gap | None
    x: int
    y: int

    @property
    def state(self) -> str:
        """`missing`, `weak`, `next` (a gap), `present`, or `open` (nobody here, and nothing asks for it)."""
        if self.gap:
            return self.gap.kind
        return "present" if self.here else "open"

    @property
    def organisations(self) -> int:
        return len({row.organisation_id for row in self.here})


@dataclass(frozen=True, slots=True)
class Picture:
    """A chain as it stands at a place. `steps` run from upstream to downstream."""

    chain: Chain
    steps: tuple[Step, ...]
    drawing: Drawing

    @property
    def gaps(self) -> list[Step]:
        """The steps with a gap, most urgent first."""
        found = [step for step in self.steps if step.gap]
        return sorted(found, key=lambda step: -(step.gap.urgency if step.gap else 0))

    @property
    def names(self) -> dict[str, Mapping[str, str]]:
        return {step.node.code: step.node.name for step in self.steps}

    @property
    def present(self) -> int:
        return sum(1 for step in self.steps if step.here)


def presences_at(viewer: User, places: Sequence[Place]) -> QuerySet[Presence]:
    """Who is at any of `places`, as far as the viewer may know."""
    rows = presences_of(viewer).filter(place__in=[each.pk for each in places])
    order = ("node__position", "organisation__display_name", "pk")
    return rows.select_related("organisation", "node__chain", "place").order_by(*order)


def pictures(chains: QuerySet[Chain], presences: Sequence[Presence]) -> list[Picture]:
    """One picture per chain."""
    return [picture(chain, presences) for chain in chains.prefetch_related(*bridge.CHAIN_PARTS)]


def picture(chain: Chain, presences: Sequence[Presence]) -> Picture:
    value = bridge.chain_value(chain)
    presences = [row for row in presences if row.node.chain_id == chain.pk]
    gaps = {gap.node: gap for gap in bridge.chain_gaps(value, presences)}
    here: dict[str, list[Presence]] = defaultdict(list)
    for row in presences:
        here[row.node.code].append(row)
    drawing = draw(value)
    spots = {spot.node: spot for spot in drawing.spots}
    rows = {node.code: node for node in cast("list[ChainNode]", list(chain.nodes.all()))}
    steps = tuple(
        Step(rows[code], tuple(here.get(code, ())), gaps.get(code), spots[code].x, spots[code].y)
        for code in value.order()
    )
    return Picture(chain, steps, drawing)
