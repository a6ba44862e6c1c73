"""Scenarios with real workers on a real workspace: `python -m … <scenario>` prints what it found as JSON.

Every step is a child of this process, which never opens the database itself: a child costs no start of
Python, and may be killed.
"""

import json
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kakehashi.office.config.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.core.files.base import ContentFile  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client, override_settings  # noqa: E402
from django.urls import reverse  # noqa: E402

from kakehashi.office.apps.accounts.models import Office, Team, User  # noqa: E402
from kakehashi.office.apps.registers import actions, applying, queries  # noqa: E402
from kakehashi.office.apps.registers.models import Register, RegisterVersion  # noqa: E402
from kakehashi.office.core.models import Import  # noqa: E402
from kakehashi.registers import importing as engine_importing  # noqa: E402
from kakehashi.registers import store as engine_store  # noqa: E402
from tests.office.registers.edinet_files import HOKUTO, KANEKO, SAKATA, edinet_file  # noqa: E402

AT_ONCE = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
CONTENT = edinet_file(KANEKO, SAKATA, HOKUTO)


def prepare(ways: list[str]) -> None:
    """A migrated workspace with two officers, and for each of `ways` an import whose next job waits."""
    call_command("migrate", verbosity=0)
    office = Office.objects.create(
        code="home", name={"en": "Home"}, kind="home", country="CN", time_zone="UTC"
    )
    for name in ("mei", "haru"):
        team = Team.objects.create(code=name, name={"en": name}, office=office)
        User.objects.create_user(username=name, name=name.title(), password="a-long-password", team=team)
    records = [_waiting(way) for way in ways]
    _tell([record.pk for record in records])


def _waiting(way: str) -> Import:
    """`<name>:read` waits for its dry run, `<name>:write` is confirmed and waits to be written."""
    name, _, step = way.partition(":")
    actor, upload = User.objects.get(username=name), ContentFile(CONTENT, name=f"{way}.csv")
    if step == "read":
        return actions.import_file(actor=actor, upload=upload, options={})
    with override_settings(TASKS=AT_ONCE):
        record = actions.import_file(actor=actor, upload=upload, options={})
    record.refresh_from_db()
    actions.confirm_import(actor=actor, record=record)
    return record


def _die(*args: object, **kwargs: object) -> Any:
    os.kill(os.getpid(), signal.SIGKILL)


def work_and_die(moment: str) -> None:
    """A worker that takes one job and is killed in the middle of it."""
    places = {
        "reading": (engine_importing, "plan"),
        "writing": (engine_store, "_give_name"),
        "committing": (applying.importing, "applied"),
        "finishing": (applying.importing, "forget_plan"),
    }
    setattr(*places[moment], _die)
    call_command("db_worker", batch=True, startup_delay=False, max_tasks=1)


def work_beside(barrier: Path, count: int) -> None:
    """A worker that, with its rows written, waits for its rivals before it makes them the current ones."""
    write = engine_store.Store.write

    def together(*args: Any, **kwargs: Any) -> engine_store.Version:
        written = write(*args, **kwargs)
        (barrier / str(os.getpid())).touch()
        _until(lambda: len(list(barrier.iterdir())) >= count)
        return written

    engine_store.Store.write = together  # type: ignore[method-assign]
    call_command("db_worker", batch=True, startup_delay=False, max_tasks=1)


def _until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not is_so():
        if time.monotonic() > deadline:
            raise TimeoutError
        time.sleep(0.01)


def look() -> None:
    """Opens the page of every import as its owner, and prints how things stand."""
    _tell({"imports": [_seen(record) for record in Import.objects.order_by("pk")], **_registers()})


def _seen(record: Import) -> dict[str, str]:
    client = Client(headers={"host": "localhost"})
    client.force_login(record.owner)
    page = client.get(reverse("registers:import-page", args=[record.pk])).content.decode()
    record.refresh_from_db()
    return {"state": record.state, "problem": record.problem_code, "page": page}


def _registers() -> dict[str, Any]:
    register = Register.objects.filter(code="jp-edinet").first()
    return {
        "current": register.current_version if register else "",
        "rows": register.row_count if register else 0,
        "versions": list(RegisterVersion.objects.values_list("version", flat=True)),
        "stored": [version.name for version in queries.store().versions("jp-edinet")],
        "unfinished": [path.name for path in Path(settings.REGISTER_STORE).glob("*/.unfinished-*")],
    }


def run_again(pk: int) -> None:
    """Presses the button that the page of an interrupted import offers, then confirms."""
    record = Import.objects.get(pk=pk)
    client = Client(headers={"host": "localhost"})
    client.force_login(record.owner)
    with override_settings(TASKS=AT_ONCE):
        client.post(reverse("registers:import-again", args=[record.pk]))
        record.refresh_from_db()
        counts = record.findings["counts"]
        client.post(reverse("registers:import-confirm", args=[record.pk]))
    record.refresh_from_db()
    _tell({"state": record.state, "counts": counts, **_registers()})


def _tell(found: Any) -> None:
    """What a step found, for the process that started it."""
    (Path(settings.HOME) / f"{os.getpid()}.json").write_text(json.dumps(found))


def start(step: Callable[..., None], *arguments: Any) -> int:
    """Starts a step in a child and returns its number."""
    child = os.fork()
    if child:
        return child
    try:
        step(*arguments)
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def end(child: int) -> int:
    """Waits for a child and returns how it ended (negative: the signal that killed it)."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def run(step: Callable[..., None], *arguments: Any) -> Any:
    """Carries a step out in a child and returns what it found."""
    child = start(step, *arguments)
    if end(child):
        raise SystemExit(f"{step.__name__} failed")
    return json.loads((Path(settings.HOME) / f"{child}.json").read_text())


def killed() -> dict[str, Any]:
    """Four workers, each killed at another moment; then all is looked at, and one import run again."""
    keys = run(prepare, ["mei:read", "mei:write", "mei:write", "mei:write"])
    moments = ("reading", "writing", "committing", "finishing")
    ends = [end(start(work_and_die, moment)) for moment in moments]
    return {"ends": ends, **run(look), "again": run(run_again, keys[1])}


def rivals() -> dict[str, Any]:
    """Two officers import the same file; both have their rows written before either makes them current."""
    run(prepare, ["mei:write", "haru:write"])
    barrier = Path(settings.HOME) / "barrier"
    barrier.mkdir()
    workers = [start(work_beside, barrier, 2) for _ in range(2)]
    return {"ends": [end(worker) for worker in workers], **run(look)}


if __name__ == "__main__":
    print(json.dumps({"killed": killed, "rivals": rivals}[sys.argv[1]]()))
