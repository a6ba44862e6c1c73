"""Prepares the demo workspace step by step; a step that is done is never done again, so changes are kept."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from kakehashi.office.demo.map import build_map
from kakehashi.office.demo.people import load_people
from kakehashi.office.demo.places import load_places
from kakehashi.office.demo.register import import_register
from kakehashi.office.demo.targets import rank_targets
from kakehashi.office.demo.work import hand_out_work, load_relations


@dataclass(frozen=True, slots=True)
class Step:
    code: str
    words: str
    run: Callable[[], None]


STEPS = (
    Step("people", "People, teams and offices", load_people),
    Step("map", "Map of municipalities", build_map),
    Step("places", "The place, its evidence and its industry chains", load_places),
    Step("register", "The EDINET list of Japanese companies", import_register),
    Step("relations", "What is publicly known about past contacts", load_relations),
    Step("targets", "The first target list", rank_targets),
    Step("work", "A few companies in hand", hand_out_work),
)


def prepare(*, say: Callable[[str], object]) -> None:
    """Brings the database up to date and carries out the steps that are not yet done, saying how far it is."""
    call_command("migrate", verbosity=0)
    done = _done()
    waiting = [step for step in STEPS if step.code not in done]
    for number, step in enumerate(waiting, start=1):
        say(f"[{number}/{len(waiting)}] {step.words} ...")
        began = time.monotonic()
        step.run()
        done.append(step.code)
        _remember(done)
        say(f"      done in {time.monotonic() - began:.1f} s")


def _record() -> Path:
    return Path(settings.HOME) / "demo.json"


def _done() -> list[str]:
    path = _record()
    steps: list[str] = json.loads(path.read_text())["done"] if path.exists() else []
    return steps


def _remember(done: list[str]) -> None:
    draft = _record().with_suffix(".new")
    draft.write_text(json.dumps({"done": done}))
    draft.replace(_record())
