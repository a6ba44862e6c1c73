"""A small territory for the tests of places and targets: a park in a city, one chain, its figures, who is
there.
"""

from datetime import UTC, date, datetime
from decimal import Decimal

from kakehashi.office.apps.accounts.models import Team
from kakehashi.office.apps.organisations.models import Organisation
from kakehashi.office.apps.places.models import Chain, ChainLink, ChainNode, Evidence, Place, Presence

#: node → (names, codes, keywords, critical), from upstream to downstream.
NODES = {
    "steel": (
        {"en": "Special steel", "ja": "特殊鋼"},
        {"gbt4754": ["3130"], "tse33": ["3450"]},
        {"ja": ["特殊鋼"]},
        False,
    ),
    "bearings": (
        {"en": "Bearings", "ja": "軸受"},
        {"gbt4754": ["3451"], "tse33": ["3600"]},
        {"ja": ["軸受"]},
        True,
    ),
    "motors": (
        {"en": "Servo motors", "ja": "サーボモータ"},
        {"gbt4754": ["3812"], "tse33": ["3650"]},
        {"ja": ["電機"]},
        False,
    ),
    "robots": (
        {"en": "Robots", "ja": "ロボット"},
        {"gbt4754": ["3491"], "tse33": ["3600"]},
        {"ja": ["ロボット"]},
        False,
    ),
    "lines": (
        {"en": "Integrated lines", "ja": "生産ライン"},
        {"gbt4754": ["3499"]},
        {"ja": ["自動化"]},
        False,
    ),
}
LINKS = [("steel", "bearings"), ("bearings", "robots"), ("motors", "robots"), ("robots", "lines")]
NOW = datetime(2026, 10, 5, 9, tzinfo=UTC)


def make_chain() -> Chain:
    chain = Chain.objects.create(
        code="robotics", name={"en": "Robotics", "zh-hans": "机器人", "ja": "ロボット産業"}, version="2026.1"
    )
    nodes = {
        code: ChainNode.objects.create(
            chain=chain,
            code=code,
            name=names,
            codes=codes,
            keywords=keywords,
            is_critical=critical,
            position=n,
            requirements={"floor_load_t_m2": 3} if critical else {},
        )
        for n, (code, (names, codes, keywords, critical)) in enumerate(NODES.items())
    }
    for upstream, downstream in LINKS:
        ChainLink.objects.create(chain=chain, upstream=nodes[upstream], downstream=nodes[downstream])
    return chain


def make_places(chain: Chain) -> dict[str, Place]:
    """city > district > park > zone; the park wants the chain."""
    places: dict[str, Place] = {}
    parent = None
    for code, kind in (("city", "city"), ("district", "district"), ("park", "park"), ("zone", "zone")):
        name = {
            "en": code.title(),
            "zh-hans": {"park": "园区"}.get(code, code),
            "ja": {"park": "団地"}.get(code, code),
        }
        parent = places[code] = Place.objects.create(
            code=code, kind=kind, name=name, country="CN", parent=parent
        )
    places["park"].chains.add(chain)
    return places


def make_evidence(places: dict[str, Place]) -> None:
    """An area with its source, an invented plan, and employment by industry for the park and its city."""
    Evidence.objects.create(
        key="park-area",
        place=places["park"],
        topic="area",
        measure={"en": "Core area", "ja": "中核エリアの面積"},
        value=Decimal("38.5"),
        unit="km2",
        period="2019-02",
        source_title="Xinhua Daily",
        source_url="https://example.org/area",
        checked_on=date(2026, 10, 1),
    )
    Evidence.objects.create(
        key="park-plan",
        place=places["park"],
        topic="plan",
        measure={"en": "Plan"},
        statement={"en": "One core and two wings."},
        unit="fact",
        period="2019",
        is_illustrative=True,
    )
    for place, total, machinery in (("park", 2000, 600), ("city", 100_000, 10_000)):
        for industry, name, value in (
            ("", {}, total),
            ("34", {"en": "General machinery", "ja": "汎用機械"}, machinery),
        ):
            Evidence.objects.create(
                key=f"{place}-employment-{industry or 'total'}",
                place=places[place],
                topic="employment",
                measure={"en": "Employees by industry", "ja": "産業別従業者"},
                industry_scheme="gbt4754",
                industry=industry,
                industry_name=name,
                value=value,
                unit="persons",
                period="2025",
                source_title="Invented table",
                is_illustrative=True,
            )


def make_organisation(name: str, *, team: Team | None = None, country: str = "CN") -> Organisation:
    return Organisation.objects.create(
        display_name=name, display_language="ja", country=country, team=team, created_at=NOW, changed_at=NOW
    )


def settle(place: Place, node: str, organisation: Organisation, *, illustrative: bool = True) -> Presence:
    """Puts an organisation at a node in a place."""
    return Presence.objects.create(
        place=place,
        organisation=organisation,
        node=ChainNode.objects.get(code=node),
        employees=120,
        since="2016",
        source_title="Invented for the test",
        home_country="JP",
        is_illustrative=illustrative,
    )
