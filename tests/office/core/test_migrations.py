"""The tables can be built from nothing, taken down again, and built once more, on the database of this run."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.db import connection

OURS = ("targeting", "places", "organisations", "registers", "core", "accounts")
SCRIPT = """
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
for app in {ours!r}:
    call_command("migrate", app, "zero", verbosity=0)
call_command("migrate", verbosity=0)
call_command("check", databases=["default"])
print("built twice")
"""


@pytest.fixture
def fresh_database(tmp_path: Path, db: None) -> Iterator[dict[str, str]]:
    """The environment of an empty database of the same kind as the tests' own."""
    environment = {**os.environ, "KAKEHASHI_HOME": str(tmp_path), "KAKEHASHI_TESTING": "no"}
    environment["DJANGO_SETTINGS_MODULE"] = "kakehashi.office.config.settings"
    if connection.vendor == "sqlite":
        yield environment
        return
    url = os.environ["KAKEHASHI_DATABASE"]
    base, _, query = url.partition("?")
    with psycopg.connect(url, autocommit=True) as server:
        server.execute("CREATE DATABASE fresh")
        server_part = base.rsplit("/", 1)[0]
        yield {**environment, "KAKEHASHI_DATABASE": f"{server_part}/fresh" + (f"?{query}" if query else "")}
        server.execute("DROP DATABASE fresh")


def test_every_migration_goes_forward_and_back(fresh_database: dict[str, str]) -> None:
    """Down to nothing and up again, guards of the journal and indexes of the search included."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(ours=OURS)],
        env=fresh_database,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "built twice" in done.stdout, done.stderr
