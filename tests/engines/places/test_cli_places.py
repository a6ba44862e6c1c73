"""The command line says the same as the functions."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kakehashi.cli import main

TABLE = "place,industry,count\nhere,01,10\nhere,02,30\nthere,01,5\nthere,02,155\n"
OPTIONS = ["--place", "place", "--industry", "industry", "--value", "count"]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "table.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_quotients_come_as_json_or_csv(table: Path) -> None:
    """Industry codes keep their leading zero."""
    as_json = CliRunner().invoke(main, ["places", "quotients", str(table), *OPTIONS, "--json"])
    assert as_json.exit_code == 0, as_json.output
    rows = json.loads(as_json.output)
    assert rows[0]["industry"] == "01"
    assert rows[0]["quotient"] == pytest.approx((10 / 40) / (15 / 200))
    as_csv = CliRunner().invoke(main, ["places", "quotients", str(table), *OPTIONS])
    assert as_csv.output.splitlines()[0] == "place,industry,value,quotient,low,high"


def test_a_wrong_table_is_told_in_a_sentence(table: Path) -> None:
    """On stderr, with a status that scripts can see."""
    for text, words in (
        (TABLE.replace("30", "-3"), "below zero"),
        (TABLE.replace("30", "many"), "does not hold numbers"),
        (TABLE.replace("count", "number"), "no column “count”"),
        (TABLE + "here,01,4\n", "appears twice"),
        (TABLE + "here,03,\n", "has no value"),
        (TABLE + "here,03,1,extra,more\n", "cannot be read"),
        ("", "cannot be read"),
    ):
        table.write_text(text, encoding="utf-8")
        result = CliRunner().invoke(main, ["places", "quotients", str(table), *OPTIONS])
        assert result.exit_code == 1
        assert words in result.output


def test_gaps_of_a_chain_are_listed(tmp_path: Path) -> None:
    """With the reason in words, or as JSON."""
    chain, presence = tmp_path / "chain.toml", tmp_path / "presence.csv"
    chain.write_text(
        'code = "c"\nnames = { en = "C" }\n'
        '[[nodes]]\ncode = "gears"\nnames = { en = "Gears" }\n'
        '[[nodes]]\ncode = "robots"\nfrom = ["gears"]\nnames = { en = "Robots" }\n',
        encoding="utf-8",
    )
    presence.write_text("node,organisations,employees\nrobots,2,\n", encoding="utf-8")
    spoken = CliRunner().invoke(main, ["places", "gaps", str(chain), str(presence)])
    assert spoken.output.strip() == (
        "missing\tgears\tNo organisation here covers Gears, which Robots here need from their suppliers."
    )
    as_json = CliRunner().invoke(main, ["places", "gaps", str(chain), str(presence), "--json"])
    assert json.loads(as_json.output)[0]["kind"] == "missing"
    presence.write_text("node,organisations\nrobots,some\n", encoding="utf-8")
    refused = CliRunner().invoke(main, ["places", "gaps", str(chain), str(presence)])
    assert refused.exit_code == 1
    assert "does not hold numbers" in refused.output
