"""Where an address is, to the municipality: a lookup in one compact file made from GeoNames."""

import math
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Literal

from kakehashi.kernel import WrongInput
from kakehashi.places import china, japan
from kakehashi.places.address import AddressParts, has_han_or_kana, has_thai, latin_parts, thai_parts

Precision = Literal["municipality", "prefecture", "country"]

FORMAT = "kakehashi-gazetteer-1"
ATTRIBUTION = "GeoNames (https://www.geonames.org), CC BY 4.0"

#: A district lies this near to its city, in kilometres.
_NEAR_KM = 120.0
_EARTH_KM = 6371.0

_PARSERS: dict[str, Callable[[str], AddressParts]] = {"JP": japan.parts, "CN": china.parts}


@dataclass(frozen=True, slots=True)
class Located:
    """A point for an address: degrees north and east, how precise, the name that was `matched`, the source.

    `precision` is `municipality` (a town, city or ward), `prefecture` (the population's centre of the
    first-level region) or `country`. `alternatives` counts other places of the same name that the address
    did not rule out.
    """

    lat: float
    lon: float
    precision: Precision
    matched: str
    source: str = ATTRIBUTION
    alternatives: int = 0


@dataclass(frozen=True, slots=True)
class _Place:
    region: str
    name: str
    lat: float
    lon: float
    population: int


@dataclass(frozen=True, slots=True)
class _Country:
    by_alias: dict[str, tuple[_Place, ...]]
    areas: dict[str, tuple[float, float]]  # region code, or "" for the country → centre


class Gazetteer:
    """The file that `gazetteer_build.build_gazetteer` wrote. Countries are read when they are first asked
    for.
    """

    def __init__(self, path: Path | str) -> None:
        self._path = Path(path)
        if not self._path.is_file():
            raise WrongInput("gazetteer_missing", path=str(self._path))
        self._countries: dict[str, _Country] = {}
        self._lock = Lock()
        self.meta = self._read_meta()

    def locate(self, *, country: str, address: str = "", region: str = "") -> Located | None:
        """The best point for an address in a country (ISO 3166-1 alpha-2); None where the country has none.

        `region` (a prefecture or province by its name) helps where the address leaves it out.
        """
        known = self._country(country.upper())
        text = region + address if region and not address.startswith(region) else address
        parts = _parts(country.upper(), text)
        if (found := _narrowest(known, parts)) is not None:
            place, matched, alternatives = found
            return Located(place.lat, place.lon, "municipality", matched, alternatives=alternatives)
        if len(parts.regions) == 1 and (centre := known.areas.get(next(iter(parts.regions)))):
            return Located(*centre, "prefecture", parts.region_name)
        centre = known.areas.get("")
        return Located(*centre, "country", country.upper()) if centre else None

    def _country(self, code: str) -> _Country:
        with self._lock:
            if code not in self._countries:
                self._countries[code] = self._read(code)
            return self._countries[code]

    def _read_meta(self) -> dict[str, str]:
        try:
            with closing(self._open()) as db:
                meta = dict(db.execute("SELECT key, value FROM meta"))
        except sqlite3.DatabaseError as error:
            raise WrongInput("gazetteer_wrong_file", path=str(self._path)) from error
        if meta.get("format") != FORMAT:
            raise WrongInput("gazetteer_wrong_file", path=str(self._path))
        return meta

    def _read(self, code: str) -> _Country:
        with closing(self._open()) as db:
            places = {
                key: _Place(*rest)
                for key, *rest in db.execute(
                    "SELECT id, region, name, lat, lon, population FROM place WHERE country = ?", (code,)
                )
            }
            aliases = db.execute(
                "SELECT alias, place FROM alias WHERE country = ? ORDER BY alias, place", (code,)
            )
            by_alias: dict[str, tuple[_Place, ...]] = {}
            for alias, key in aliases:
                by_alias[alias] = (*by_alias.get(alias, ()), places[key])
            areas = {
                region: (lat, lon)
                for region, lat, lon in db.execute(
                    "SELECT region, lat, lon FROM area WHERE country = ?", (code,)
                )
            }
        return _Country(by_alias, areas)

    def _open(self) -> sqlite3.Connection:
        return sqlite3.connect(f"{self._path.resolve().as_uri()}?mode=ro", uri=True)


def _parts(country: str, address: str) -> AddressParts:
    if has_thai(address):
        return thai_parts(address)
    if not has_han_or_kana(address):
        return latin_parts(address)
    parse = _PARSERS.get(country)
    return parse(address) if parse else AddressParts(frozenset(), ())


def _narrowest(known: _Country, parts: AddressParts) -> tuple[_Place, str, int] | None:
    """The narrowest step that is found in the right region and near the broader step before it."""
    best: tuple[_Place, str, int] | None = None
    for names in parts.steps:
        within = best[0] if best else None
        found = next(
            (
                (each, name)
                for name in names
                if (each := _fitting(known.by_alias.get(name, ()), parts, within))
            ),
            None,
        )
        if found:
            candidates, name = found
            best = (max(candidates, key=lambda place: place.population), name, len(candidates) - 1)
    return best


def _fitting(candidates: Iterable[_Place], parts: AddressParts, within: _Place | None) -> list[_Place]:
    return [
        place
        for place in candidates
        if (not parts.regions or place.region in parts.regions)
        and (within is None or kilometres(place.lat, place.lon, within.lat, within.lon) <= _NEAR_KM)
    ]


def kilometres(lat_a: float, lon_a: float, lat_b: float, lon_b: float) -> float:
    """Great-circle distance in kilometres (haversine formula, sphere of 6,371 km)."""
    a, b = math.radians(lat_a), math.radians(lat_b)
    half = (
        math.sin((b - a) / 2) ** 2
        + math.cos(a) * math.cos(b) * math.sin(math.radians(lon_b - lon_a) / 2) ** 2
    )
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
