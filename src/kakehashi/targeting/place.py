"""What a ranking knows about the place: its chains, gaps and industries, who is near, signals, relations."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType

from kakehashi.kernel import EvidenceRef, WrongInput
from kakehashi.places.chains import Chain
from kakehashi.places.gaps import Gap

#: Signal → how much it says about an investment soon (0 to 1), and for how many days when no expiry is given.
SIGNALS: Mapping[str, tuple[float, int]] = MappingProxyType(
    {
        "outward_investment": (1.0, 730),
        "new_plant": (0.9, 730),
        "capacity": (0.8, 540),
        "lease_end": (0.7, 365),
        "tender": (0.6, 365),
        "hiring": (0.5, 365),
        "subsidy": (0.5, 540),
        "leadership": (0.3, 365),
        "other": (0.3, 365),
    }
)

#: Relation → how open the door is (0 to 1).
RELATIONS: Mapping[str, float] = MappingProxyType(
    {
        "project": 1.0,
        "agreement": 0.9,
        "visited": 0.7,
        "met": 0.6,
        "enquired": 0.8,
        "attended": 0.4,
        "contacted": 0.2,
        "declined": 0.0,
    }
)

#: Why a company must not be proposed although it could be ranked.
EXCLUSIONS: tuple[str, ...] = ("do_not_contact", "already_here", "sanctioned", "confidential")


@dataclass(frozen=True, slots=True)
class Industry:
    """One industry of the place: its codes by scheme, whether the park targets it, and its location quotient
    if known.

    `low` and `high` are the ends of the quotient's interval.
    """

    code: str
    codes: Mapping[str, tuple[str, ...]]
    target: bool = False
    quotient: float | None = None
    low: float | None = None
    high: float | None = None
    evidence: tuple[EvidenceRef, ...] = ()

    def __post_init__(self) -> None:
        for value in (self.quotient, self.low, self.high):
            if value is not None and not value >= 0:
                raise WrongInput("targeting.place_quotient", industry=self.code, value=value)
        if self.quotient is not None:
            _must_have_source(self.evidence, self.code)


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Organisations already near the place: how many sit at one node, from one country (ISO 3166 alpha-2;
    None: any).
    """

    chain: str
    node: str
    organisations: int
    country: str | None = None
    evidence: tuple[EvidenceRef, ...] = ()

    def __post_init__(self) -> None:
        if self.organisations < 0:
            raise WrongInput(
                "targeting.place_neighbours",
                node=f"{self.chain}/{self.node}",
                organisations=self.organisations,
            )


@dataclass(frozen=True, slots=True)
class Activity:
    """A sourced statement that the candidate `key` works at a node, the surest tie there is."""

    key: str
    chain: str
    node: str
    evidence: tuple[EvidenceRef, ...]

    def __post_init__(self) -> None:
        _must_have_source(self.evidence, f"{self.key} → {self.chain}/{self.node}")


@dataclass(frozen=True, slots=True)
class Signal:
    """A dated, sourced fact about the candidate `key` that says why now; it expires."""

    key: str
    kind: str
    dated: date
    expires: date | None = None
    evidence: tuple[EvidenceRef, ...] = ()

    def __post_init__(self) -> None:
        _must_have_source(self.evidence, f"{self.key}, {self.kind}, {self.dated.isoformat()}")
        if self.kind not in SIGNALS:
            raise WrongInput(
                "targeting.place_signal_kind", key=self.key, kind=self.kind, known=", ".join(SIGNALS)
            )
        if self.expires is not None and self.expires < self.dated:
            raise WrongInput(
                "targeting.place_signal_dates",
                key=self.key,
                dated=self.dated.isoformat(),
                expires=self.expires.isoformat(),
            )

    @property
    def last_day(self) -> date:
        """The last day on which it counts: as given, else by its kind."""
        return self.expires or self.dated + timedelta(days=SIGNALS[self.kind][1])


@dataclass(frozen=True, slots=True)
class Relation:
    """What this office has had to do with the candidate `key`, and when."""

    key: str
    kind: str
    dated: date
    evidence: tuple[EvidenceRef, ...] = ()

    def __post_init__(self) -> None:
        if self.kind not in RELATIONS:
            raise WrongInput(
                "targeting.place_relation_kind", key=self.key, kind=self.kind, known=", ".join(RELATIONS)
            )


@dataclass(frozen=True, slots=True)
class Exclusion:
    """The candidate `key` must not be proposed, and why (one of EXCLUSIONS)."""

    key: str
    code: str
    evidence: tuple[EvidenceRef, ...] = ()

    def __post_init__(self) -> None:
        if self.code not in EXCLUSIONS:
            raise WrongInput(
                "targeting.place_exclusion_code", key=self.key, reason=self.code, known=", ".join(EXCLUSIONS)
            )


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Everything about a place that a ranking reads. `gaps` are by code of the chain (see
    `kakehashi.places.gaps`).

    An empty `industries`, `neighbours`, `signals` or `relations` means that the office has not collected it:
    the criterion that rests on it is then left out of the whole list, and the list says so. The order of rows
    does not matter: they are put in one order, and what is said twice is kept once. Raises WrongInput for
    what refers to a node or chain that is not there.
    """

    chains: tuple[Chain, ...]
    gaps: Mapping[str, tuple[Gap, ...]] = field(default_factory=dict)
    industries: tuple[Industry, ...] = ()
    neighbours: tuple[Neighbours, ...] = ()
    activities: tuple[Activity, ...] = ()
    signals: tuple[Signal, ...] = ()
    relations: tuple[Relation, ...] = ()

    def __post_init__(self) -> None:
        if not self.chains:
            raise WrongInput("targeting.place_no_chain")
        known = {(chain.code, node.code) for chain in self.chains for node in chain.nodes}
        if len({chain.code for chain in self.chains}) < len(self.chains):
            raise WrongInput("targeting.place_repeated_chain")
        named = [(chain, gap.node) for chain, found in self.gaps.items() for gap in found]
        named += [(row.chain, row.node) for row in self.neighbours]
        named += [(row.chain, row.node) for row in self.activities]
        _must_exist(named, known)
        for name in ("industries", "neighbours", "activities", "signals", "relations"):
            object.__setattr__(self, name, _in_one_order(getattr(self, name)))


def _must_have_source(evidence: tuple[EvidenceRef, ...], where: str) -> None:
    if not evidence:
        raise WrongInput("targeting.place_no_source", where=where)


def _must_exist(named: Iterable[tuple[str, str]], known: set[tuple[str, str]]) -> None:
    for chain, node in named:
        if (chain, node) not in known:
            raise WrongInput("targeting.place_unknown_node", node=f"{chain}/{node}")


def _in_one_order(rows: tuple[object, ...]) -> tuple[object, ...]:
    """The rows by what they say, each once."""
    said = {repr(row): row for row in rows}
    return tuple(said[text] for text in sorted(said))
