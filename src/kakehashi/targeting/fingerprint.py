"""The fingerprint of a ranking: a digest of everything that could change it, and of nothing else."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import polars as pl

from kakehashi.targeting.place import Exclusion, PlaceView

#: To be raised with every change of the engine that can change a list.
ENGINE_VERSION = "targeting/1"
_ROWS_AT_ONCE = 100_000
_NULL = "\x00"


def fingerprint_of(
    *, frame: pl.DataFrame, place: PlaceView, as_of: date, exclusions: Iterable[Exclusion]
) -> str:
    """SHA-256 (hex) over the candidates as read (sorted by key), the place, the day, the exclusions and the
    engine's version.
    """
    digest = hashlib.sha256()
    for value in (ENGINE_VERSION, place, as_of, tuple(exclusions)):
        digest.update(canonical(value).encode() + b"\n")
    flat = frame.with_columns(pl.col(pl.List(pl.String)).list.join("\x1f"))
    for part in flat.iter_slices(_ROWS_AT_ONCE):
        digest.update(part.write_csv(include_header=False, null_value=_NULL).encode())
    return digest.hexdigest()


def with_profile(fingerprint: str, profile: object) -> str:
    """The fingerprint of an assessment, extended by the profile under which it is ranked."""
    return hashlib.sha256(f"{fingerprint}\n{canonical(profile)}".encode()).hexdigest()


def canonical(value: object) -> str:
    """One text for equal values: JSON with sorted keys."""
    return json.dumps(_plain(value), sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, frozenset | set):
        return sorted(_plain(item) for item in value)
    if isinstance(value, date):
        return value.isoformat()
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value
