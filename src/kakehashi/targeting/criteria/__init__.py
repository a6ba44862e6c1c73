"""The criteria of a ranking, in the order in which they are shown."""

from collections.abc import Callable
from dataclasses import dataclass

from kakehashi.kernel import Reason
from kakehashi.targeting.criteria import fills_gap, industry_fit, near, relations, signals, size
from kakehashi.targeting.nodes import Floats
from kakehashi.targeting.place import PlaceView
from kakehashi.targeting.profile import DEFAULT_WEIGHTS
from kakehashi.targeting.question import Question


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing that makes a company a target.

    `values` gives each candidate a number in [0, 1], or NaN where it is missing; `reasons` says why, with
    weights whose proportions divide the criterion's points among them (0 for a remark); `applies` is false
    when the place view holds nothing that the criterion could rest on, and the criterion is then left out of
    the whole list. The sentences `criterion.<code>` and `criterion.<code>.about` name and explain it.
    """

    code: str
    weight: float
    values: Callable[[Question], Floats]
    reasons: Callable[[Question, int], tuple[Reason, ...]]
    applies: Callable[[PlaceView], bool] = lambda place: True


def _criterion(
    code: str,
    values: Callable[[Question], Floats],
    reasons: Callable[[Question, int], tuple[Reason, ...]],
    applies: Callable[[PlaceView], bool] = lambda place: True,
) -> Criterion:
    return Criterion(code, DEFAULT_WEIGHTS[code], values, reasons, applies)


CRITERIA: tuple[Criterion, ...] = (
    _criterion("fills_gap", fills_gap.values, fills_gap.reasons, lambda place: any(place.gaps.values())),
    _criterion(
        "industry_fit", industry_fit.values, industry_fit.reasons, lambda place: bool(place.industries)
    ),
    _criterion("near", near.values, near.reasons, lambda place: bool(place.neighbours)),
    _criterion("size", size.values, size.reasons),
    _criterion("signals", signals.values, signals.reasons, lambda place: bool(place.signals)),
    _criterion("relations", relations.values, relations.reasons, lambda place: bool(place.relations)),
)

__all__ = ["CRITERIA", "Criterion"]
