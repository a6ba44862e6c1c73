"""Ranks candidates for a place: assess, weigh, choose, and say why for the rows that are kept."""

from collections.abc import Iterable
from datetime import date

import numpy as np
import polars as pl
from numpy.typing import NDArray

from kakehashi.kernel import WrongInput
from kakehashi.targeting.assessment import LEFT_OUT, Assessment, Progress, assess, silent
from kakehashi.targeting.criteria import CRITERIA
from kakehashi.targeting.explanation import row_of
from kakehashi.targeting.fingerprint import with_profile
from kakehashi.targeting.place import Exclusion, PlaceView
from kakehashi.targeting.profile import Profile
from kakehashi.targeting.ranking import Excluded, Ranking
from kakehashi.targeting.scoring import parts
from kakehashi.targeting.selection import chosen, in_order


def rank(
    *,
    candidates: pl.DataFrame | pl.LazyFrame,
    place: PlaceView,
    profile: Profile,
    as_of: date,
    exclusions: Iterable[Exclusion] = (),
    progress: Progress = silent,
) -> Ranking:
    """The targets among `candidates` (register schema, see `candidates.COLUMNS`) for `place` on the day
    `as_of`, best first.

    The same inputs give the same list and the same fingerprint, whatever the order of the rows. `progress` is
    told each step and may raise to end the work: nothing is kept. Raises WrongInput for input that cannot be
    ranked.
    """
    assessment = assess(
        candidates=candidates, place=place, as_of=as_of, exclusions=exclusions, progress=progress
    )
    return weigh(assessment, profile=profile)


def weigh(assessment: Assessment, *, profile: Profile) -> Ranking:
    """The list under other weights, without valuing anybody again: what-if. Equal to `rank` with the same
    inputs.

    Raises WrongInput when all criteria that weigh something have no data at all for this place.
    """
    from_elsewhere = _elsewhere(assessment, profile)
    weights = np.array(
        [profile.weight(c.code) * used for c, used in zip(CRITERIA, assessment.applies, strict=True)]
    )
    if not weights.any():
        raise WrongInput(
            "targeting.profile_nothing_to_weigh",
            criteria=", ".join(c for c, w in profile.weights.items() if w > 0),
        )
    points = parts(assessment.values, weights)
    order = in_order(points.sum(axis=1), assessment.question.frame["key"])
    rows, passed = chosen(order[~from_elsewhere[order]], question=assessment.question, profile=profile)
    return Ranking(
        rows=tuple(
            row_of(assessment, row, place=n, points=points[row], weights=weights)
            for n, row in enumerate(rows, start=1)
        ),
        excluded=_excluded(assessment, int(from_elsewhere.sum())),
        passed_over=passed,
        unused=tuple(c.code for c, used in zip(CRITERIA, assessment.applies, strict=True) if not used),
        considered=len(assessment.question.frame) + len(assessment.excluded),
        ranked=len(assessment.question.frame) - int(from_elsewhere.sum()),
        as_of=assessment.question.as_of,
        profile=profile,
        fingerprint=with_profile(assessment.fingerprint, profile),
        assessment=assessment,
    )


def _elsewhere(assessment: Assessment, profile: Profile) -> NDArray[np.bool_]:
    """Which candidates come from a country that the profile does not want; one that is not known is not
    wanted either.
    """
    if not profile.countries:
        return np.zeros(len(assessment.question.frame), dtype=np.bool_)
    wanted = assessment.question.frame["country"].is_in(list(profile.countries)).fill_null(value=False)
    return ~wanted.to_numpy()


def _excluded(assessment: Assessment, elsewhere: int) -> tuple[Excluded, ...]:
    counts = dict(assessment.excluded["code"].value_counts().iter_rows())
    found = [Excluded(code, counts[code]) for code in LEFT_OUT if code in counts]
    return (*found, *([Excluded("other_country", elsewhere)] if elsewhere else []))
