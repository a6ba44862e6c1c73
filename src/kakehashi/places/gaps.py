"""Which steps of a chain a place lacks (补链), has too thinly (强链), or could add next (延链), and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Literal, get_args

from kakehashi.kernel import EvidenceRef, Json, Reason, WrongInput
from kakehashi.places.chains import Chain
from kakehashi.places.quotients import Quotient

GapKind = Literal["missing", "weak", "next"]
KINDS: tuple[GapKind, ...] = get_args(GapKind)


@dataclass(frozen=True, slots=True)
class Presence:
    """How many organisations, with how many employees (None: not known), cover one node at the place."""

    node: str
    organisations: int
    employees: int | None = None
    evidence: tuple[EvidenceRef, ...] = ()

    def __post_init__(self) -> None:
        if self.organisations < 0 or (self.employees or 0) < 0:
            raise WrongInput("presence_negative", node=self.node)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When a node that is there counts as weak.

    At most `organisations` organisations, fewer than `employees` employees in all (0: not looked at), or a
    location quotient whose whole interval lies below `quotient`.
    """

    organisations: int = 1
    employees: int = 0
    quotient: float = 1.0

    def __post_init__(self) -> None:
        for each in fields(self):
            if not getattr(self, each.name) >= 0:
                raise WrongInput("threshold_out_of_range", name=each.name, value=getattr(self, each.name))


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap: the node, its kind, the main reason, and further reasons that also hold.

    `urgency` orders gaps from 1 (a critical step is missing between suppliers and customers) down to 0.
    """

    node: str
    kind: GapKind
    reason: Reason
    further: tuple[Reason, ...] = ()
    urgency: float = 0.0


def gaps(
    chain: Chain,
    presence: Iterable[Presence],
    *,
    quotients: Mapping[str, Quotient] | None = None,
    thresholds: Thresholds = Thresholds(),
) -> tuple[Gap, ...]:
    """The gaps of `chain` at a place, most urgent first.

    A node without any organisation is *missing* when the place has its direct customers, or has nodes on
    both sides of it along the chain, or when it is critical; it is *next* when the place has only its
    direct suppliers. A node with some presence is *weak* by the thresholds. In a chain that is absent
    altogether nothing is a gap: there is nothing to complete. `quotients` (by node code) also serve as
    evidence. Raises WrongInput for presence at unknown or repeated nodes.
    """
    here = _by_node(chain, presence)
    present = {code for code, row in here.items() if row.organisations > 0}
    if not present:
        return ()
    view = _View(chain, here, present, quotients or {}, thresholds)
    found = [gap for code in chain.order() if (gap := _gap(view, code)) is not None]
    return tuple(sorted(found, key=lambda gap: -gap.urgency))


@dataclass(frozen=True, slots=True)
class _View:
    chain: Chain
    here: Mapping[str, Presence]
    present: set[str]
    quotients: Mapping[str, Quotient]
    thresholds: Thresholds


def _by_node(chain: Chain, presence: Iterable[Presence]) -> dict[str, Presence]:
    known = {node.code for node in chain.nodes}
    rows: dict[str, Presence] = {}
    for row in presence:
        if row.node not in known:
            raise WrongInput("presence_unknown_node", node=row.node, chain=chain.code)
        if row.node in rows:
            raise WrongInput("presence_repeated", node=row.node)
        rows[row.node] = row
    return rows


def _gap(view: _View, code: str) -> Gap | None:
    return _weak(view, code) if code in view.present else _absent(view, code)


def _absent(view: _View, code: str) -> Gap | None:
    upstream = [each for each in view.chain.upstream(code) if each in view.present]
    downstream = [each for each in view.chain.downstream(code) if each in view.present]
    critical = view.chain.node(code).critical
    evidence = _evidence(view, [*upstream, *downstream])
    params: dict[str, Json] = {"node": code, "upstream": list(upstream), "downstream": list(downstream)}
    if _on_both_sides(view, code):
        params |= {"upstream": list(upstream or _beyond(view, code, "upstream"))}
        params |= {"downstream": list(downstream or _beyond(view, code, "downstream"))}
        return Gap(
            code,
            "missing",
            Reason("gap.missing.between", params, evidence=evidence),
            (),
            1.0 if critical else 0.8,
        )
    if downstream:
        return Gap(
            code,
            "missing",
            Reason("gap.missing.customers", params, evidence=evidence),
            (),
            0.9 if critical else 0.7,
        )
    if critical and not upstream:
        return Gap(code, "missing", Reason("gap.missing.critical", params, evidence=evidence), (), 0.6)
    if upstream:
        return Gap(
            code,
            "next",
            Reason("gap.next.suppliers", params, evidence=evidence),
            (),
            0.5 if critical else 0.4,
        )
    return None


def _weak(view: _View, code: str) -> Gap | None:
    row, limits = view.here[code], view.thresholds
    reasons: list[Reason] = []
    if row.organisations <= limits.organisations:
        params: dict[str, Json] = {
            "node": code,
            "organisations": row.organisations,
            "threshold": limits.organisations,
        }
        reasons.append(Reason("gap.weak.few_organisations", params, evidence=row.evidence))
    if row.employees is not None and row.employees < limits.employees:
        params = {"node": code, "employees": row.employees, "threshold": limits.employees}
        reasons.append(Reason("gap.weak.few_employees", params, evidence=row.evidence))
    quotient = view.quotients.get(code)
    if quotient is not None and quotient.high < limits.quotient:
        params = {"node": code, **_rounded(quotient)}
        reasons.append(Reason("gap.weak.low_quotient", params, evidence=quotient.evidence))
    if not reasons:
        return None
    urgency = 0.3 + 0.05 * (len(reasons) - 1) + (0.25 if view.chain.node(code).critical else 0.0)
    return Gap(code, "weak", reasons[0], tuple(reasons[1:]), urgency)


def _rounded(quotient: Quotient) -> dict[str, Json]:
    figures = {"quotient": quotient.quotient, "low": quotient.low, "high": quotient.high}
    return {"level": round(quotient.level * 100)} | {name: round(each, 2) for name, each in figures.items()}


def _on_both_sides(view: _View, code: str) -> bool:
    return bool(_beyond(view, code, "upstream")) and bool(_beyond(view, code, "downstream"))


def _beyond(view: _View, code: str, side: Literal["upstream", "downstream"]) -> tuple[str, ...]:
    """The nearest nodes with presence on one side of `code`, however many empty steps away."""
    step = view.chain.upstream if side == "upstream" else view.chain.downstream
    frontier, seen = step(code), {code}
    while frontier:
        found = tuple(each for each in frontier if each in view.present)
        if found:
            return found
        seen |= set(frontier)
        frontier = tuple(
            dict.fromkeys(after for each in frontier for after in step(each) if after not in seen)
        )
    return ()


def _evidence(view: _View, codes: Iterable[str]) -> tuple[EvidenceRef, ...]:
    return tuple(dict.fromkeys(ref for code in codes for ref in view.here[code].evidence))
