"""Turns one kept row into parts and reasons, in the order in which an officer would say them."""

import numpy as np

from kakehashi.kernel import Reason
from kakehashi.targeting.assessment import Assessment
from kakehashi.targeting.criteria import CRITERIA, Criterion
from kakehashi.targeting.nodes import Floats
from kakehashi.targeting.question import Question
from kakehashi.targeting.ranking import Part, Row
from kakehashi.targeting.scoring import Whole, certainty, divided


def row_of(assessment: Assessment, row: int, *, place: int, points: Whole, weights: Floats) -> Row:
    """The row number `row` of the assessment, at `place` in the list; `points` in hundredths by criterion."""
    question, values = assessment.question, assessment.values[row]
    recognition = question.recognition
    nodes = tuple(question.nodes.rows[number].ref for number in recognition.nodes_of(row))
    return Row(
        rank=place,
        key=question.frame["key"][row],
        name=question.frame["name"][row],
        score=int(points.sum()) / 100,
        node=nodes[0] if recognition.node[row] >= 0 else "",
        nodes=nodes,
        how=recognition.how(row),
        confidence=float(recognition.confidence[row]),
        parts=tuple(
            Part(criterion.code, None if np.isnan(value) else float(value), int(part) / 100)
            for criterion, value, part in zip(CRITERIA, values, points, strict=True)
        ),
        reasons=_reasons(question, row, values, points, weights),
        missing=tuple(
            c.code
            for c, value, weight in zip(CRITERIA, values, weights, strict=True)
            if weight and np.isnan(value)
        ),
        certainty=float(certainty(values[None, :], weights)[0]),
    )


def _reasons(
    question: Question, row: int, values: Floats, points: Whole, weights: Floats
) -> tuple[Reason, ...]:
    """The gap first where it counts, with how the company was recognised: that is the argument. Then what
    counts, by points; then the remarks of the criteria that gave nothing; then what is missing.
    """
    groups: list[list[Reason]] = []
    missing: list[Reason] = []
    for criterion, value, part, weight in zip(CRITERIA, values, points, weights, strict=True):
        if not weight:
            continue
        if np.isnan(value):
            missing.append(Reason(f"missing.{criterion.code}", evidence=(question.register_row(row),)))
        else:
            groups.append(_weighed(criterion, question, row, int(part)))
    groups.sort(key=_standing)
    return (*(reason for group in groups for reason in group), *missing)


def _weighed(criterion: Criterion, question: Question, row: int, part: int) -> list[Reason]:
    """The criterion's reasons with its points divided among them in proportion."""
    reasons = criterion.reasons(question, row)
    shares = np.array([[reason.weight for reason in reasons]], dtype=np.float64)
    total = shares.sum()
    whole = divided(shares / total * part)[0] if total else np.zeros(len(reasons), dtype=np.int64)
    return [
        Reason(reason.code, reason.params, int(points) / 100, reason.evidence)
        for reason, points in zip(reasons, whole, strict=True)
    ]


def _standing(group: list[Reason]) -> tuple[bool, float]:
    points = sum(reason.weight for reason in group)
    argument = group[0].code.startswith("fills_gap.") and points > 0
    return (not argument, -points)
