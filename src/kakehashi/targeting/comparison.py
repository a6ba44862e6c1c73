"""Compares two rankings: who came, who went, who moved, and what made the difference."""

from dataclasses import dataclass

from kakehashi.kernel import Json, Reason
from kakehashi.targeting.ranking import Ranking
from kakehashi.targeting.standing import Standing, standing


@dataclass(frozen=True, slots=True)
class Move:
    """One candidate in two lists.

    `changes` are the points that each criterion gave more (or less) in the second, the largest first; they
    sum to the difference of the scores where both are known. `reason` says in a sentence what happened.
    """

    key: str
    name: str
    before: Standing
    after: Standing
    changes: tuple[tuple[str, float], ...]
    reason: Reason


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every candidate that is in one of the two lists, in the order of the second and then of the first."""

    moves: tuple[Move, ...]
    same_inputs: bool

    @property
    def is_unchanged(self) -> bool:
        """Whether the two lists hold the same candidates in the same places."""
        return all(move.before.rank == move.after.rank for move in self.moves)


def compare(before: Ranking, after: Ranking) -> Comparison:
    """The moves from one ranking to another. `same_inputs` tells whether only the profile can have made
    them.
    """
    keys = dict.fromkeys([row.key for row in after.rows] + [row.key for row in before.rows])
    names = {row.key: row.name for row in (*before.rows, *after.rows)}
    moves = tuple(_move(key, names[key], standing(before, key), standing(after, key)) for key in keys)
    return Comparison(moves, before.assessment.fingerprint == after.assessment.fingerprint)


def _move(key: str, name: str, before: Standing, after: Standing) -> Move:
    changes = _changes(before, after)
    params: dict[str, Json] = {}
    if before.rank is not None:
        params["before"] = before.rank
    if after.rank is not None:
        params["after"] = after.rank
    kind = _kind(before, after)
    if kind in ("up", "down") and changes:
        rising = [each for each in changes if (each[1] > 0) == (kind == "up")]
        if rising:
            params["criterion_code"] = rising[0][0]
            kind = f"{kind}_through"
    return Move(key, name, before, after, changes, Reason(f"comparison.{kind}", params))


def _kind(before: Standing, after: Standing) -> str:
    if before.rank is None:
        return "new"
    if after.rank is None:
        return "gone"
    if before.rank == after.rank:
        return "same"
    return "up" if after.rank < before.rank else "down"


def _changes(before: Standing, after: Standing) -> tuple[tuple[str, float], ...]:
    if before.score is None or after.score is None:
        return ()
    pairs = zip(before.parts, after.parts, strict=True)
    found = [(new.criterion, round(new.points - old.points, 2)) for old, new in pairs]
    return tuple(sorted((each for each in found if each[1]), key=lambda each: -abs(each[1])))
