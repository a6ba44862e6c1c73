"""Whether the company's industry is one that the park targets, and one that the place is already good at."""

from collections.abc import Iterable

import numpy as np

from kakehashi.kernel import Json, Reason
from kakehashi.places.classify import canonical_industry
from kakehashi.targeting.leads import ClassCode, narrowest
from kakehashi.targeting.nodes import Floats, NumberedNode
from kakehashi.targeting.place import Industry
from kakehashi.targeting.question import Question

#: Share of the value for being a target industry; the rest is for specialisation.
TARGET_SHARE = 0.6


def values(question: Question) -> Floats:
    """The fit of the industry that the candidate's own class names, else of the industries that its node
    belongs to.

    A class that could be compared and is none of the place's industries is 0; missing where nothing can be
    compared.
    """
    found = question.recognition
    by_class = np.array([*(_class_value(question, number) for number in range(len(found.classes))), np.nan])
    own = by_class[found.industry]
    return np.where(np.isnan(own), _by_node(question), own)


def reasons(question: Question, row: int) -> tuple[Reason, ...]:
    """The industry that fits best, with its figures."""
    industry = _industry_of(question, row)
    if industry is None:
        return (Reason("industry_fit.none", evidence=(question.register_row(row),)),)
    params: dict[str, Json] = {"industry_code": industry.code}
    if industry.quotient is None:
        return (Reason("industry_fit.target", params, weight=1.0, evidence=industry.evidence),)
    params["quotient_number"] = round(industry.quotient, 2)
    if industry.low is not None and industry.high is not None:
        params |= {"low_number": round(industry.low, 2), "high_number": round(industry.high, 2)}
    return (Reason(_code(industry), params, weight=1.0, evidence=industry.evidence),)


def fit(industry: Industry) -> float:
    """0.6 for a target industry + 0.4 × q / (1 + q), q being the lower end of the quotient's interval.

    A quotient of 1 (the average) gives half of the second part, as does an unknown one. NaN for an industry
    that is neither a target nor measured.
    """
    if industry.quotient is None and not industry.target:
        return float("nan")
    quotient = (
        1.0 if industry.quotient is None else industry.quotient if industry.low is None else industry.low
    )
    special = 1.0 if np.isinf(quotient) else quotient / (1 + quotient)
    return TARGET_SHARE * industry.target + (1 - TARGET_SHARE) * special


def _code(industry: Industry) -> str:
    strong = (industry.quotient or 0.0) >= 1
    kind = (
        ("target_strong" if strong else "target_thin")
        if industry.target
        else ("strong" if strong else "thin")
    )
    sure = "" if industry.low is None or industry.high is None else "_interval"
    return f"industry_fit.{kind}{sure}"


def _of(question: Question, classes: Iterable[ClassCode]) -> list[Industry]:
    """The place's industries to which these classes lead most narrowly."""
    wanted, _ = narrowest(question.to_industries, classes)
    return [each for each in question.place.industries if each.code in wanted]


def _of_class(question: Question, number: int) -> list[Industry]:
    each = question.recognition.classes[number]
    return _of(question, [(each.scheme, each.code)])


def _of_node(question: Question, row: NumberedNode) -> list[Industry]:
    return _of(question, row.classes)


def _class_value(question: Question, number: int) -> float:
    each = question.recognition.classes[number]
    scheme, code = canonical_industry(each.scheme, each.code)
    comparable = bool(code) and any(scheme in industry.codes for industry in question.place.industries)
    return _best(_of_class(question, number), otherwise=0.0 if comparable else np.nan)


def _by_node(question: Question) -> Floats:
    """The value of a candidate's node; where its class leads to several, the mean over those with a known
    one.
    """
    found = question.recognition
    by_node = np.array([_best(_of_node(question, row), otherwise=np.nan) for row in question.nodes.rows])
    known = ~np.isnan(by_node)
    weight = found.handed_on(known.astype(np.float64))
    total = found.handed_on(np.where(known, by_node, 0.0))
    return np.divide(total, weight, out=question.unknown(), where=weight > 0)


def _best(industries: list[Industry], *, otherwise: float) -> float:
    fits = [value for industry in industries if not np.isnan(value := fit(industry))]
    return max(fits, default=otherwise)


def _industry_of(question: Question, row: int) -> Industry | None:
    found = question.recognition
    industries = _of_class(question, int(found.industry[row])) if found.industry[row] >= 0 else []
    if not industries:
        industries = [
            each for number in found.nodes_of(row) for each in _of_node(question, question.nodes.rows[number])
        ]
    fits = [
        (value, industry.code, industry) for industry in industries if not np.isnan(value := fit(industry))
    ]
    return max(fits, key=lambda each: each[:2])[2] if fits else None
