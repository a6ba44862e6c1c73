"""The nodes of all chains in one numbered row, each with its gap: what the criteria look up by number."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from kakehashi.places.chains import ChainNode
from kakehashi.places.gaps import Gap
from kakehashi.targeting.place import PlaceView

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class NumberedNode:
    """A node of one chain with its gap, if it has one. `ref` is `chain/node`: the name by which everything
    refers to it.
    """

    ref: str
    chain: str
    node: ChainNode
    gap: Gap | None

    @property
    def classes(self) -> list[tuple[str, str]]:
        """Its industry classes, as (scheme, code)."""
        return [(scheme, code) for scheme, codes in self.node.codes.items() for code in codes]

    @property
    def urgency(self) -> float:
        """How much the place lacks it, 0 (it does not) to 1."""
        return self.gap.urgency if self.gap else 0.0


@dataclass(frozen=True)
class Nodes:
    """All nodes of a place view, numbered in the order of the chains and of their nodes."""

    rows: tuple[NumberedNode, ...]

    @cached_property
    def number(self) -> Mapping[str, int]:
        """ref → number."""
        return {row.ref: number for number, row in enumerate(self.rows)}

    @cached_property
    def urgency(self) -> Floats:
        """Urgency of the gap by number."""
        return np.array([row.urgency for row in self.rows], dtype=np.float64)


def numbered(place: PlaceView) -> Nodes:
    """The nodes of `place`, numbered."""
    rows = []
    for chain in place.chains:
        gaps = {gap.node: gap for gap in place.gaps.get(chain.code, ())}
        rows += [
            NumberedNode(f"{chain.code}/{node.code}", chain.code, node, gaps.get(node.code))
            for node in chain.nodes
        ]
    return Nodes(tuple(rows))
