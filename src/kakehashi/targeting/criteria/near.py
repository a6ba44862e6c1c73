"""Who is already near: the company's likely customers and suppliers along the chain, and its compatriots."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from kakehashi.kernel import EvidenceRef, Json, Reason
from kakehashi.targeting.nodes import Floats
from kakehashi.targeting.place import Neighbours
from kakehashi.targeting.question import Question

#: Side → its share of the value, and the number of neighbours at which half of that share is reached.
#: Suppliers follow a customer that they have won; companies without one go where compatriots already are.
SIDES: Mapping[str, tuple[float, float]] = MappingProxyType(
    {"customers": (0.5, 2.0), "suppliers": (0.2, 2.0), "compatriots": (0.3, 5.0)}
)


def values(question: Question) -> Floats:
    """Σ share × n / (n + half) over customers, suppliers and compatriots (see SIDES).

    Customers and suppliers are the neighbours at the nodes directly after and before the candidate's own,
    times the confidence with which it was recognised; compatriots are those of its country anywhere in its
    chain. Where the candidate's country is not known, the other two are taken alone.
    """
    found = question.recognition
    total = np.zeros(len(question.frame))
    for side in ("customers", "suppliers"):
        total += found.confidence * found.handed_on(_worth(side, _counts(question, side, None)))
    countries = question.frame["country"]
    for country in countries.drop_nulls().unique().sort():
        rows = (countries == country).fill_null(value=False).to_numpy()
        total[rows] += found.handed_on(_worth("compatriots", _counts(question, "compatriots", country)))[rows]
    alone = 1 - SIDES["compatriots"][0]
    return np.where(countries.is_null().to_numpy(), total / alone, total)


def reasons(question: Question, row: int) -> tuple[Reason, ...]:
    """Each side that has somebody, the most telling first; one remark when nobody is near."""
    sure = float(question.recognition.confidence[row])
    sides = [_side(question, row, side, 1.0 if side == "compatriots" else sure) for side in SIDES]
    found = sorted((reason for reason in sides if reason), key=lambda reason: -reason.weight)
    return tuple(found) or (Reason("near.nobody"),)


@dataclass(frozen=True, slots=True)
class _Seat:
    ref: str
    wanted: frozenset[str]
    chain: str


def _seat(question: Question, number: int, side: str) -> _Seat:
    """The nodes whose organisations count for the node `number` on one side."""
    row = question.nodes.rows[number]
    chain = next(each for each in question.place.chains if each.code == row.chain)
    if side == "compatriots":
        return _Seat(row.ref, frozenset(node.code for node in chain.nodes), row.chain)
    others = chain.downstream(row.node.code) if side == "customers" else chain.upstream(row.node.code)
    return _Seat(row.ref, frozenset(others), row.chain)


def _at(seat: _Seat, neighbours: Iterable[Neighbours], country: str | None) -> list[Neighbours]:
    here = (
        each
        for each in neighbours
        if each.chain == seat.chain and each.node in seat.wanted and each.organisations
    )
    return [each for each in here if country is None or each.country == country]


def _counts(
    question: Question, side: str, country: str | None, numbers: Iterable[int] | None = None
) -> Floats:
    """Organisations on one side of the nodes with these numbers, or of all nodes."""
    wanted = range(len(question.nodes.rows)) if numbers is None else numbers
    seats = (_seat(question, number, side) for number in wanted)
    found = (_at(seat, question.place.neighbours, country) for seat in seats)
    return np.array([sum(each.organisations for each in at) for at in found], dtype=np.float64)


def _worth(side: str, counts: Floats) -> Floats:
    share, half = SIDES[side]
    return share * counts / (counts + half)


def _side(question: Question, row: int, side: str, sure: float) -> Reason | None:
    country = question.frame["country"][row] if side == "compatriots" else None
    if side == "compatriots" and country is None:
        return None
    numbers = question.recognition.nodes_of(row)
    at = {
        each
        for number in numbers
        for each in _at(_seat(question, number, side), question.place.neighbours, country)
    }
    if not at:
        return None
    counts = _counts(question, side, country, numbers)
    params: dict[str, Json] = {"count": sum(each.organisations for each in at)}
    code = f"near.{side}"
    if country:
        params["country_code"] = country
    elif len(numbers) == 1:
        params["node_code"] = question.nodes.rows[numbers[0]].ref
    else:
        code = f"near.{side}_perhaps"
    return Reason(code, params, weight=sure * float(_worth(side, counts).mean()), evidence=_proofs(at))


def _proofs(at: Iterable[Neighbours]) -> tuple[EvidenceRef, ...]:
    ordered = sorted(at, key=lambda each: (each.chain, each.node, each.country or ""))
    found = (each.evidence or (EvidenceRef("presence", f"{each.chain}/{each.node}"),) for each in ordered)
    return tuple(dict.fromkeys(proof for proofs in found for proof in proofs))
