"""A row of a table and what may be wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kakehashi.kernel import Json


@dataclass(frozen=True, slots=True)
class TableProblem:
    """Something wrong with one row. `line` is 1-based; `column` is empty when the whole row is meant."""

    line: int
    column: str
    code: str
    params: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: `values` by column, `raw` the cells as they stood, and the problems that make it unusable."""

    line: int
    values: dict[str, str]
    raw: tuple[str, ...]
    problems: tuple[TableProblem, ...] = ()
