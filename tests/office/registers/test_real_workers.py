"""Imports with real workers on a real workspace: one is killed in the middle, two write at the same time."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

ROOT = Path(__file__).resolve().parents[3]
MODULE = "tests.office.registers.in_workspace"


def play(scenario: str, home: Path) -> Any:
    """Plays a scenario on a new workspace and returns what it found."""
    environment = {
        **os.environ,
        "KAKEHASHI_HOME": str(home),
        "KAKEHASHI_TESTING": "no",
        "KAKEHASHI_SECRET_KEY": "only-for-tests",
        "DJANGO_SETTINGS_MODULE": "kakehashi.office.config.settings",
    }
    if settings.DATABASES["default"]["ENGINE"].endswith("postgresql"):
        environment["KAKEHASHI_DATABASE"] = _own_database(home)
    command = [sys.executable, "-m", MODULE, scenario]
    output = subprocess.run(command, cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE, check=True)
    return json.loads(output.stdout)


def _own_database(home: Path) -> str:
    """A new database of the running PostgreSQL server for this workspace, made on first use."""
    import psycopg

    address = os.environ["KAKEHASHI_DATABASE"]
    name = f"workspace_{home.name.replace('-', '_')}"
    with psycopg.connect(address, autocommit=True) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,)).fetchone():
            connection.execute(f'CREATE DATABASE "{name}"')
    return urlsplit(address)._replace(path=f"/{name}").geturl()


def test_a_killed_worker_leaves_all_or_nothing_and_the_page_says_which(tmp_path: Path) -> None:
    """Killed while reading, writing, before the commit: nothing. Killed after the commit: everything."""
    found = play("killed", tmp_path)
    assert found["ends"] == [-signal.SIGKILL] * 4
    assert [seen["state"] for seen in found["imports"]] == ["interrupted"] * 3 + ["applied"]
    for seen in found["imports"][:3]:
        assert seen["problem"] == "core.job_interrupted"
        assert "Nothing was written" in seen["page"]
        assert "Run again" in seen["page"]
    assert "3 rows are the current version" in found["imports"][3]["page"]
    assert (found["rows"], found["versions"]) == (3, [found["current"]])
    assert found["stored"] == [found["current"]]
    assert found["unfinished"] == []
    assert found["again"]["counts"]["same"] == 3
    assert (found["again"]["state"], found["again"]["rows"]) == ("applied", 3)


def test_of_two_imports_written_at_the_same_moment_one_wins(tmp_path: Path) -> None:
    """Both have their rows in the store before either may make them current; the other is told by whom."""
    found = play("rivals", tmp_path)
    assert found["ends"] == [0, 0]
    assert sorted(seen["state"] for seen in found["imports"]) == ["applied", "outdated"]
    (loser,) = (seen for seen in found["imports"] if seen["state"] == "outdated")
    assert loser["problem"] == "importing.outdated"
    assert "in the meantime" in loser["page"]
    assert found["versions"] == [found["current"]]
    assert found["rows"] == 3
