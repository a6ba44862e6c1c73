"""`kakehashi registers` imports, tells, searches and exports."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner, Result

from kakehashi.cli.registers import ALL_SENTENCES, registers

from .conftest import KOMATSU, PERSON, TOYOTA

Write = Callable[..., Path]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(registers, [str(each) for each in arguments])


def test_a_list_is_imported_searched_and_exported(edinet: Write, tmp_path: Path) -> None:
    """From the file to an answer in four steps."""
    store = tmp_path / "store"
    result = run("import", "--format", "edinet", edinet(TOYOTA, KOMATSU, PERSON), "--store", store)
    assert result.exit_code == 0, result.output
    assert "new 2" in result.output
    assert "left out 1" in result.output
    status = json.loads(run("status", "--store", store, "--json").output)
    assert [(each["register"], each["rows"], each["current"]) for each in status] == [("jp.edinet", 2, True)]
    hits = json.loads(run("search", "--store", store, "丰田", "--limit", "20", "--json").output)
    assert hits[0]["key"] == "E02144"
    assert "E01532" in run("search", "--store", store, "コマツ").output
    for name in ("out.csv", "out.jsonl", "out.parquet"):
        assert run("export", tmp_path / name, "--store", store).exit_code == 0
    exported = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text(encoding="utf-8-sig"))))
    assert [row["key"] for row in exported] == ["E02144", "E01532"]
    assert exported[0]["identifiers"].startswith("jp.edinet:E02144; jp.corporate_number:1180301018771")
    assert pl.read_parquet(tmp_path / "out.parquet")["register"].to_list() == ["jp.edinet", "jp.edinet"]


def test_a_dry_run_changes_nothing(edinet: Write, tmp_path: Path) -> None:
    """It tells, and the store stays empty."""
    store = tmp_path / "store"
    wrong = (*TOYOTA[:-1], "1180301018772")
    result = run(
        "import", edinet(wrong, KOMATSU), "--store", store, "--dry-run", "--rejected", tmp_path / "r.csv"
    )
    assert result.exit_code == 0, result.output
    assert "line 3" in result.output
    assert "check digit" in result.output
    assert "トヨタ自動車株式会社" in (tmp_path / "r.csv").read_text(encoding="utf-8-sig")
    assert run("search", "トヨタ", "--store", store).exit_code == 1


def test_wrong_input_is_told_in_a_sentence(tmp_path: Path, edinet: Write) -> None:
    """And the program ends with 1, without a traceback."""
    empty = tmp_path / "empty.csv"
    empty.touch()
    result = run("import", empty, "--store", tmp_path / "store")
    assert (result.exit_code, result.output) == (
        1, "Error: The file empty.csv is empty. Choose the file again, or download it once more.\n",
    )  # fmt: skip
    result = run("import", edinet(TOYOTA), "--encoding", "utf-8", "--store", tmp_path / "store")
    assert "reads as Shift_JIS" in result.output


def test_any_table_is_imported_through_a_mapping(tmp_path: Path) -> None:
    """Saved as JSON."""
    (tmp_path / "t.csv").write_text("会社名,所在地\n株式会社例,豊田市\n", encoding="utf-8")
    (tmp_path / "m.json").write_text(
        '{"columns": {"name": "会社名", "address": "所在地"}, "register": "mine"}'
    )
    store = tmp_path / "store"
    assert "mapping" in run("import", tmp_path / "t.csv", "--store", store).output
    result = run("import", tmp_path / "t.csv", "--mapping", tmp_path / "m.json", "--store", store)
    assert result.exit_code == 0, result.output
    assert "mine: version" in result.output


@pytest.mark.parametrize("code", sorted(ALL_SENTENCES))
def test_every_sentence_is_whole(code: str) -> None:
    """It ends like one."""
    sentence = ALL_SENTENCES[code]
    for text in (sentence,) if isinstance(sentence, str) else sentence[:2]:
        assert text.endswith(".")
