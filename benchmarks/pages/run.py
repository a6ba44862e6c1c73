"""Measures the server time of every page of the first walk, at the demo's size and at a hundred times that size.

    python benchmarks/pages/run.py [--factor 100] [--home DIR]

The small workspace is the demo itself. The large one has a register of invented companies and organisations in
the office, both `factor` times the demo's number, the demo's places, and a list ranked over the whole register.
Times are of the whole stack without the network, as a signed-in officer; the median of nine answers after a first.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "search"))

DEMO_ROWS, DEMO_ORGANISATIONS = 8_154, 77
ANSWERS = 9
LIMIT_MS = 150


def prepare(factor: int) -> None:
    """Fills the workspace of this process."""
    if factor == 1:
        from kakehashi.office.demo.workspace import prepare as prepare_demo

        prepare_demo(say=lambda words: None)
        return
    from run import prepare as prepare_search  # benchmarks/search/run.py

    from kakehashi.office.demo.places import load_places

    prepare_search(DEMO_ROWS * factor, DEMO_ORGANISATIONS * factor)
    load_places()
    rank()


def rank() -> None:
    from django.core.management import call_command

    from kakehashi.office.apps.accounts.models import User
    from kakehashi.office.apps.places.models import Place
    from kakehashi.office.apps.registers.models import Register
    from kakehashi.office.apps.targeting.actions import Order, start
    from kakehashi.office.apps.targeting.models import TargetList
    from kakehashi.targeting import DEFAULT_WEIGHTS

    if TargetList.objects.filter(state=TargetList.State.FROZEN).exists():
        return
    order = Order(
        name="Everybody",
        register=Register.objects.get(),
        place=Place.objects.get(code="park"),
        weights=DEFAULT_WEIGHTS,
        limit=200,
        max_share=0.25,
    )
    start(actor=User.objects.get(username="officer"), order=order)
    call_command("db_worker", batch=True, interval=0, startup_delay=False, reload=False, verbosity=0)


def addresses() -> dict[str, str]:
    """One address of every page of the walk."""
    from kakehashi.office.apps.organisations.models import Organisation
    from kakehashi.office.apps.targeting.models import TargetList

    made = TargetList.objects.filter(state=TargetList.State.FROZEN).select_related("register").latest("pk")
    first, last = made.targets.order_by("rank")[0], made.targets.order_by("-rank")[0]
    organisation = Organisation.objects.latest("pk")
    return {
        "desk": "/",
        "registers": "/registers/",
        "rows of the register": f"/registers/{made.register.code}/",
        "rows, searched": f"/registers/{made.register.code}/?q=工業",
        "imports": "/registers/imports/",
        "import a register": "/registers/import/",
        "organisations": "/organisations/",
        "organisations, searched": "/organisations/?q=工業",
        "an organisation": f"/organisations/{organisation.pk}/",
        "a company of the register": f"/organisations/row/{made.register.code}/{last.register_key}/",
        "places": "/places/",
        "a place": "/places/park/",
        "a chain": "/places/chains/robotics-automation/",
        "target lists": "/targets/",
        "new target list": "/targets/new/",
        "a target list": f"/targets/{made.pk}/",
        "a target list, filtered": f"/targets/{made.pk}/?gap=missing",
        "reasons of a target": f"/targets/{made.pk}/{first.rank}/",
        "evidence behind a reason": f"/targets/{made.pk}/{first.rank}/reasons/0/",
        "search": "/search/?q=東京",
        "suggestions": "/search/suggest/?q=東京",
        "journal": "/journal/",
    }


def measure() -> list[dict[str, Any]]:
    from django.test import Client

    from kakehashi.office.apps.accounts.models import User

    client = Client()
    client.force_login(
        User.objects.get(username="officer"), backend="django.contrib.auth.backends.ModelBackend"
    )
    table = []
    for page, address in addresses().items():
        wall, busy = [], []
        for turn in range(ANSWERS + 1):
            start, started = time.perf_counter(), time.process_time()
            answer = client.get(address)
            if turn:
                wall.append((time.perf_counter() - start) * 1000)
                busy.append((time.process_time() - started) * 1000)
            assert answer.status_code == 200, (address, answer.status_code)
        table.append(
            {
                "page": page,
                "ms": round(statistics.median(wall), 1),
                "slowest_ms": round(max(wall), 1),
                "cpu_ms": round(statistics.median(busy), 1),
            }
        )
    return table


def one_size(factor: int, home: Path) -> None:
    """Runs in a process of its own, since Django can be set up only once: prints the table as JSON."""
    home.mkdir(parents=True, exist_ok=True)
    os.environ.update(
        KAKEHASHI_HOME=str(home),
        KAKEHASHI_HOSTS="testserver",
        DJANGO_SETTINGS_MODULE="kakehashi.office.config.settings",
    )
    import django

    django.setup()
    prepare(factor)
    print(json.dumps(measure()))


def report(result: dict[str, Any]) -> str:
    machine = result["machine"]
    lines = [
        "# Server time of every page",
        "",
        f"Demo: {DEMO_ROWS:,} register rows and {DEMO_ORGANISATIONS} organisations; "
        f"large: {result['factor']} times that, "
        f"SQLite. Measured {result['measured_on']} on {machine['processor']} ({machine['cores']} cores, load "
        f"{machine['load']}), Python {machine['python']}. The aim is {LIMIT_MS} ms. `cpu` is the processor's time.",
        "",
        "| page | demo ms | demo cpu ms | large ms | large slowest ms | large cpu ms |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for small, large in zip(result["demo"], result["large"], strict=True):
        cells = (
            small["page"],
            small["ms"],
            small["cpu_ms"],
            large["ms"],
            large["slowest_ms"],
            large["cpu_ms"],
        )
        lines.append("| " + " | ".join(str(cell) for cell in cells) + " |")
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description="Measures the server time of every page of the first walk.")
    parser.add_argument("--factor", type=int, default=100)
    parser.add_argument("--home", type=Path)
    parser.add_argument("--one-size", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one_size:
        one_size(given.one_size, given.home)
        return
    with tempfile.TemporaryDirectory() as temporary:
        base = given.home or Path(temporary)
        tables = {}
        for name, factor in (("demo", 1), ("large", given.factor)):
            command = [sys.executable, __file__, "--one-size", str(factor), "--home", str(base / name)]
            output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            tables[name] = json.loads(output.strip().splitlines()[-1])
    result = {
        "factor": given.factor,
        "measured_on": f"{datetime.now(UTC):%Y-%m-%d}",
        "machine": {
            "processor": platform.processor() or platform.machine(),
            "cores": os.cpu_count(),
            "load": round(os.getloadavg()[0], 1),
            "python": platform.python_version(),
        },
        **tables,
    }
    (HERE / "results.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    (HERE / "results.md").write_text(report(result), encoding="utf-8")
    print(report(result))


if __name__ == "__main__":
    main()
