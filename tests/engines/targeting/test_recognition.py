"""Which node a company is tied to, how, and how sure that is said to be."""

import numpy as np
import pytest

from kakehashi.places.chains import Chain, ChainNode
from kakehashi.targeting import Activity, Row
from tests.engines.targeting.examples import (
    GEAR_SHOP,
    GEARS,
    GEARS_UNKNOWN,
    MACHINES,
    MOTORS,
    ROBOTS,
    SOURCE,
    company,
    frame,
    place,
    ranked,
)


def only(*companies: dict[str, object], **changes: object) -> Row:
    """The row of the first of these companies."""
    return ranked(*companies, **changes).by_key[str(companies[0]["key"])]


def codes(row: Row) -> list[str]:
    """The codes of its reasons."""
    return [reason.code for reason in row.reasons]


def test_name_and_class_together_are_nearly_certain() -> None:
    """日本歯車, Machinery."""
    row = only(GEARS)
    assert (row.node, row.how) == ("robots/reducer", "industry_and_keyword")
    assert row.confidence > 0.9
    assert codes(row)[:2] == ["fills_gap.missing", "recognised.industry_and_keyword"]


def test_a_name_without_a_class_is_believed_and_says_that_nothing_confirms_it() -> None:
    """名古屋減速機 in a register that gives no industries."""
    row = only(GEARS_UNKNOWN)
    assert (row.node, row.how) == ("robots/reducer", "keyword")
    assert 0.5 < row.confidence < only(GEARS).confidence
    assert codes(row)[1] == "recognised.keyword"


def test_a_name_against_its_class_is_hardly_believed_and_says_so() -> None:
    """歯車食品 makes food."""
    row = only(GEAR_SHOP)
    assert row.how == "keyword_other_industry"
    assert row.confidence < 0.3
    assert "recognised.keyword_other_industry" in codes(row)


def test_a_broad_class_names_no_node_and_says_that_it_covers_several() -> None:
    """東海機械製作所: Machinery leads to bearings, reducers and robots."""
    row = only(MACHINES)
    assert (row.node, row.how) == ("", "industry")
    assert row.nodes == ("robots/bearing", "robots/reducer", "robots/robot")
    assert codes(row)[:2] == ["fills_gap.several", "recognised.industry_several"]
    assert row.reasons[0].params["node_codes"] == ["robots/reducer", "robots/bearing"]


def test_a_narrow_class_names_its_node() -> None:
    """JSIC 2531 is gears and nothing else."""
    row = only(company("J", "東海機械製作所", industry_scheme="jsic", industry="2531"))
    assert (row.node, row.how, row.confidence) == ("robots/reducer", "industry", 0.8)
    assert codes(row)[:2] == ["fills_gap.missing", "recognised.industry"]


def test_a_class_at_the_heart_of_the_chains_counts_for_more_than_one_at_their_edge() -> None:
    """Machinery leads to three links, information services to one."""
    edge = company("I", "東海情報", industry="5250")
    assert only(edge).confidence < only(MACHINES).confidence


def test_a_sourced_statement_beats_everything() -> None:
    """An officer knows what 東海機械製作所 makes, and where it is written."""
    row = only(MACHINES, place=place(activities=(Activity("M", "robots", "bearing", SOURCE),)))
    assert (row.node, row.how, row.confidence) == ("robots/bearing", "stated", 1.0)
    assert row.reasons[1].code == "recognised.stated"
    assert row.reasons[1].evidence == SOURCE


def test_a_company_of_two_trades_is_tied_to_the_greater_gap() -> None:
    """歯車 (urgency 0.9) and サーボ (0.7) in one name."""
    assert only(company("T", "サーボ歯車株式会社", industry="")).node == "robots/reducer"


def test_a_word_that_several_nodes_share_is_divided_among_them() -> None:
    """A keyword of two links says half as much about either, and the row says which the other is."""
    nodes = tuple(ChainNode(code, {"en": code}, {"tse33": ("3600",)}, {"ja": ("機構",)}) for code in "ab")
    chains = (ROBOTS, Chain("twins", {"en": "Twins"}, nodes, ()))
    row = only(company("T", "東海機構"), place=place(chains=chains))
    assert row.confidence == pytest.approx(only(GEARS).confidence / 2)
    doubt = next(reason for reason in row.reasons if reason.code == "recognised.shared_keyword")
    assert doubt.params["node_codes"] == ["twins/b"]


def test_a_word_that_mostly_stands_in_other_industries_names_is_doubted() -> None:
    """Nine grocers called 歯車 make the tenth 歯車, of unknown trade, an unlikely gear maker."""
    grocers = [company(f"X{n}", f"歯車{n}号店", industry="6100") for n in range(9)]
    alone = only(GEARS_UNKNOWN | {"name": "大阪歯車"})
    among = only(GEARS_UNKNOWN | {"name": "大阪歯車"}, *grocers)
    assert among.confidence == pytest.approx(alone.confidence * 2 * 1 / 11)
    doubt = next(reason for reason in among.reasons if reason.code == "recognised.common_word")
    assert (doubt.params["others"], doubt.params["count"]) == (9, 9)


def test_the_english_name_and_other_names_are_read_too() -> None:
    """ヒーハイスト says nothing, Heephaist Gear does; so does a former name."""
    silent = company("H", "ヒーハイスト", english="Heephaist Gear Co., Ltd.")
    former = company("F", "ナノテク", other_names=["旧東海歯車"])
    assert only(silent).node == only(former).node == "robots/reducer"


def test_every_candidate_is_tied_as_it_would_be_alone() -> None:
    """Vectorised and one by one give the same, apart from what the list says about words."""
    together = ranked(GEARS, GEARS_UNKNOWN, MACHINES, MOTORS).by_key
    for each in (GEARS, GEARS_UNKNOWN, MACHINES, MOTORS):
        assert only(each).nodes == together[each["key"]].nodes


def test_values_per_node_are_handed_on_as_means_over_a_class() -> None:
    """What a class may stand for counts as the mean of all that it may be."""
    question = ranked(GEARS, MACHINES).assessment.question
    by_node = np.arange(6, dtype=np.float64)
    rows = dict(zip(question.frame["key"], question.recognition.handed_on(by_node), strict=True))
    assert rows == {"G": 2.0, "M": pytest.approx((1 + 2 + 4) / 3)}


def test_a_frame_without_names_in_other_languages_is_read() -> None:
    """Only key and name are needed; what is not there is not known."""
    few = frame(GEARS, BARE).select("key", "name")
    assert ranked(candidates=few).by_key["G"].how == "keyword"


BARE = {**company("N", "無名"), "industry_scheme": None, "industry": None}
