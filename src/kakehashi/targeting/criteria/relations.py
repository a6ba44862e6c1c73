"""Past relations with this office: a door that was open before."""

from datetime import date

from kakehashi.kernel import Json, Reason
from kakehashi.targeting.nodes import Floats
from kakehashi.targeting.place import RELATIONS, Relation
from kakehashi.targeting.question import Question

#: A relation loses half its worth in so many years.
HALF_LIFE_YEARS = 3.0


def values(question: Question) -> Floats:
    """The worth of the best relation; 0 without any, and 0 when the company has declined since."""
    result, rows = question.unknown(), question.row_of()
    result[:] = 0.0
    for key in {each.key for each in question.place.relations} & rows.keys():
        result[rows[key]] = max(
            (worth(each, question.as_of) for each in _counting(_known(question, key))), default=0.0
        )
    return result


def reasons(question: Question, row: int) -> tuple[Reason, ...]:
    """The relation that counts most, or the refusal, or that there is none."""
    known = _known(question, question.frame["key"][row])
    counting = _counting(known)
    if counting:
        best = max(counting, key=lambda each: (worth(each, question.as_of), each.dated))
        return (_told(best, 1.0),)
    refusals = [each for each in known if each.kind == "declined"]
    return (
        (_told(max(refusals, key=lambda each: each.dated), 0.0),) if refusals else (Reason("relations.none"),)
    )


def worth(relation: Relation, as_of: date) -> float:
    """How open the door was, halved every three years; 0 before its date."""
    years = (as_of - relation.dated).days / 365.25
    return RELATIONS[relation.kind] * 0.5 ** (years / HALF_LIFE_YEARS) if years >= 0 else 0.0


def _known(question: Question, key: str) -> list[Relation]:
    return [each for each in question.place.relations if each.key == key and each.dated <= question.as_of]


def _counting(known: list[Relation]) -> list[Relation]:
    """Those after the last refusal."""
    refused = max((each.dated for each in known if each.kind == "declined"), default=date.min)
    return [each for each in known if each.kind != "declined" and each.dated > refused]


def _told(relation: Relation, weight: float) -> Reason:
    params: dict[str, Json] = {"dated_on": relation.dated.isoformat()}
    return Reason(f"relations.{relation.kind}", params, weight=weight, evidence=relation.evidence)
