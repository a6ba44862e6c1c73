"""The tables that the names engine reads: small text files, each made by a script or written by hand."""

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The tab-separated rows of a table, without blank lines and comments (which begin with `#`)."""
    text = (files(__name__) / name).read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.split("\n") if line and not line.startswith("#"))
