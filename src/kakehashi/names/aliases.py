"""A short list of brands that are written otherwise abroad, where no rule leads to the other spelling."""

from functools import cache

from kakehashi.names.folding import fold
from kakehashi.names.resources import rows


@cache
def groups() -> dict[str, tuple[str, ...]]:
    """Folded name → the folded names of its group, itself left out."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows("aliases.tsv"):
        names = tuple(dict.fromkeys(fold(name) for name in row if name))
        for name in names:
            found[name] = tuple(other for other in names if other != name)
    return found


def aliases_of(folded: str) -> tuple[str, ...]:
    """The other names, folded, of a folded name; empty for most."""
    return groups().get(folded, ())
