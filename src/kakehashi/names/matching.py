"""Finds the likeliest other spellings of a name in a list: first by shared pieces, then by comparison."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kakehashi.names.comparing import Comparison, compare, score_of
from kakehashi.names.preparing import PreparedName, View, prepare

#: Up to this many candidates every one is compared; of more, the likeliest ones by shared pieces.
ALL = 1_500
NEAREST = 300
#: Prepared candidates are kept up to this many; others are prepared again when they come up.
KEPT = 100_000
#: A piece that more candidates have than this says little and is passed over unless nothing rarer is there.
COMMON = 20_000
ENOUGH = 3
#: A proper part that is shorter says too little: the whole name is used.
SHORT = 2
#: Concepts of no more weight than this (Group, Co.) find nobody.
GENERIC = 0.2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name to be found; `language` and `country` are ISO codes, None if unknown."""

    key: str
    name: str
    country: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A candidate with its rank (from 1) and its comparison with the query."""

    candidate: Candidate
    rank: int
    comparison: Comparison


class Matcher:
    """A list of candidates, indexed once, asked any number of times. Needs about 2 kB for each candidate."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self.candidates: list[Candidate] = []
        self.prepared: dict[int, PreparedName] = {}
        postings: dict[str, list[int]] = {}
        lengths: list[float] = []
        for number, candidate in enumerate(candidates):
            self.candidates.append(candidate)
            found = set().union(*(pieces(view) for view in self.ready(number).views))
            lengths.append(max(len(found), 1) ** 0.5)
            for piece in found:
                postings.setdefault(piece, []).append(number)
        self.lengths: NDArray[np.float32] = np.array(lengths, dtype=np.float32)
        self.index: dict[str, NDArray[np.uint32]] = {
            piece: np.array(numbers, dtype=np.uint32) for piece, numbers in postings.items()
        }

    def ready(self, number: int) -> PreparedName:
        """A candidate, prepared."""
        found = self.prepared.get(number)
        if found is None:
            candidate = self.candidates[number]
            found = prepare(candidate.name, language=candidate.language, country=candidate.country)
            if len(self.prepared) < KEPT:
                self.prepared[number] = found
        return found

    def match(
        self, name: str, *, top: int = 10, language: str | None = None, country: str | None = None
    ) -> list[Match]:
        """The `top` likeliest candidates, the likeliest first; equal scores in the order of the list."""
        query = prepare(name, language=language, country=country)
        scored = [(score_of(query, self.ready(number)), number) for number in self.near(query)]
        best = sorted(scored, key=lambda one: (-one[0], one[1]))[:top]
        return [
            Match(self.candidates[number], rank, compare(query, self.ready(number)))
            for rank, (score, number) in enumerate(best, start=1)
            if score > 0
        ]

    def near(self, query: PreparedName) -> list[int]:
        """The candidates worth comparing: all of a short list, of a long one those that share rare pieces."""
        count = len(self.candidates)
        if count <= ALL:
            return list(range(count))
        weights = np.zeros(count, dtype=np.float32)
        for view in query.views:
            weights = np.maximum(weights, self.shared(view))
        near = min(NEAREST, int(np.count_nonzero(weights)))
        if not near:
            return []
        chosen = np.argpartition(-weights, near - 1)[:near]
        return sorted(int(number) for number in chosen)

    def shared(self, view: View) -> NDArray[np.float32]:
        """For each candidate the rarity of the pieces that it shares with a view, beside how many it has."""
        count = len(self.candidates)
        weights = np.zeros(count, dtype=np.float32)
        found = sorted((self.index[piece] for piece in pieces(view) if piece in self.index), key=len)
        for place, numbers in enumerate(found):
            if len(numbers) > COMMON and place > ENOUGH:
                break
            weights[numbers] += np.log(1 + count / len(numbers))
        return weights / self.lengths


def pieces(view: View) -> set[str]:
    """The pieces by which a name is found: of letters, sounds and consonants, its concepts and its words."""
    part = view.proper if len(view.proper.loose) > SHORT or len(view.proper.text) > 1 else view.whole
    return {
        *(f"t{piece}" for piece in grams(part.text, 2)),
        *(f"l{piece}" for piece in grams(part.loose, 3)),
        *(f"b{piece}" for piece in grams(part.coarse, 3)),
        *(f"c{concept}" for one in view.tokens if one.weight > GENERIC for concept in one.concepts),
        *(f"w{one.text}" for one in view.tokens),
    }


def grams(text: str, size: int) -> list[str]:
    """The substrings of a size, with the beginning marked."""
    marked = "^" + text
    return [marked[at : at + size] for at in range(max(len(marked) - size + 1, 1))]
