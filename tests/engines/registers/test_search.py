"""Whoever types part of a name in any script, an identifier or an address finds the organisation."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kakehashi.names import fold, parse, query_keys
from kakehashi.registers import RegisterRow, Snapshot, Store, searching
from kakehashi.registers.row import SCHEMA

from .conftest import company, imported

TOYOTA_NUMBERS = (("jp.corporate_number", "1180301018771"), ("jp.securities_code", "7203"))
ROWS = [
    company(
        1,
        name="トヨタ自動車株式会社",
        reading="トヨタジドウシャカブシキカイシャ",
        english="TOYOTA MOTOR CORPORATION",
        identifiers=TOYOTA_NUMBERS,
        listed=True,
        capital=635_401_000_000,
        address="豊田市トヨタ町１番地",
    ),
    company(
        2,
        name="株式会社小松製作所",
        reading="カブシキガイシャコマツセイサクショ",
        english="KOMATSU LTD.",
        listed=True,
        capital=72_000_000_000,
        address="港区海岸一丁目２番２０号",
    ),
    company(3, name="豊田通商株式会社", reading="トヨタツウショウ", listed=True, capital=64_000_000_000),
    company(4, name="豊田株式会社", reading="トヨダカブシキガイシャ", capital=1),
    company(5, name="新豊田工業株式会社", reading="シントヨダコウギョウ", capital=900_000_000_000),
    company(6, name="株式会社日立製作所", reading="ヒタチセイサクショ", english="Hitachi, Ltd."),
    company(7, name="濱松電機株式会社", reading="ハママツデンキカブシキガイシャ"),
    company(8, name="苏州汇川技术有限公司", language="zh", reading="", country="CN", address="苏州市吴中区"),
    company(9, name="บริษัท ปตท. จำกัด (มหาชน)", language="th", reading="", english="PTT PCL"),
]
#: Key of the row → what people may type for it.
TYPED = {
    "K1": "トヨタ とよた ﾄﾖﾀ Toyota TOYOTA トヨタ自動車 トヨタ自動車株式会社 株式会社トヨタ自動車 "
    "1180301018771 １１８０３０１０１８７７１ 7203 豊田市トヨタ町",
    "K2": "小松製作所 小松制作所 コマツ komatsu 小松 海岸一丁目",
    "K6": "日立 ひたち hitachi",
    "K7": "滨松 浜松 浜松電機",
    "K8": "汇川 匯川技術 huichuan",
    "K9": "ปตท PTT",
}


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return imported(Store(tmp_path_factory.mktemp("search")), ROWS)


@pytest.mark.parametrize(
    ("text", "key"), [(text, key) for key, line in TYPED.items() for text in line.split()]
)
def test_it_is_found_in_any_script(snapshot: Snapshot, text: str, key: str) -> None:
    """Kana and kanji, old, new and simplified characters, Latin letters, Thai, identifiers, addresses."""
    hits = snapshot.search(text)
    assert hits
    assert hits[0].key == key, hits


def test_simplified_toyota_finds_both_spellings(snapshot: Snapshot) -> None:
    """丰田 is 豊田 and トヨタ."""
    assert {"K1", "K3", "K4", "K5"} <= {hit.key for hit in snapshot.search("丰田")}


def test_exact_comes_before_prefix_before_substring(snapshot: Snapshot) -> None:
    """However large the others are."""
    found = [(hit.key, hit.route) for hit in snapshot.search("豊田")]
    assert found[:3] == [("K4", "name.exact"), ("K3", "name.prefix"), ("K5", "name.substring")]


def test_nothing_is_found_for_less_than_two_characters(snapshot: Snapshot) -> None:
    """Nor for what is not there, nor for signs of the query language of the index."""
    for text in ("", " ", "豊", "T", '"', "* ?", 'a" OR "b', "龘龘龘", "NOT", "\x00\x00", "x" * 5000):
        assert snapshot.search(text) == []


def test_the_limit_is_kept_and_no_one_comes_twice(snapshot: Snapshot) -> None:
    """Also where several routes lead to one organisation."""
    for text in ("トヨタ", "豊田", "株式会社", "製作所"):
        hits = snapshot.search(text, limit=3)
        assert len(hits) <= 3
        assert len({hit.key for hit in hits}) == len(hits)


def test_a_small_company_of_exactly_that_name_is_found_among_many_large_ones(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though only the first candidates are looked at one by one."""
    monkeypatch.setattr(searching, "LOOKED_AT", 10)
    large = [company(number, name=f"第{number}東都工業株式会社", capital=10**9) for number in range(60)]
    small = [
        company(98, name="東都工業所株式会社", capital=2),
        company(99, name="東都工業株式会社", capital=1),
    ]
    found = [(hit.key, hit.route) for hit in imported(store, large + small).search("東都工業", limit=5)]
    assert found[:2] == [("K99", "name.exact"), ("K98", "name.prefix")]
    assert [route for _key, route in found[2:]] == ["name.substring"] * 3


def test_an_identifier_is_found_by_itself(snapshot: Snapshot) -> None:
    """In any scheme, written with separators or without."""
    assert [hit.key for hit in snapshot.find_identifier("1-1803-0101-8771")] == ["K1"]
    assert snapshot.find_identifier("0000") == []


LETTERS = st.sampled_from("東京大阪豊田小松日立製作所工業電機トヨタコマツヒタアイウabc12")
NAMES = st.lists(st.text(LETTERS, min_size=2, max_size=8), min_size=1, max_size=25)


@given(NAMES, st.text(LETTERS, min_size=2, max_size=3))
@settings(max_examples=25, deadline=None)
def test_search_finds_what_a_scan_of_the_names_finds(
    tmp_path_factory: pytest.TempPathFactory, names: list[str], typed: str
) -> None:
    """Every organisation whose folded name contains the folded text: compared with looking at each."""
    rows = [company(number, name=name) for number, name in enumerate(names)]
    snapshot = imported(Store(tmp_path_factory.mktemp("scan")), rows)
    found = {hit.key for hit in snapshot.search(typed, limit=1000)}
    wanted = {key.text for key in query_keys(typed) if key.kind in ("name", "latin") and len(key.text) > 1}
    scanned = {row.key for row in rows if any(text in bare(row.name) for text in wanted)}
    assert scanned <= found


def bare(name: str) -> str:
    """The folded name without its legal form."""
    return fold(parse(name, language="ja").bare)


def test_a_row_survives_the_store_unchanged(store: Store) -> None:
    """Every field, also the empty and the unknown."""
    values = {name: f"text of {name}" for name, kind in SCHEMA.items() if kind == pl.String()}
    row = RegisterRow(
        **{**values, "kind": "fund"},
        other_names=("a", "b"),
        identifiers=(("lei", "5493006W3QUS5LMH6R84"), ("isin", "JP3633400001")),
        capital=2**40,
        listed=None,
        consolidated=False,
        foreign=True,
        line=7,
    )
    snapshot = imported(store, [row, company(2)])
    assert snapshot.get(row.key) == row
    assert snapshot.get("K2") == company(2)
    assert list(snapshot.frame().collect().columns) == list(SCHEMA)
