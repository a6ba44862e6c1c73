"""Records of a delimited text, by the csv module; they know their lines and survive broken quotes."""

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kakehashi.tables.row import TableProblem

#: A record that runs over more physical lines than this has an unclosed quote, not a long text.
LONGEST_RECORD = 200


@dataclass(frozen=True, slots=True)
class Record:
    """One record as parsed: the physical line it starts on, its cells, and what is wrong with it."""

    line: int
    cells: tuple[str, ...]
    problem: TableProblem | None = None


class _Feeder:
    """Hands out lines, remembers those of the current record, and takes all but the first back on demand."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines, self._returned = iter(lines), deque[str]()
        self.taken: list[str] = []
        self.next_line = 1

    def __iter__(self) -> "_Feeder":
        return self

    def __next__(self) -> str:
        if len(self.taken) >= LONGEST_RECORD:
            raise _TooLongError
        line = self._returned.popleft() if self._returned else next(self._lines)
        self.taken.append(line)
        self.next_line += 1
        return line

    def begin(self) -> int:
        """Starts a new record and returns the number of its first line."""
        self.taken = []
        return self.next_line

    def give_back(self) -> str:
        """Keeps the first line of the current record and returns the others to be read again."""
        first, *others = self.taken
        self._returned.extendleft(reversed(others))
        self.next_line -= len(others)
        return first


class _TooLongError(Exception):
    """A record took more lines than any record may."""


def records(lines: Iterable[str], *, delimiter: str) -> Iterator[Record]:
    """Every non-blank record. A record whose quotes are broken costs one line, never the lines after it."""
    feeder = _Feeder(lines)
    while True:
        line = feeder.begin()
        reader = csv.reader(feeder, delimiter=delimiter, strict=True)
        try:
            cells = tuple(next(reader))
        except StopIteration:
            return
        except (csv.Error, _TooLongError):
            first = feeder.give_back()
            cells = tuple(first.rstrip("\r\n").split(delimiter))
            yield Record(
                line,
                cells,
                TableProblem(line=line, column="", code="tables.broken_quotes", params={"line": line}),
            )
            continue
        if any(cell.strip() for cell in cells):
            yield Record(line, cells)
