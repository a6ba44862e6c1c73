"""Two names are compared by letters, by sound and by meaning, the same way round or the other."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings

from kakehashi.cli.names import names
from kakehashi.kernel import say
from kakehashi.names import compare, prepare
from kakehashi.names.matching import Candidate, Matcher
from kakehashi.names.sentences import SENTENCES
from tests.engines.names.strategies import TEXTS


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("株式会社小松製作所", "小松制作所"),
        ("トヨタ自動車株式会社", "丰田汽车"),
        ("住友電気工業株式会社", "Sumitomo Electric Industries, Ltd."),
        ("東洋紡績株式会社", "Toyo Boseki K.K."),
        ("株式会社ブロードバンドセキュリティ", "BroadBand Security, Inc."),
        ("信越化学工業株式会社", "信越化学工业"),
        ("Siemens Aktiengesellschaft", "Siemens AG"),
        ("ＴＯＹＯＴＡ　ＭＯＴＯＲ", "Toyota Motor Corporation"),
    ],
)
def test_one_organisation_is_recognised_under_two_names(left: str, right: str) -> None:
    """Translation, reading, character forms, legal forms."""
    assert compare(left, right).decision == "same"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("日立製作所", "日立建機株式会社"),
        ("三菱重工業株式会社", "三菱電機株式会社"),
        ("小松製作所", "小松(山东)工程机械有限公司"),
        ("株式会社山田商店", "合同会社山田商店"),
        ("KKR Asian Fund III L.P.", "KKR Asian Fund 4 L.P."),
        ("トヨタ自動車株式会社", "Honda Motor Co., Ltd."),
        ("บริษัท โตโยต้า มอเตอร์ ประเทศไทย จำกัด", "Honda Automobile (Thailand) Co., Ltd."),
    ],
)
def test_relatives_are_not_taken_for_the_organisation_itself(left: str, right: str) -> None:
    """Sister companies, subsidiaries elsewhere, other forms and other numbers are never `same`."""
    assert compare(left, right).decision != "same"


def test_a_stranger_is_different() -> None:
    """Names without anything in common score next to nothing."""
    assert compare("株式会社資生堂", "Robert Bosch GmbH").decision == "different"


def test_reasons_can_be_read() -> None:
    """Each reason is a whole sentence that names the matched parts."""
    found = compare("東京精密株式会社", "TOKYO SEIMITSU CO., LTD.")
    said = [say(reason.code, reason.params, sentences=SENTENCES) for reason in found.reasons]
    assert any("seimitsu" in one for one in said)


@settings(deadline=None, max_examples=60)
@given(TEXTS, TEXTS)
def test_comparison_is_symmetric_bounded_and_repeatable(left: str, right: str) -> None:
    """The order of the names does not matter, and the score is a chance."""
    there, back = compare(left, right), compare(right, left)
    assert there.score == back.score
    assert there.decision == back.decision
    assert 0 <= there.score <= 1
    assert compare(left, right) == there
    for reason in there.reasons:
        assert say(reason.code, reason.params, sentences=SENTENCES)


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_a_name_is_itself(text: str) -> None:
    """Whatever has something to read is the same as itself."""
    prepared = prepare(text)
    if prepared.folded and prepared.views[0].whole.text:
        assert compare(text, text).decision in ("same", "perhaps")
        assert compare(text, text).score > 0.99


def test_ten_thousand_characters_take_no_time() -> None:
    """Long input is cut before it is compared."""
    for piece in ("豊", "ト", "a", "ก", "A ", "々", "株式会社", "1"):
        assert 0 <= compare(piece * 10_000, "トヨタ自動車株式会社").score <= 1


NAMES = (
    "トヨタ自動車株式会社",
    "日産自動車株式会社",
    "株式会社日立製作所",
    "株式会社資生堂",
    "住友化学株式会社",
)


def test_the_right_name_is_found_in_a_list() -> None:
    """Short lists are compared whole, long ones by shared pieces: both find it."""
    filler = [Candidate(str(number), f"株式会社第{number}商店", "JP", "ja") for number in range(2_000)]
    for candidates in (tuple(Candidate(name, name, "JP", "ja") for name in NAMES), ()):
        matcher = Matcher([*candidates, *filler, *(Candidate(name, name, "JP", "ja") for name in NAMES)])
        assert matcher.match("Sumitomo Chemical", language="en")[0].candidate.key == "住友化学株式会社"
        assert matcher.match("日产汽车", language="zh")[0].candidate.key == "日産自動車株式会社"
        assert matcher.match("\u200b") == []


def run(*arguments: str) -> str:
    """The output of a command that must succeed."""
    result = CliRunner().invoke(names, list(arguments))
    assert result.exit_code == 0, result.output
    return result.output


def test_the_command_parses_and_compares() -> None:
    """JSON for programs."""
    parsed = json.loads(run("parse", "株式会社小松製作所", "--json"))
    assert parsed["legal_form"]["code"] == "jp.kk"
    found = json.loads(run("compare", "小松製作所", "Komatsu Ltd.", "--json"))
    assert set(found) == {"score", "decision", "reasons"}
    assert "same" in run("compare", "東京精密", "Tokyo Seimitsu")


def test_the_command_scores_a_file(tmp_path: Path) -> None:
    """Three columns are added, the others stay; a missing column is named."""
    path = tmp_path / "pairs.csv"
    path.write_text("\ufeffa,b,la\n株式会社日立製作所,Hitachi Seisakusho,ja\n,,\n", encoding="utf-8")
    rows = list(
        csv.DictReader(io.StringIO(run("compare", "--csv", str(path), "--left", "a", "--right", "b")))
    )
    assert [row["decision"] for row in rows] == ["same", "different"]
    assert rows[0]["a"] == "株式会社日立製作所"
    result = CliRunner().invoke(names, ["compare", "--csv", str(path), "--left", "x", "--right", "b"])
    assert result.exit_code == 1
    assert "x" in result.output


def test_the_command_matches_two_files(tmp_path: Path) -> None:
    """Queries and candidates come from files, ranks begin at one."""
    queries, candidates = tmp_path / "q.csv", tmp_path / "c.csv"
    queries.write_text("id,name,country,language\n1,Sumitomo Chemical,,\n", encoding="utf-8")
    lines = "".join(f"{number},{name},JP,ja\n" for number, name in enumerate(NAMES))
    candidates.write_text("id,name,country,language\n" + lines, encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(run("match", str(queries), str(candidates), "--top", "2"))))
    assert (rows[0]["candidate_id"], rows[0]["rank"]) == ("4", "1")
    assert len(rows) <= 2


def test_the_command_names_a_line_that_cannot_be_read(tmp_path: Path) -> None:
    """A cell of more than a million characters is refused in a sentence; half a character does not crash."""
    path = tmp_path / "pairs.csv"
    path.write_text("a,b\n" + "x" * 1_100_000 + ",y\n", encoding="utf-8")
    result = CliRunner().invoke(names, ["compare", "--csv", str(path), "--left", "a", "--right", "b"])
    assert result.exit_code == 1
    assert "2" in result.output
    assert "?" in run("compare", "トヨタ\udc80(1)", "トヨタ\udc80(2)")
