"""The place as a run saw it, written to JSON and read back equal, so that a list can be repeated for
years.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kakehashi.kernel import EvidenceRef, Json, Reason
from kakehashi.places.chains import dump_chain, load_chain
from kakehashi.places.gaps import Gap
from kakehashi.targeting import Activity, Exclusion, Industry, Neighbours, PlaceView, Relation, Signal

#: Multilingual name by code.
Names = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a run reads besides the register: the place, who must be left out, and the names of its
    industries.
    """

    place: PlaceView
    exclusions: tuple[Exclusion, ...] = ()
    industry_names: Names = field(default_factory=dict)


def as_json(inputs: Inputs) -> dict[str, Any]:
    """`inputs` as plain JSON values."""
    place = inputs.place
    return {
        "chains": [dump_chain(chain) for chain in place.chains],
        "gaps": {chain: [_gap_out(gap) for gap in gaps] for chain, gaps in place.gaps.items()},
        "industries": [_industry_out(each) for each in place.industries],
        "neighbours": [
            {
                "chain": each.chain,
                "node": each.node,
                "organisations": each.organisations,
                "country": each.country,
                "evidence": refs_out(each.evidence),
            }
            for each in place.neighbours
        ],
        "activities": [
            {"key": each.key, "chain": each.chain, "node": each.node, "evidence": refs_out(each.evidence)}
            for each in place.activities
        ],
        "signals": [_signal_out(each) for each in place.signals],
        "relations": [
            {
                "key": each.key,
                "kind": each.kind,
                "dated": each.dated.isoformat(),
                "evidence": refs_out(each.evidence),
            }
            for each in place.relations
        ],
        "exclusions": [
            {"key": each.key, "code": each.code, "evidence": refs_out(each.evidence)}
            for each in inputs.exclusions
        ],
        "industry_names": {code: dict(names) for code, names in inputs.industry_names.items()},
    }


def from_json(data: Mapping[str, Any]) -> Inputs:
    """What `as_json` wrote. Raises KeyError for JSON that it did not write."""
    place = PlaceView(
        chains=tuple(load_chain(chain) for chain in data["chains"]),
        gaps={chain: tuple(_gap_in(gap) for gap in gaps) for chain, gaps in data["gaps"].items()},
        industries=tuple(_industry_in(each) for each in data["industries"]),
        neighbours=tuple(
            Neighbours(
                each["chain"], each["node"], each["organisations"], each["country"], refs_in(each["evidence"])
            )
            for each in data["neighbours"]
        ),
        activities=tuple(
            Activity(each["key"], each["chain"], each["node"], refs_in(each["evidence"]))
            for each in data["activities"]
        ),
        signals=tuple(_signal_in(each) for each in data["signals"]),
        relations=tuple(
            Relation(each["key"], each["kind"], date.fromisoformat(each["dated"]), refs_in(each["evidence"]))
            for each in data["relations"]
        ),
    )
    exclusions = tuple(
        Exclusion(each["key"], each["code"], refs_in(each["evidence"])) for each in data["exclusions"]
    )
    return Inputs(place, exclusions, data["industry_names"])


def reason_out(reason: Reason) -> dict[str, Json]:
    return {
        "code": reason.code,
        "params": dict(reason.params),
        "weight": reason.weight,
        "evidence": refs_out(reason.evidence),
    }


def reason_in(data: Mapping[str, Any]) -> Reason:
    return Reason(data["code"], data["params"], data["weight"], refs_in(data["evidence"]))


def refs_out(refs: Iterable[EvidenceRef]) -> list[Json]:
    return [[ref.kind, ref.key, ref.label] for ref in refs]


def refs_in(data: Iterable[Sequence[str]]) -> tuple[EvidenceRef, ...]:
    return tuple(EvidenceRef(kind, key, label) for kind, key, label in data)


def _gap_out(gap: Gap) -> dict[str, Json]:
    return {
        "node": gap.node,
        "kind": gap.kind,
        "reason": reason_out(gap.reason),
        "further": [reason_out(reason) for reason in gap.further],
        "urgency": gap.urgency,
    }


def _gap_in(data: Mapping[str, Any]) -> Gap:
    further = tuple(reason_in(reason) for reason in data["further"])
    return Gap(data["node"], data["kind"], reason_in(data["reason"]), further, data["urgency"])


def _industry_out(industry: Industry) -> dict[str, Json]:
    return {
        "code": industry.code,
        "codes": {scheme: list(codes) for scheme, codes in industry.codes.items()},
        "target": industry.target,
        "quotient": industry.quotient,
        "low": industry.low,
        "high": industry.high,
        "evidence": refs_out(industry.evidence),
    }


def _industry_in(data: Mapping[str, Any]) -> Industry:
    codes = {scheme: tuple(found) for scheme, found in data["codes"].items()}
    figures = (data["quotient"], data["low"], data["high"])
    return Industry(data["code"], codes, data["target"], *figures, refs_in(data["evidence"]))


def _signal_out(signal: Signal) -> dict[str, Json]:
    return {
        "key": signal.key,
        "kind": signal.kind,
        "dated": signal.dated.isoformat(),
        "expires": signal.expires.isoformat() if signal.expires else None,
        "evidence": refs_out(signal.evidence),
    }


def _signal_in(data: Mapping[str, Any]) -> Signal:
    expires = date.fromisoformat(data["expires"]) if data["expires"] else None
    dated = date.fromisoformat(data["dated"])
    return Signal(data["key"], data["kind"], dated, expires, refs_in(data["evidence"]))
