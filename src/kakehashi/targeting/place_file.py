"""A place view as JSON in the shape of its values, for the command line and for keeping a run's inputs."""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from kakehashi.kernel import EvidenceRef, Reason, WrongInput
from kakehashi.places.chains import Chain, dump_chain, load_chain
from kakehashi.places.gaps import Gap
from kakehashi.places.gaps import Presence as NodePresence
from kakehashi.places.gaps import gaps as gaps_of
from kakehashi.targeting.place import (
    Activity,
    Exclusion,
    Industry,
    Neighbours,
    PlaceView,
    Relation,
    Signal,
)

Value = TypeVar("Value")
_LISTS: Mapping[str, type] = {
    "industries": Industry,
    "neighbours": Neighbours,
    "activities": Activity,
    "signals": Signal,
    "relations": Relation,
}


def load_place(path: Path) -> tuple[PlaceView, tuple[Exclusion, ...]]:
    """The place view and the exclusions of a JSON file (see docs/engines/targeting.md).

    `gaps` may be left out: they are then found from `presence` (by chain, one entry for each node) with
    `places.gaps`. Raises WrongInput where the file is not of that shape, naming the entry.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _unreadable(path, "", error) from error
    return place_from(data, path=path)


def place_from(data: Any, *, path: Path = Path("-")) -> tuple[PlaceView, tuple[Exclusion, ...]]:
    """As `load_place`, from the mapping that the file holds."""
    if not isinstance(data, Mapping):
        raise _unreadable(path, "", "not an object")
    chains = tuple(_entries(data, "chains", load_chain, path))
    rows: dict[str, Any] = {
        name: tuple(_entries(data, name, _maker(kind), path)) for name, kind in _LISTS.items()
    }
    gaps = _gaps(data, chains, path)
    exclusions = tuple(_entries(data, "exclusions", _maker(Exclusion), path))
    return PlaceView(chains=chains, gaps=gaps, **rows), exclusions


def dump_place(place: PlaceView, exclusions: tuple[Exclusion, ...] = ()) -> dict[str, Any]:
    """The mapping that `place_from` turns back into an equal place view and exclusions."""
    return {
        "chains": [dump_chain(chain) for chain in place.chains],
        "gaps": {chain: [_plain(gap) for gap in found] for chain, found in place.gaps.items()},
        **{name: [_plain(row) for row in getattr(place, name)] for name in _LISTS},
        "exclusions": [_plain(each) for each in exclusions],
    }


def _entries(
    data: Mapping[str, Any], name: str, make: Callable[[Mapping[str, Any]], Value], path: Path
) -> list[Value]:
    made = []
    entries = data.get(name, ())
    if not isinstance(entries, list | tuple):
        raise _unreadable(path, name, "not a list")
    for number, entry in enumerate(entries, start=1):
        try:
            made.append(make(entry))
        except (TypeError, ValueError, KeyError, AttributeError) as error:
            if isinstance(error, WrongInput):
                raise
            raise _unreadable(path, f"{name}[{number}]", error) from error
    return made


def _maker(kind: type[Value]) -> Callable[[Mapping[str, Any]], Value]:
    def make(entry: Mapping[str, Any]) -> Value:
        return kind(**{name: _read(name, value) for name, value in entry.items()})

    return make


def _read(name: str, value: Any) -> Any:
    if name == "evidence":
        return tuple(EvidenceRef(**each) for each in value)
    if name in ("dated", "expires") and value is not None:
        return date.fromisoformat(value)
    if name == "codes":
        return {str(scheme): tuple(str(code) for code in codes) for scheme, codes in value.items()}
    return value


def _gaps(data: Mapping[str, Any], chains: tuple[Chain, ...], path: Path) -> dict[str, tuple[Gap, ...]]:
    if "gaps" in data:
        return {
            str(chain): tuple(_entries({"gaps": found}, "gaps", _gap, path))
            for chain, found in data["gaps"].items()
        }
    presence = data.get("presence", {})
    return {
        chain.code: gaps_of(chain, _entries(presence, chain.code, _maker(NodePresence), path))
        for chain in chains
    }


def _gap(entry: Mapping[str, Any]) -> Gap:
    return Gap(
        node=entry["node"],
        kind=entry["kind"],
        reason=_reason(entry["reason"]),
        further=tuple(_reason(each) for each in entry.get("further", ())),
        urgency=float(entry["urgency"]),
    )


def _reason(entry: Mapping[str, Any]) -> Reason:
    evidence = tuple(EvidenceRef(**each) for each in entry.get("evidence", ()))
    return Reason(entry["code"], dict(entry.get("params", {})), float(entry.get("weight", 0.0)), evidence)


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def _unreadable(path: Path, where: str, detail: object) -> WrongInput:
    return WrongInput("targeting.place_not_readable", path=str(path), where=where, detail=str(detail))
