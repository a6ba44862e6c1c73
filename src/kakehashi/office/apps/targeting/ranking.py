"""Runs the engine on what a list keeps, and turns its answer into rows."""

from typing import Any

import polars as pl

from kakehashi.kernel import Json
from kakehashi.office.apps.registers.queries import store
from kakehashi.office.apps.targeting import frozen
from kakehashi.office.apps.targeting.models import Target, TargetList
from kakehashi.targeting import Profile, Ranking, rank
from kakehashi.targeting.assessment import Progress, silent
from kakehashi.targeting.ranking import Row

#: What a target keeps of its register row.
KEPT = (
    "english",
    "reading",
    "language",
    "industry_scheme",
    "industry",
    "region",
    "municipality",
    "capital",
    "currency",
    "listed",
)


def profile_of(row: TargetList) -> Profile:
    """The list's weights as the engine reads them."""
    spread = {"node": row.max_share} if row.max_share < 1 else {}
    return Profile(weights=dict(row.weights), limit=row.limit, spread=spread)


def rank_again(row: TargetList, *, progress: Progress = silent) -> Ranking:
    """The ranking of exactly what the list keeps: its register version, its place, its weights, its day."""
    inputs = frozen.from_json(row.inputs)
    snapshot = store().open(row.register.code, row.register_version)
    return rank(
        candidates=snapshot.frame(),
        place=inputs.place,
        profile=profile_of(row),
        as_of=row.as_of,
        exclusions=inputs.exclusions,
        progress=progress,
    )


def targets_from(row: TargetList, ranking: Ranking) -> list[Target]:
    """The rows of the answer as rows of the table, not yet written."""
    facts = _facts(row, [each.key for each in ranking.rows])
    kinds = _gap_kinds(ranking)
    return [_target(row, each, facts.get(each.key, {}), kinds) for each in ranking.rows]


def differences(row: TargetList, ranking: Ranking) -> int:
    """How many places of the frozen list hold another company, or the same one with another score."""
    before = list(row.targets.order_by("rank").values_list("rank", "register_key", "score"))
    after = [(each.rank, each.key, each.score) for each in ranking.rows]
    longer, shorter = max(len(before), len(after)), min(len(before), len(after))
    changed = sum(1 for old, new in zip(before, after, strict=False) if old != new)
    return changed + longer - shorter


def _facts(row: TargetList, keys: list[str]) -> dict[str, dict[str, Any]]:
    frame = store().open(row.register.code, row.register_version).frame()
    found = frame.filter(pl.col("key").is_in(keys)).select("key", *KEPT).collect()
    return {record["key"]: record for record in found.iter_rows(named=True)}


def _gap_kinds(ranking: Ranking) -> dict[str, tuple[float, str]]:
    """chain/node → (urgency, kind) of its gap."""
    gaps = ranking.assessment.question.place.gaps
    return {f"{chain}/{gap.node}": (gap.urgency, gap.kind) for chain, found in gaps.items() for gap in found}


def _target(row: TargetList, each: Row, facts: dict[str, Any], kinds: dict[str, tuple[float, str]]) -> Target:
    gaps = sorted((kinds[ref] for ref in each.nodes if ref in kinds), reverse=True)
    parts: dict[str, Json] = {part.criterion: part.points for part in each.parts if part.value is not None}
    return Target(
        target_list=row,
        rank=each.rank,
        score=each.score,
        register_key=each.key,
        name=each.name,
        name_language=facts.get("language") or "",
        english=facts.get("english") or "",
        reading=facts.get("reading") or "",
        industry_scheme=facts.get("industry_scheme") or "",
        industry=facts.get("industry") or "",
        region=facts.get("region") or "",
        municipality=facts.get("municipality") or "",
        capital=facts.get("capital"),
        currency=facts.get("currency") or "",
        listed=facts.get("listed"),
        node_code=each.node,
        node_refs="".join(f"|{ref}" for ref in each.nodes) + "|",
        gap_kind=gaps[0][1] if gaps else "",
        certainty=each.certainty,
        parts=parts,
        missing=list(each.missing),
        reasons=[frozen.reason_out(reason) for reason in each.reasons],
    )
