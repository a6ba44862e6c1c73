"""Writes text that a spreadsheet program will show and never run."""

import csv
from collections.abc import Iterable, Sequence
from typing import TextIO

#: What makes a spreadsheet program take text for a formula, in narrow and full width.
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def neutralise(text: str) -> str:
    """`text`, with an apostrophe before it when a spreadsheet program might take it for a formula.

    A plain number keeps its sign: `-12.5` is not a formula.
    """
    if not text.lstrip(" \u3000").startswith(DANGEROUS) and not text.startswith(DANGEROUS):
        return text
    return text if _is_number(text) else "'" + text


def write_csv(file: TextIO, *, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> int:
    """Writes a header and rows, neutralised, and returns how many rows. Open `file` as UTF-8 with
    `newline=""`.

    The text begins with a byte order mark, by which spreadsheet programs know it for UTF-8.
    """
    file.write("\ufeff")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow([neutralise(column) for column in columns])
    count = 0
    for row in rows:
        writer.writerow(["" if cell is None else neutralise(str(cell)) for cell in row])
        count += 1
    return count


def _is_number(text: str) -> bool:
    return text.isascii() and text[:1] in "+-" and text[1:].replace(".", "", 1).isdigit()
