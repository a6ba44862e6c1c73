"""Where a candidate stands in a ranking, listed or not: the answer to “why is it not on the list?”."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from kakehashi.kernel import Reason
from kakehashi.targeting.criteria import CRITERIA
from kakehashi.targeting.ranking import Part, Ranking
from kakehashi.targeting.scoring import parts

State = Literal["listed", "no_room", "below", "excluded", "unknown"]


@dataclass(frozen=True, slots=True)
class Standing:
    """`rank` is its place in the list, `reason` says in a sentence where it stands.

    `score` and `parts` are those it has, or would have, under the profile; None and empty where it was left
    out before scoring.
    """

    key: str
    state: State
    reason: Reason
    rank: int | None = None
    score: float | None = None
    parts: tuple[Part, ...] = ()


def standing(ranking: Ranking, key: str) -> Standing:
    """Where the candidate `key` stands: listed, passed over for want of room, too low, left out, or not
    among them.
    """
    if row := ranking.by_key.get(key):
        reason = Reason("standing.listed", {"rank": row.rank})
        return Standing(key, "listed", reason, row.rank, row.score, row.parts)
    number = ranking.assessment.question.frame["key"].index_of(key)
    if number is None:
        return _left_out(ranking, key)
    country = ranking.assessment.question.frame["country"][number]
    if ranking.profile.countries and country not in ranking.profile.countries:
        return Standing(key, "excluded", Reason("standing.excluded", {"excluded_code": "other_country"}))
    return _scored(ranking, key, number)


def _left_out(ranking: Ranking, key: str) -> Standing:
    codes = dict(ranking.assessment.excluded.iter_rows())
    if key not in codes:
        return Standing(key, "unknown", Reason("standing.unknown"))
    return Standing(key, "excluded", Reason("standing.excluded", {"excluded_code": codes[key]}))


def _scored(ranking: Ranking, key: str, number: int) -> Standing:
    values = ranking.assessment.values[number]
    weighed = zip(CRITERIA, ranking.assessment.applies, strict=True)
    weights = np.array([ranking.profile.weight(each.code) * used for each, used in weighed])
    points = parts(values[None, :], weights)[0]
    score = int(points.sum()) / 100
    told = zip(CRITERIA, values, points, strict=True)
    found = tuple(Part(c.code, None if np.isnan(v) else float(v), int(p) / 100) for c, v, p in told)
    last = ranking.rows[-1] if ranking.rows else None
    if last is None or (score, last.key) > (last.score, key):
        return Standing(key, "no_room", Reason("standing.no_room"), None, score, found)
    params = {"score_number": score, "last_number": last.score}
    return Standing(key, "below", Reason("standing.below", params), None, score, found)
