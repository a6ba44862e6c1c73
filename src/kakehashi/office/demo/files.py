"""Reads the demo's content files."""

import csv
import tomllib
from importlib.resources import files
from typing import Any

DATA = files("kakehashi.office.demo") / "data"


def read_toml(*path: str) -> dict[str, Any]:
    return tomllib.loads(DATA.joinpath(*path).read_text(encoding="utf-8"))


def read_csv(*path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(DATA.joinpath(*path).read_text(encoding="utf-8").splitlines()))


def names_in(*path: str) -> list[str]:
    """The file names of a folder, in order."""
    return sorted(entry.name for entry in DATA.joinpath(*path).iterdir())
