"""Loads the demo's places, their evidence, the industry chains, and the invented organisations of the park."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from kakehashi.names.scripts import script_of
from kakehashi.office.apps.organisations.indexing import index
from kakehashi.office.apps.organisations.models import Name, Organisation, Signal
from kakehashi.office.apps.places.models import Chain, ChainLink, ChainNode, Evidence, Place, Presence
from kakehashi.office.demo.files import names_in, read_csv, read_toml


@transaction.atomic
def load_places() -> None:
    """Everything at once or nothing; what is already there is left as it is."""
    _load_chains()
    _load_places()
    _load_industries()
    _load_presence()


def _load_chains() -> None:
    for position, file_name in enumerate(names_in("chains")):
        content = read_toml("chains", file_name)
        defaults = {"name": content["names"], "version": "1", "position": position}
        chain, is_new = Chain.objects.get_or_create(code=content["code"], defaults=defaults)
        if is_new:
            _load_nodes(chain, content["nodes"])


def _load_nodes(chain: Chain, entries: list[dict[str, Any]]) -> None:
    nodes = {
        entry["code"]: ChainNode.objects.create(
            chain=chain,
            code=entry["code"],
            name=entry["names"],
            codes=entry.get("codes", {}),
            keywords=entry.get("keywords", {}),
            requirements=entry.get("requirements", {}),
            is_critical=entry.get("critical", False),
            position=position,
        )
        for position, entry in enumerate(entries)
    }
    ChainLink.objects.bulk_create(
        ChainLink(chain=chain, upstream=nodes[supplier], downstream=nodes[entry["code"]])
        for entry in entries
        for supplier in entry.get("from", [])
    )


def _load_places() -> None:
    content = read_toml("place.toml")
    for entry in content["place"]:
        parent = Place.objects.get(code=entry["parent"]) if "parent" in entry else None
        fields = {name: entry[name] for name in ("name", "kind", "country", "latitude", "longitude")}
        fields |= {"parent": parent, "description": entry.get("description", {})}
        place, is_new = Place.objects.get_or_create(code=entry["code"], defaults=fields)
        if is_new:
            place.chains.set(Chain.objects.filter(code__in=entry.get("chains", [])))
    for entry in content["evidence"]:
        _load_fact(entry)


def _load_fact(entry: Mapping[str, Any]) -> None:
    Evidence.objects.get_or_create(
        key=entry["key"],
        defaults={
            "place": Place.objects.get(code=entry["place"]),
            "topic": entry["topic"],
            "measure": entry["measure"],
            "value": entry.get("value"),
            "unit": "" if entry["unit"] == "fact" else entry["unit"],
            "statement": entry.get("statement", {}),
            "period": entry["period"],
            "source_title": entry["source_title"],
            "source_url": entry["source_url"],
            "checked_on": entry["checked_on"],
            "is_estimate": entry.get("estimate", False),
        },
    )


def _load_industries() -> None:
    """The invented employment table, from which quotients are computed."""
    names = {
        (row["industry_scheme"], row["industry"]): {code: row[code] for code in ("en", "zh-hans", "ja", "th")}
        for row in read_csv("industries.csv")
    }
    measure = {"en": "Employment", "zh-hans": "从业人员", "ja": "従業者数", "th": "การจ้างงาน"}
    places = {place.code: place for place in Place.objects.all()}
    rows = [
        Evidence(
            key=f"{row['place']}-{row['measure']}-{row['industry']}-{row['period']}",
            place=places[row["place"]],
            topic=row["measure"],
            measure=measure,
            industry_scheme=row["industry_scheme"],
            industry=row["industry"],
            industry_name=names[row["industry_scheme"], row["industry"]],
            value=row["value"],
            unit=row["unit"],
            period=row["period"],
            source_title="Invented for this demo",
            is_illustrative=True,
        )
        for row in read_csv("industry_table.csv")
    ]
    known = set(Evidence.objects.values_list("key", flat=True))
    Evidence.objects.bulk_create(row for row in rows if row.key not in known)


def _load_presence() -> None:
    content = read_toml("presence.toml")
    nodes = {f"{node.chain.code}/{node.code}": node for node in ChainNode.objects.select_related("chain")}
    made = {}
    for entry in content["organisation"]:
        if Name.objects.filter(text=entry["names"][0]["text"]).exists():
            continue
        organisation = made[entry["key"]] = _invented(entry, source=content["source_title"])
        Presence.objects.bulk_create(
            Presence(
                place=Place.objects.get(code=entry["place"]),
                organisation=organisation,
                node=nodes[node],
                employees=entry.get("employees"),
                since=entry.get("since", ""),
                home_country=entry.get("parent_country", ""),
                source_title=content["source_title"],
                is_illustrative=True,
            )
            for node in entry["nodes"]
        )
    for entry in read_toml("signals.toml")["signal"]:
        if entry["organisation"] in made:
            fields = ("kind", "text", "occurred_on", "expires_on", "source_title")
            Signal.objects.create(
                organisation=made[entry["organisation"]],
                is_illustrative=True,
                **{name: entry[name] for name in fields},
            )


def _invented(entry: Mapping[str, Any], *, source: str) -> Organisation:
    now = timezone.now()
    organisation = Organisation.objects.create(
        display_name=entry["names"][0]["text"],
        display_language=entry["names"][0]["language"],
        kind=entry["kind"],
        country=entry["country"],
        is_illustrative=True,
        created_at=now,
        changed_at=now,
    )
    Name.objects.bulk_create(
        Name(
            organisation=organisation,
            text=name["text"],
            language=name["language"],
            script=script_of(name["text"]),
            kind=name["kind"],
            source=source,
        )
        for name in entry["names"]
    )
    index(organisation)
    return organisation
