"""Chooses the rows of the list: best first, ties by key, and no more of one node than the profile allows."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import polars as pl
from numpy.typing import NDArray

from kakehashi.targeting.profile import Profile
from kakehashi.targeting.question import Question
from kakehashi.targeting.scoring import Whole


def in_order(scores: Whole, keys: pl.Series) -> NDArray[np.int64]:
    """Numbers of the rows, highest score first; equal scores in the order of their keys, which `keys` already
    has.
    """
    assert len(scores) == len(keys)
    return np.argsort(-scores, kind="stable")


def chosen(
    order: NDArray[np.int64], *, question: Question, profile: Profile
) -> tuple[list[int], Mapping[str, int]]:
    """The rows of the list, and how many were passed over on the way, by what the list had enough of.

    A bucket (a node, a chain, a region, an industry) takes at most its share of `profile.limit` rows, and at
    least one; those of which it is not clear what they make share one. Where nothing else is left the
    list stays shorter rather than breaking a share.
    """
    labels = {by: _labels(question, by) for by in (*profile.spread, "unclear")}
    most = {by: max(1, int(share * profile.limit)) for by, share in profile.spread.items()}
    most["unclear"] = int(profile.unclear * profile.limit)
    taken: dict[str, Counter[str]] = {by: Counter() for by in labels}
    passed: Counter[str] = Counter()
    rows: list[int] = []
    for row in order.tolist():
        if len(rows) == profile.limit:
            break
        mine = {by: label for by in labels if (label := labels[by][row]) is not None}
        full = next((by for by, label in mine.items() if taken[by][label] >= most[by]), None)
        if full is not None:
            passed[f"{full}:{mine[full]}" if mine[full] else full] += 1
            continue
        rows.append(row)
        for by, label in mine.items():
            taken[by][label] += 1
    return rows, dict(passed)


def _labels(question: Question, by: str) -> Sequence[str | None]:
    """The bucket of each candidate; None for one that is in none."""
    if by == "region":
        return question.frame["region"].to_list()
    if by == "unclear":
        return ["" if unclear else None for unclear in question.recognition.is_unclear().tolist()]
    classes = [f"{each.scheme}:{each.code}" for each in question.recognition.classes] + [""]
    if by == "industry":
        return [classes[number] for number in question.recognition.industry.tolist()]
    names = [row.ref if by == "node" else row.chain for row in question.nodes.rows]
    pairs = zip(question.recognition.node.tolist(), question.recognition.industry.tolist(), strict=True)
    return [names[node] if node >= 0 else classes[industry] for node, industry in pairs]
