"""Measures the search of every page in the office, and writes `results.json` and `results.md` beside this
file.

    python benchmarks/search/run.py [--rows 815000] [--organisations 10000] [--home DIR]

A workspace is made (or found, with --home): a register of invented companies, and organisations that the
office works on, other ones than the register's. Then people type: each query is asked of the address under
the search box and of the page of results, as a signed-in officer, through the whole stack of the office
without the network. Times are wall-clock of the server's work; the processor's time stands beside them,
since a shared machine stretches the former and not the latter.
"""

import argparse
import json
import os
import platform
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "registers"))

#: How many queries of each class are asked.
QUERIES = 20
PAGES = {"suggestions": "/search/suggest/", "page of results": "/search/"}


def prepare(rows: int, organisations: int) -> None:
    """Makes what the workspace lacks: tables, a person, the register, the organisations."""
    from django.core.management import call_command

    from kakehashi.office.apps.accounts.models import Office, Team, User
    from kakehashi.office.apps.organisations.models import Organisation
    from kakehashi.office.apps.registers.models import Register

    call_command("migrate", verbosity=0)
    if not User.objects.exists():
        office = Office.objects.create(
            code="home", name={"en": "Home"}, kind="home", country="CN", time_zone="Asia/Shanghai"
        )
        team = Team.objects.create(code="promotion", name={"en": "Promotion"}, office=office)
        User.objects.create(username="officer", name="Officer", role="officer", team=team, language="en")
    if not Register.objects.exists():
        make_register(rows)
    missing = organisations - Organisation.objects.count()
    if missing > 0:
        make_organisations(missing)


def make_register(rows: int) -> None:
    """A register of invented companies, through the engine's own import."""
    from django.conf import settings
    from generate import MAPPING, write

    from kakehashi.office.apps.registers.models import Register
    from kakehashi.registers import Mapping, Store, plan_table
    from kakehashi.tables import open_table

    columns = Mapping(
        register="invented",
        columns=MAPPING,
        country="JP",
        language="ja",
        industry_scheme="tse33",
        currency="JPY",
    )
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "companies.csv"
        write(file, rows=rows, seed=1)
        plan = plan_table(
            open_table(file), format="csv", mapping=columns, current=None, folder=Path(folder) / "plan"
        )
        version = Store(settings.REGISTER_STORE).write(
            "invented", plan, created_at=datetime(2026, 1, 1, tzinfo=UTC), source={}
        )
    Register.objects.create(
        code="invented",
        name={"en": "Invented companies"},
        country="JP",
        format="csv",
        current_version=version.name,
        row_count=version.rows,
    )


def make_organisations(count: int) -> None:
    """Organisations that somebody entered, in one transaction."""
    from django.db import transaction
    from generate import companies

    from kakehashi.office.apps.accounts.models import User
    from kakehashi.office.apps.organisations import actions

    officer = User.objects.get(username="officer")
    with transaction.atomic():
        for each in companies(count, seed=2):
            basics = actions.Basics(name=each[1], language="ja", country="JP", address=each[4])
            made = actions.create(actor=officer, basics=basics)
            if each[3]:
                actions.add_name(
                    actor=officer, organisation=made, text=each[3], language="en", kind="translated"
                )


def measure(rows: int) -> list[dict[str, Any]]:
    """Each class of queries on each page."""
    import importlib.util

    from django.test import Client

    from kakehashi.office.apps.accounts.models import User

    spec = importlib.util.spec_from_file_location("register_benchmark", HERE.parent / "registers" / "run.py")
    assert spec is not None
    assert spec.loader is not None
    registers = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(registers)
    client = Client()
    officer = User.objects.get(username="officer")
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    table = []
    for kind, queries in registers.query_classes(rows).items():
        for page, address in PAGES.items():
            wall, busy = times_of(client, address, queries[:QUERIES])
            row = {"class": kind, "page": page, "queries": len(wall)}
            table.append(row | spread("", wall) | spread("cpu_", busy))
    return table


def times_of(client: Any, address: str, queries: list[str]) -> tuple[list[float], list[float]]:
    """Milliseconds of the wall clock and of the processor, for three answers after the first."""
    wall, busy = [], []
    for query in queries:
        client.get(address, {"q": query})
        for _ in range(3):
            start, started = time.perf_counter(), time.process_time()
            answer = client.get(address, {"q": query})
            wall.append((time.perf_counter() - start) * 1000)
            busy.append((time.process_time() - started) * 1000)
            assert answer.status_code == 200
    return wall, busy


def spread(prefix: str, times: list[float]) -> dict[str, float]:
    """The middle and the slow end."""
    ordered = sorted(times)
    return {
        f"{prefix}p50_ms": round(statistics.median(ordered), 1),
        f"{prefix}p95_ms": round(ordered[int(len(ordered) * 0.95) - 1], 1),
    }


def report(result: dict[str, Any]) -> str:
    """The figures as a table."""
    machine = result["machine"]
    lines = [
        "# Search on every page",
        "",
        f"{result['rows']:,} register rows, {result['organisations']:,} organisations, {result['database']}. "
        f"Measured {result['measured_on']} on {machine['processor']} ({machine['cores']} cores, load "
        f"{machine['load']}), Python {machine['python']}. `cpu` is the processor's time.",
        "",
        "| what is typed | page | p50 ms | p95 ms | cpu p50 ms | cpu p95 ms |",
        "|---|---|---:|---:|---:|---:|",
    ]
    figures = ("p50_ms", "p95_ms", "cpu_p50_ms", "cpu_p95_ms")
    for row in result["table"]:
        cells = [row["class"], row["page"], *(str(row[figure]) for figure in figures)]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description="Measures the search of every page in the office.")
    parser.add_argument("--rows", type=int, default=815_000)
    parser.add_argument("--organisations", type=int, default=10_000)
    parser.add_argument("--home", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        home = given.home or Path(temporary)
        home.mkdir(parents=True, exist_ok=True)
        os.environ.update(
            KAKEHASHI_HOME=str(home),
            KAKEHASHI_HOSTS="testserver",
            DJANGO_SETTINGS_MODULE="kakehashi.office.config.settings",
        )
        import django

        django.setup()
        from django.db import connection

        prepare(given.rows, given.organisations)
        result = {
            "rows": given.rows,
            "organisations": given.organisations,
            "database": connection.vendor,
            "measured_on": f"{datetime.now(UTC):%Y-%m-%d}",
            "machine": machine(),
            "table": measure(given.rows),
        }
    (HERE / "results.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    (HERE / "results.md").write_text(report(result), encoding="utf-8")
    print(report(result))


def machine() -> dict[str, Any]:
    """What the figures were measured on."""
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text().splitlines() if cpuinfo.exists() else []
    models = [line.split(": ", 1)[1] for line in lines if line.startswith("model name")]
    return {
        "processor": models[0] if models else platform.machine(),
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
        "python": platform.python_version(),
    }


if __name__ == "__main__":
    main()
