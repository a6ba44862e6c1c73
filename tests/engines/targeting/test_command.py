"""`kakehashi targeting rank` from files to a list."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kakehashi.cli.root import main
from kakehashi.targeting import Exclusion, Profile
from kakehashi.targeting.place_file import dump_place
from tests.engines.targeting.examples import ALL, MACHINES, frame, place, ranked

PROFILE = (
    'limit = 3\nunclear = 1.0\ncountries = ["JP"]\n[weights]\nfills_gap = 3\nsize = 1\n[spread]\nnode = 1.0\n'
)


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """The options that name the example's files."""
    frame(*ALL).write_parquet(tmp_path / "c.parquet")
    (tmp_path / "p.json").write_text(json.dumps(dump_place(place(), (Exclusion("S", "sanctioned"),))))
    (tmp_path / "w.toml").write_text(PROFILE)
    paths = {"candidates": "c.parquet", "place": "p.json", "profile": "w.toml"}
    return [part for name, file in paths.items() for part in (f"--{name}", str(tmp_path / file))]


def test_the_json_holds_the_list_that_the_engine_makes(files: list[str]) -> None:
    """Every row with its parts, its reasons with proof, and what was left out."""
    done = CliRunner().invoke(main, ["targeting", "rank", *files, "--as-of", "2026-11-23", "--json"])
    assert done.exit_code == 0, done.output
    data = json.loads(done.output)
    profile = Profile(
        weights={"fills_gap": 3, "size": 1}, limit=3, spread={"node": 1}, unclear=1, countries=("JP",)
    )
    expected = ranked(profile=profile, exclusions=(Exclusion("S", "sanctioned"),))
    assert data["fingerprint"] == expected.fingerprint
    assert [row["key"] for row in data["rows"]] == [row.key for row in expected.rows]
    assert data["excluded"] == {"sanctioned": 1, "no_link": 1}
    first = data["rows"][0]
    assert round(sum(part["points"] for part in first["parts"].values()), 2) == first["score"]
    assert first["reasons"][0]["evidence"][0] == {"kind": "chain_node", "key": "robots/reducer", "label": ""}


def test_without_json_the_reasons_are_read_out(files: list[str]) -> None:
    """In English, with the names of links and industries."""
    done = CliRunner().invoke(main, ["targeting", "rank", *files, "--as-of", "2026-11-23"])
    assert done.exit_code == 0, done.output
    assert "Nobody here covers Reducers yet" in done.output
    assert "its industry class, Machinery, both point to Reducers" in done.output
    assert "300,000,000 JPY" in done.output
    assert MACHINES["name"] not in done.output.splitlines()[0]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("w.toml", "weights = {", "is not valid TOML"),
        ("w.toml", "[weights]\nbeauty = 1", "There is no criterion “beauty”"),
        ("p.json", "{", "cannot be read"),
        ("p.json", '{"chains": []}', "has no industry chain"),
        ("c.parquet", "key,name", "is not a Parquet file"),
    ],
)
def test_wrong_files_are_explained_in_a_sentence(
    files: list[str], tmp_path: Path, name: str, content: str, said: str
) -> None:
    """No traceback, and the exit code tells."""
    (tmp_path / name).write_text(content)
    done = CliRunner().invoke(main, ["targeting", "rank", *files])
    assert done.exit_code == 1
    assert said in done.output
