"""The demo's content is whole: codes exist, names are in four languages, nothing invented passes as real."""

import csv
import gzip
import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl
import pytest

import kakehashi
from kakehashi.places.chains import LANGUAGES, Chain, load_chain
from kakehashi.places.evidence import evidence_from
from kakehashi.places.gaps import KINDS, Presence, gaps
from kakehashi.places.quotients import node_quotients, quotients

DATA = Path(kakehashi.__file__).parent / "office" / "demo" / "data"
CHAINS = sorted((DATA / "chains").glob("*.toml"))


@cache
def chain(path: Path) -> Chain:
    return load_chain(path)


def toml(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def industry_table() -> pl.DataFrame:
    return pl.read_csv(DATA / "industry_table.csv", schema_overrides={"industry": pl.String})


def presence_in(known: Chain) -> list[Presence]:
    rows: dict[str, list[int]] = {}
    for organisation in toml("presence.toml")["organisation"]:
        for place in organisation["nodes"]:
            code, node = place.split("/")
            if code == known.code:
                rows.setdefault(node, []).append(organisation["employees"])
    return [Presence(node, len(sizes), sum(sizes)) for node, sizes in rows.items()]


def test_there_are_five_chains_of_ten_to_eighteen_nodes() -> None:
    """Large enough to be true, small enough to be read."""
    assert len(CHAINS) == 5
    assert all(10 <= len(chain(path).nodes) <= 18 for path in CHAINS)
    codes = [node.code for path in CHAINS for node in chain(path).nodes]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("path", CHAINS, ids=lambda path: path.stem)
def test_every_node_is_named_in_four_languages_and_can_be_recognised(path: Path) -> None:
    """By codes in four classifications and by words in three languages; and it is linked to something."""
    linked = {end for link in chain(path).links for end in (link.upstream, link.downstream)}
    for node in chain(path).nodes:
        assert set(node.names) == set(LANGUAGES)
        assert set(node.codes) == {"gbt4754", "jsic", "isic4", "tse33"}
        assert set(node.keywords) == {"ja", "en", "zh-hans"}
        assert node.code in linked
        assert node.requirements


@pytest.mark.parametrize("path", CHAINS, ids=lambda path: path.stem)
def test_every_code_exists_in_its_classification(path: Path, shared_data: Path) -> None:
    """GB/T 4754-2017, JSIC rev. 14, ISIC rev. 4, and the exchange's 33 industries."""
    folder = shared_data / "industry"
    jsic = json.loads((folder / "jsic14_full.json").read_text(encoding="utf-8"))["major_categories"]
    isic = json.loads((folder / "isic_2006.json").read_text(encoding="utf-8"))["taxonomies"]["4"]
    with (folder / "gbt4754_2017.csv").open(encoding="utf-8", newline="") as lines:
        gbt4754 = {row["code"] for row in csv.DictReader(lines)}
    with (folder / "tse33_tse17.csv").open(encoding="utf-8", newline="") as lines:
        tse33 = {row["code33"].zfill(4) for row in csv.DictReader(lines)}
    known = {
        "gbt4754": gbt4754,
        "isic4": {row["id"] for row in isic},
        "tse33": tse33,
        "jsic": {
            detail["code"]
            for major in jsic
            for middle in major["middle_categories"]
            for minor in middle["minor_categories"]
            for detail in minor["detail_categories"]
        },
    }
    unknown = [
        (node.code, scheme, code)
        for node in chain(path).nodes
        for scheme, codes in node.codes.items()
        for code in codes
        if code not in known[scheme]
    ]
    assert unknown == []


def test_every_fact_has_a_source_a_day_and_four_languages() -> None:
    """What cannot be proven is not shown."""
    content = toml("place.toml")
    places = {place["code"] for place in content["place"]}
    keys = [entry["key"] for entry in content["evidence"]]
    assert len(keys) == len(set(keys)) > 30
    for entry in content["evidence"]:
        for language in LANGUAGES:
            assert not evidence_from(entry, language=language).illustrative
        assert entry["place"] in places
        assert entry["source_url"].startswith("http")


def test_places_are_nested_and_named_in_four_languages() -> None:
    """Every parent is there, before its parts."""
    seen: set[str] = set()
    for place in toml("place.toml")["place"]:
        assert set(place["name"]) == set(LANGUAGES)
        assert place.get("parent", "") in {*seen, ""}
        seen.add(place["code"])
        assert set(place.get("chains", ())) <= {chain(path).code for path in CHAINS}


def test_all_organisations_in_the_park_are_flagged_as_invented() -> None:
    """Each sits in a zone of the park and at nodes that exist."""
    nodes = {f"{chain(path).code}/{node.code}" for path in CHAINS for node in chain(path).nodes}
    zones = {place["code"] for place in toml("place.toml")["place"] if place["kind"] == "zone"}
    content = toml("presence.toml")
    assert content["illustrative"] is True
    for organisation in content["organisation"]:
        assert organisation["illustrative"] is True
        assert set(organisation["nodes"]) <= nodes
        assert organisation["place"] in zones


def test_no_invented_name_is_that_of_a_registered_company(shared_data: Path) -> None:
    """Looked for in every register and name list at hand."""
    stems = set()
    for organisation in toml("presence.toml")["organisation"]:
        for name in organisation["names"]:
            stems.add(name["text"].split("（")[0].split(" (")[0])
    for path in [*(shared_data / "registers").iterdir(), *(shared_data / "names").iterdir()]:
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        text = data.decode("cp932" if "cp932" in path.name else "utf-8", errors="replace")
        assert [stem for stem in stems if stem in text] == [], path.name


def test_relations_are_public_facts_and_signals_are_about_invented_organisations() -> None:
    """Nothing is made up about a real company."""
    content = toml("signals.toml")
    invented = {organisation["key"] for organisation in toml("presence.toml")["organisation"]}
    for relation in content["relation"]:
        assert relation["source_url"].startswith("http")
        assert relation["dated"] < relation["expires"]
        assert set(relation["text"]) == set(LANGUAGES)
    for signal in content["signal"]:
        assert signal["organisation"] in invented
        assert signal["illustrative"] is True
        assert signal["occurred_on"] < signal["expires_on"]


def test_relations_name_filers_by_their_edinet_code(shared_data: Path) -> None:
    """The name beside the code is the one in the register."""
    path = shared_data / "registers" / "edinet_codelist_20261005.cp932.csv"
    with path.open(encoding="cp932", newline="") as lines:
        filers = {row[0]: row[6] for row in list(csv.reader(lines))[2:]}
    for relation in toml("signals.toml")["relation"]:
        if relation["scheme"] == "jp.edinet":
            assert filers[relation["key"]] == relation["name"]


def test_the_district_is_part_of_the_city_and_the_city_of_the_province() -> None:
    """In every industry, so that quotients can be taken against either."""
    wide = industry_table().pivot("place", index="industry", values="value")
    assert (wide["xiangcheng"] <= wide["suzhou"]).all()
    assert (wide["suzhou"] <= wide["jiangsu"]).all()
    assert industry_table()["illustrative"].all()
    names = pl.read_csv(DATA / "industries.csv", schema_overrides={"industry": pl.String})
    assert set(names["industry"]) == set(wide["industry"])
    assert set(LANGUAGES) <= set(names.columns)


def test_quotients_of_the_district_can_be_taken_against_city_and_province() -> None:
    """Some industries are concentrated here, some are not."""
    for reference in ("jiangsu", "suzhou"):
        rows = industry_table().filter(pl.col("place").is_in(["xiangcheng", reference]))
        found = quotients(rows, place="place", industry="industry", value="value", reference=reference)
        assert (found["low"] > 1).any()
        assert (found["high"] < 1).any()


def test_the_park_has_gaps_of_every_kind() -> None:
    """Missing, weak and next, each chain at least the first two."""
    rows = industry_table().filter(pl.col("place").is_in(["xiangcheng", "jiangsu"]))
    kinds = set()
    for path in CHAINS:
        known = chain(path)
        measured = node_quotients(
            known, rows, scheme="gbt4754", at="xiangcheng", reference="jiangsu", unit_size=40
        )
        assert set(measured) == {node.code for node in known.nodes}
        found = gaps(known, presence_in(known), quotients=measured)
        assert {"missing", "weak"} <= {gap.kind for gap in found}
        kinds |= {gap.kind for gap in found}
    assert kinds == set(KINDS)
