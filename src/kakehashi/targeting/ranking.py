"""The answer: a ranked list in which every row carries its parts, its reasons and what is not known."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from kakehashi.kernel import Reason
from kakehashi.targeting.assessment import Assessment
from kakehashi.targeting.profile import Profile


@dataclass(frozen=True, slots=True)
class Part:
    """What one criterion gave: its `value` in [0, 1] (None: missing) and the `points` of the score that came
    of it.
    """

    criterion: str
    value: float | None
    points: float


@dataclass(frozen=True, slots=True)
class Row:
    """One target. `score` (0 to 100) is the sum of the points of its `parts`, exact to the hundredth.

    `node` is `chain/node`, empty when only its industry class is known; `nodes` are all at which it may work.
    `how` tells how it was recognised (`recognition.MODES`), `confidence` how sure that is. `reasons` come in
    the order in which one would say them; their weights are points and sum to the score. `missing` are the
    criteria that could not be judged for it, and `certainty` the share of the weight that could.
    """

    rank: int
    key: str
    name: str
    score: float
    node: str
    nodes: tuple[str, ...]
    how: str
    confidence: float
    parts: tuple[Part, ...]
    reasons: tuple[Reason, ...]
    missing: tuple[str, ...]
    certainty: float


@dataclass(frozen=True, slots=True)
class Excluded:
    """How many candidates were left out for one reason (`assessment.LEFT_OUT`, or `other_country`)."""

    code: str
    count: int


@dataclass(frozen=True)
class Ranking:
    """A list, frozen. `considered` candidates came in; `excluded` were left out before scoring; `passed_over`
    counts those that scored high enough but for whose node (chain, region, industry) the list had no more
    room; `unused` are the criteria that had no data at all for this place, and so weigh nothing in any row.
    """

    rows: tuple[Row, ...]
    excluded: tuple[Excluded, ...]
    passed_over: Mapping[str, int]
    unused: tuple[str, ...]
    considered: int
    ranked: int
    as_of: date
    profile: Profile
    fingerprint: str
    assessment: Assessment = field(repr=False, compare=False)

    @cached_property
    def by_key(self) -> Mapping[str, Row]:
        """The rows by key of the candidate."""
        return {row.key: row for row in self.rows}
