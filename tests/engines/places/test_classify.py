"""An organisation's industry and names lead to the nodes it can hold, for one or for a million alike."""

from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kakehashi.places.chains import Chain, ChainNode
from kakehashi.places.classify import Classifier, classifier
from kakehashi.places.tse33 import INDUSTRIES, tse33_code
from tests.engines.places.examples import chain


@pytest.fixture(scope="module")
def judge() -> Classifier:
    return classifier([chain()])


def matches(judge: Classifier, scheme: str, industry: str, *texts: str) -> dict[str, tuple[str, float]]:
    found = judge.nodes_for(industry_scheme=scheme, industry=industry, texts=texts)
    return {match.node: (match.how, round(match.strength, 3)) for match in found}


def test_industry_and_name_together_are_strongest(judge: Classifier) -> None:
    """A machinery company called gears makes gears rather than robots."""
    found = matches(judge, "edinet", "機械", "日本歯車工業株式会社")
    assert found["gears"] == ("industry_and_keyword", 0.93)
    assert found["robots"] == ("industry", 0.3)
    assert "motors" not in found


def test_a_name_without_an_industry_counts_less(judge: Classifier) -> None:
    """EDINET gives no industry for companies that do not report."""
    found = matches(judge, "edinet", "内国法人・組合（有価証券報告書等の提出義務者以外）", "歯車株式会社")
    assert found == {"gears": ("keyword", 0.6)}
    assert matches(judge, "", "", "歯車株式会社") == found


def test_a_name_against_the_industry_counts_least(judge: Classifier) -> None:
    """A trading house that sells gears does not make them."""
    assert matches(judge, "edinet", "卸売業", "歯車商事") == {"gears": ("keyword_other_industry", 0.25)}


@pytest.mark.parametrize(
    ("code", "strength"),
    [("2694", 0.8), ("269", 0.5), ("26", 0.3), ("E2694", 0.8), ("2695", None), ("27", None)],
)
def test_the_more_digits_agree_the_stronger(judge: Classifier, code: str, strength: float | None) -> None:
    """In a classification by digits, with or without the letter of its section."""
    found = matches(judge, "jsic", code)
    assert found.get("robots", (None, None))[1] == strength


@pytest.mark.parametrize(
    "text", ["ﾛﾎﾞｯﾄ工業", "ＲＯＢＯＴ Works", "Robotics Inc.", "苏州某某机器人有限公司", "X-ROBOT"]
)
def test_words_are_found_in_every_way_they_are_written(judge: Classifier, text: str) -> None:
    """Half and full width, capitals, the start of a longer word, Chinese."""
    assert "robots" in matches(judge, "", "", text)


@pytest.mark.parametrize("text", ["Cadbury", "Arcade", "Carrobotto"])
def test_latin_words_are_not_found_inside_others(judge: Classifier, text: str) -> None:
    """A short one must be a whole word."""
    assert matches(judge, "", "", text) == {}


def test_every_label_of_an_industry_leads_to_its_code() -> None:
    """Japanese, English, Chinese and the code; with or without the last character, which EDINET drops."""
    for code, *labels in INDUSTRIES:
        assert {tse33_code(label) for label in labels} == {code}
    assert tse33_code("倉庫・運輸関連") == tse33_code("倉庫・運輸関連業") == "5200"
    assert tse33_code("個人（組合発行者を除く）") is None


def test_strength_never_passes_one_and_the_strongest_comes_first(judge: Classifier) -> None:
    """For whoever takes only the first."""
    found = judge.nodes_for(industry_scheme="jsic", industry="2694", texts=["ロボット 歯車 モータ"])
    strengths = [match.strength for match in found]
    assert strengths == sorted(strengths, reverse=True)
    assert 0 < strengths[-1] <= strengths[0] <= 1


@settings(deadline=None, max_examples=25)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["edinet", "jsic", ""]),
            st.sampled_from(["機械", "電気機器", "卸売業", "2694", "291", ""]),
            st.lists(st.sampled_from(["歯車", "ロボット", "Motor", "何か", "CAD"]), max_size=2),
        ),
        max_size=6,
    )
)
def test_a_frame_gives_what_single_calls_give(
    organisations: list[tuple[str, str, list[str]]],
) -> None:
    """One code path, whatever the number of rows."""
    judge = classifier([chain()])
    frame = pl.DataFrame(
        [(str(n), *row) for n, row in enumerate(organisations)],
        schema={"key": str, "industry_scheme": str, "industry": str, "texts": pl.List(pl.String)},
        orient="row",
    )
    together = judge.classify(frame).select("key", "node", "strength", "how", "keyword").rows()
    alone = [
        (str(n), each.node, each.strength, each.how, each.keyword)
        for n, (scheme, industry, texts) in enumerate(organisations)
        for each in judge.nodes_for(industry_scheme=scheme, industry=industry, texts=texts)
    ]
    assert together == alone


def test_a_minimum_leaves_out_the_weak(judge: Classifier) -> None:
    """A million rows of one broad industry need not be carried along."""
    frame = pl.DataFrame(
        {"key": ["1"], "industry_scheme": ["edinet"], "industry": ["機械"], "texts": [["歯車"]]}
    )
    assert judge.classify(frame, minimum=0.5)["node"].to_list() == ["gears"]


def test_tse_labels_are_those_of_the_exchange(shared_data: Path) -> None:
    """Against the published list."""
    rows = pl.read_csv(shared_data / "industry" / "tse33_tse17.csv", schema_overrides={"code33": pl.Int64})
    assert {(f"{code:04d}", name) for code, name in rows.select("code33", "name33_ja").rows()} == {
        (code, ja) for code, ja, *_ in INDUSTRIES
    }


@pytest.mark.parametrize(
    ("word", "name", "is_meant"),
    [
        ("ツール", "ユニオンツール株式会社", True),
        ("モータ", "マブチモーター株式会社", True),
        ("ロボット", "ロボットホーム株式会社", True),
        ("ギヤ", "アート・ギヤラリー富士見", False),
        ("メス", "インターメスティック", False),
        ("ライダー", "ストライダーズ", False),
        ("バルブ", "バルブ製造所", True),
    ],
)
def test_a_katakana_word_is_not_found_inside_another(word: str, name: str, is_meant: bool) -> None:
    """The last part of a compound says what the thing is; a piece in the middle says nothing."""
    node = ChainNode("n", {"en": "N"}, {}, {"ja": (word,)})
    judge = classifier([Chain("c", {"en": "C"}, (node,), ())])
    assert bool(matches(judge, "", "", name)) is is_meant


def test_a_class_of_a_classification_that_no_node_knows_does_not_speak_against_a_name() -> None:
    """A code of another classification can neither confirm nor deny."""
    node = ChainNode("n", {"en": "N"}, {"jsic": ("2531",)}, {"ja": ("歯車",)})
    judge = classifier([Chain("c", {"en": "C"}, (node,), ())])
    assert matches(judge, "isic4", "2814", "日本歯車")["n"][0] == "keyword"
    assert matches(judge, "jsic", "5611", "日本歯車")["n"][0] == "keyword_other_industry"
