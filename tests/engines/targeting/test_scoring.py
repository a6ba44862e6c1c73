"""The parts of a score add up to it exactly, whatever the values, the weights and what is missing."""

from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kakehashi.targeting.scoring import FULL, MISSING_PENALTY, certainty, divided, parts

CRITERIA = 6
VALUES = arrays(
    np.float64,
    st.tuples(st.integers(0, 12), st.just(CRITERIA)),
    elements=st.one_of(st.floats(0, 1), st.just(float("nan")), st.sampled_from([0.0, 1.0, 0.5])),
)
WEIGHTS = arrays(np.float64, CRITERIA, elements=st.one_of(st.just(0.0), st.floats(0.01, 100))).filter(
    lambda weights: weights.any()
)


def by_hand(values: list[float], weights: list[float]) -> Fraction:
    """The formula of the documentation, in fractions."""
    known = [(Fraction(v), Fraction(w)) for v, w in zip(values, weights, strict=True) if not np.isnan(v)]
    weight = sum((w for _, w in known), Fraction(0))
    if not weight:
        return Fraction(0)
    missing = 1 - weight / sum(map(Fraction, weights), Fraction(0))
    mean = sum((v * w for v, w in known), Fraction(0)) / weight
    return 100 * mean * (1 - Fraction(MISSING_PENALTY) * missing)


@settings(max_examples=50, deadline=None)
@given(values=VALUES, weights=WEIGHTS)
def test_parts_are_whole_hundredths_that_sum_to_the_score_by_hand(
    values: np.ndarray, weights: np.ndarray
) -> None:
    """Exact to the hundredth of a point, never above 100, nothing from what is missing or weighs nothing."""
    found = parts(values, weights)
    assert found.dtype == np.int64
    assert (found >= 0).all()
    assert (found.sum(axis=1) <= FULL).all()
    assert not found[np.isnan(values) | (weights == 0)].any()
    for row, score in zip(values.tolist(), found.sum(axis=1).tolist(), strict=True):
        assert abs(Fraction(score, 100) - by_hand(row, weights.tolist())) <= Fraction(501, 100_000)


@settings(max_examples=50, deadline=None)
@given(values=VALUES, weights=WEIGHTS, factor=st.floats(0.1, 10))
def test_only_the_proportions_of_the_weights_matter(
    values: np.ndarray, weights: np.ndarray, factor: float
) -> None:
    """40 and 60 is 4 and 6, but for the rounding of the last hundredth."""
    assert np.abs(parts(values, weights) - parts(values, weights * factor)).max(initial=0) <= 1


@settings(max_examples=50, deadline=None)
@given(values=VALUES, weights=WEIGHTS, column=st.integers(0, CRITERIA - 1))
def test_a_better_value_never_makes_a_lower_score(
    values: np.ndarray, weights: np.ndarray, column: int
) -> None:
    """Raising what is known about one criterion to the best raises or keeps every score."""
    better = values.copy()
    better[~np.isnan(better[:, column]), column] = 1.0
    assert (parts(better, weights).sum(axis=1) >= parts(values, weights).sum(axis=1)).all()


@settings(max_examples=50, deadline=None)
@given(values=VALUES, weights=WEIGHTS)
def test_missing_is_neither_nothing_nor_free(values: np.ndarray, weights: np.ndarray) -> None:
    """A row with a gap in its data stands below the same row judged alike in full, and above one judged
    zero there.
    """
    filled = np.where(np.isnan(values), 0.0, values)
    assert (parts(values, weights).sum(axis=1) >= parts(filled, weights).sum(axis=1)).all()
    perfect = np.ones_like(values)
    perfect[np.isnan(values)] = np.nan
    lost = FULL * MISSING_PENALTY * (1 - certainty(values, weights))
    known = certainty(values, weights) > 0
    assert np.allclose(parts(perfect, weights).sum(axis=1)[known], (FULL - lost)[known], atol=1)


def test_six_equal_weights_give_exactly_one_hundred() -> None:
    """Sixteen and two thirds, six times, is not 100.02."""
    assert parts(np.ones((1, 6)), np.ones(6)).tolist() == [[1667, 1667, 1667, 1667, 1666, 1666]]


def test_a_row_of_which_nothing_is_known_scores_zero() -> None:
    """Nothing known is nothing to recommend."""
    assert parts(np.full((1, 6), np.nan), np.ones(6)).sum() == 0


@settings(deadline=None)
@given(arrays(np.float64, st.tuples(st.integers(1, 5), st.integers(1, 5)), elements=st.floats(0, 1000)))
def test_division_by_largest_remainder_keeps_the_sum(exact: np.ndarray) -> None:
    """No share is off by one or more, and the sum is the rounded sum."""
    found = divided(exact)
    assert (np.abs(found - exact) <= 1).all()
    assert (np.abs(found.sum(axis=1) - exact.sum(axis=1)) <= 0.500_1).all()
