"""What every criterion is asked about: the candidates, what they were recognised as, the place, the date."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import numpy as np
import polars as pl

from kakehashi.kernel import EvidenceRef
from kakehashi.targeting.leads import Leads, to_industries
from kakehashi.targeting.nodes import Floats, Nodes
from kakehashi.targeting.place import PlaceView
from kakehashi.targeting.recognition import Recognition


@dataclass(frozen=True)
class Question:
    """`frame` has the columns of `candidates.COLUMNS`; `recognition` has one entry for each of its rows."""

    frame: pl.DataFrame = field(repr=False)
    place: PlaceView = field(repr=False)
    nodes: Nodes = field(repr=False)
    recognition: Recognition = field(repr=False)
    as_of: date

    @cached_property
    def to_industries(self) -> Leads:
        """Where the classes of the candidates and of the nodes lead among the industries of the place."""
        classes = [(each.scheme, each.code) for each in self.recognition.classes]
        classes += [each for row in self.nodes.rows for each in row.classes]
        return to_industries(self.place.industries, classes)

    def row_of(self) -> dict[str, int]:
        """Key of a candidate → number of its row."""
        return {key: row for row, key in enumerate(self.frame["key"])}

    def register_row(self, row: int) -> EvidenceRef:
        """The proof of whatever the register says about a candidate."""
        return EvidenceRef("register_row", self.frame["key"][row])

    def unknown(self) -> Floats:
        """A value for each candidate, none of them known yet."""
        return np.full(len(self.frame), np.nan)
