"""The tree of places: what lies within what."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kakehashi.office.apps.places.models import Place


@dataclass(frozen=True, slots=True)
class Branch:
    """A place at its depth in the tree (0: the widest)."""

    place: Place
    depth: int


@dataclass(frozen=True)
class Tree:
    """All places, each below the one it lies in. There are dozens, so they are read at once."""

    places: tuple[Place, ...]

    def branches(self) -> Iterator[Branch]:
        """Every place, depth first, in the order in which siblings were entered."""
        yield from self._below(None, 0)

    def within(self, place: Place) -> list[Place]:
        """`place` and everything inside it."""
        found = [place]
        for part in self._parts().get(place.pk, ()):
            found += self.within(part)
        return found

    def around(self, place: Place) -> list[Place]:
        """What `place` lies in, the nearest first."""
        by_id = {each.pk: each for each in self.places}
        found: list[Place] = []
        parent = place.parent_id
        while parent is not None and by_id[parent] not in found:
            found.append(by_id[parent])
            parent = by_id[parent].parent_id
        return found

    def _below(self, parent: int | None, depth: int) -> Iterator[Branch]:
        for place in self._parts().get(parent, ()):
            yield Branch(place, depth)
            yield from self._below(place.pk, depth + 1)

    def _parts(self) -> dict[int | None, list[Place]]:
        parts: dict[int | None, list[Place]] = defaultdict(list)
        for place in self.places:
            parts[place.parent_id].append(place)
        return parts


def tree(places: Iterable[Place]) -> Tree:
    return Tree(tuple(sorted(places, key=lambda place: place.pk)))
