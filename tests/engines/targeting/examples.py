"""A small chain, a place and a few companies, easy to follow by hand."""

from datetime import date
from typing import Any

import polars as pl

from kakehashi.kernel import EvidenceRef
from kakehashi.places.chains import Chain, load_chain
from kakehashi.places.gaps import Presence, gaps
from kakehashi.targeting import Industry, Neighbours, PlaceView, Profile, Ranking, rank
from kakehashi.targeting.candidates import COLUMNS

AS_OF = date(2026, 11, 23)
SOURCE = (EvidenceRef("evidence", "figure-1"),)

#: Steel → bearing → reducer → robot; motors → robot; robot → line. Robots are here, a little steel is,
#: nothing else.
ROBOTS: Chain = load_chain(
    {
        "code": "robots",
        "names": {"en": "Robots"},
        "nodes": [
            {
                "code": "steel",
                "names": {"en": "Special steel"},
                "codes": {"tse33": ["3450"], "jsic": ["2221"]},
                "keywords": {"ja": ["特殊鋼"], "en": ["special steel"]},
            },
            {
                "code": "bearing",
                "names": {"en": "Bearings"},
                "codes": {"tse33": ["3600"], "jsic": ["2594"]},
                "keywords": {"ja": ["軸受"], "en": ["bearing"]},
                "from": ["steel"],
            },
            {
                "code": "reducer",
                "names": {"en": "Reducers"},
                "codes": {"tse33": ["3600"], "jsic": ["2531"]},
                "keywords": {"ja": ["減速機", "歯車"], "en": ["gear"]},
                "critical": True,
                "from": ["bearing"],
            },
            {
                "code": "motor",
                "names": {"en": "Motors"},
                "codes": {"tse33": ["3650"], "jsic": ["2911"]},
                "keywords": {"ja": ["サーボ"], "en": ["servo"]},
            },
            {
                "code": "robot",
                "names": {"en": "Robots"},
                "codes": {"tse33": ["3600", "3650"], "jsic": ["2694"]},
                "keywords": {"ja": ["ロボット"], "en": ["robot"]},
                "from": ["reducer", "motor"],
            },
            {
                "code": "line",
                "names": {"en": "Line building"},
                "codes": {"tse33": ["5250"]},
                "keywords": {"ja": ["自動化"], "en": ["integrator"]},
                "from": ["robot"],
            },
        ],
    }
)
HERE = (Presence("steel", 1), Presence("robot", 4))
NEAR = (
    Neighbours("robots", "robot", 4, "JP", (EvidenceRef("presence", "p-1"),)),
    Neighbours("robots", "steel", 1, "CN"),
)
INDUSTRIES = (
    Industry("machinery", {"tse33": ("3600",)}, True, 1.5, 1.0, 2.0, SOURCE),
    Industry("electrical", {"tse33": ("3650",)}, True, 0.5, 0.25, 1.0, SOURCE),
    Industry("steelmaking", {"tse33": ("3450",)}, False, 2.0, evidence=SOURCE),
)


def place(**changes: Any) -> PlaceView:
    """The place with its gaps: reducer 0.9 and motor 0.7 missing, bearing between, steel weak, line next."""
    values: dict[str, Any] = {
        "chains": (ROBOTS,),
        "gaps": {"robots": gaps(ROBOTS, HERE)},
        "industries": INDUSTRIES,
        "neighbours": NEAR,
    }
    return PlaceView(**(values | changes))


def company(key: str, name: str, **facts: Any) -> dict[str, Any]:
    """A listed Japanese machine builder with a capital of 300 million yen, unless said otherwise."""
    usual: dict[str, Any] = {
        "key": key,
        "name": name,
        "english": "",
        "other_names": [],
        "country": "JP",
        "region": "愛知県",
        "industry_scheme": "tse33",
        "industry": "3600",
        "capital": 300_000_000,
        "currency": "JPY",
        "listed": True,
        "consolidated": True,
        "kind": "company",
        "status": "active",
    }
    return usual | facts


def frame(*companies: dict[str, Any]) -> pl.DataFrame:
    """The companies in the register schema, as far as a ranking reads it."""
    return pl.DataFrame(list(companies), schema=COLUMNS)


#: One company for each way of being recognised, or not.
GEARS = company("G", "日本歯車株式会社")
GEAR_SHOP = company("S", "歯車食品株式会社", industry="3050")
GEARS_UNKNOWN = company("U", "名古屋減速機", industry_scheme="", industry="")
MACHINES = company("M", "東海機械製作所")
MOTORS = company("E", "サーボ電機", industry="3650")
BANK = company("B", "東海銀行", industry="7050")
ALL = (GEARS, GEAR_SHOP, GEARS_UNKNOWN, MACHINES, MOTORS, BANK)


def ranked(*companies: dict[str, Any], **changes: Any) -> Ranking:
    """The ranking of these companies (all, when none is given) for the place."""
    values: dict[str, Any] = {
        "candidates": frame(*(companies or ALL)),
        "place": place(),
        "profile": Profile(unclear=1.0),
        "as_of": AS_OF,
    }
    return rank(**(values | changes))
