"""From values and weights to a score in hundredths of a point, whose parts add up to it exactly."""

import numpy as np
from numpy.typing import NDArray

from kakehashi.targeting.nodes import Floats

Whole = NDArray[np.int64]
#: 100 points are this many units.
FULL = 10_000
#: How much of the weight that cannot be judged is lost: 0 would trust the rest blindly, 1 would count missing
#: as nothing.
MISSING_PENALTY = 0.5


def parts(values: Floats, weights: Floats) -> Whole:
    """Hundredths of a point by candidate and criterion.

    `values` is (candidates × criteria) in [0, 1] with NaN for missing; `weights` is (criteria,), not
    negative, some positive. Known criteria share the weight of the missing ones in proportion, and the whole
    is then reduced by MISSING_PENALTY × the share of the weight that is missing:

        score = 100 × (Σ known wᵢ vᵢ / Σ known wᵢ) × (1 − 0.5 × Σ missing wᵢ / Σ wᵢ)

    Rounding is by largest remainder, so that the parts of a row sum exactly to its rounded score.
    """
    if not len(values):
        return np.zeros(values.shape, dtype=np.int64)
    exact = FULL * np.nan_to_num(values) * _shares(values, weights)
    return divided(exact)


def divided(exact: Floats) -> Whole:
    """Whole numbers near `exact` (rows × columns, not negative) whose sum in each row is the rounded sum of
    that row.
    """
    steady = np.round(exact, 6)
    floors = np.floor(steady)
    remainders = np.round(steady - floors, 6)
    left = np.rint(np.round(steady.sum(axis=1), 6) - floors.sum(axis=1)).astype(np.int64)
    order = np.argsort(-remainders, axis=1, kind="stable")
    place = np.empty_like(order)
    np.put_along_axis(place, order, np.arange(exact.shape[1])[None, :], axis=1)
    result: Whole = floors.astype(np.int64) + (place < left[:, None])
    return result


def certainty(values: Floats, weights: Floats) -> Floats:
    """The share of the weight that could be judged, by candidate."""
    return np.asarray((~np.isnan(values) * weights).sum(axis=1) / weights.sum())


def _shares(values: Floats, weights: Floats) -> Floats:
    known = ~np.isnan(values) * weights
    total = known.sum(axis=1, keepdims=True)
    kept = 1 - MISSING_PENALTY * (1 - total / weights.sum())
    return np.asarray(
        np.divide(known * kept, total, out=np.zeros_like(known, dtype=np.float64), where=total > 0)
    )
