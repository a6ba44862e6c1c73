"""Notes which templates the tests rendered, so that a run of the whole suite fails when one was never looked at."""

from pathlib import Path

from django.dispatch import Signal
from django.test.signals import template_rendered

OFFICE = Path(__file__).resolve().parents[2] / "src" / "kakehashi" / "office"

#: Rendered without the test client's instruments, or by a browser only.
EXCEPTIONS: frozenset[str] = frozenset()

rendered: set[str] = set()


def watch(signal: Signal = template_rendered) -> None:
    signal.connect(_note, dispatch_uid="kakehashi-rendering")


def never_rendered() -> list[str]:
    """The templates of the office that no test rendered."""
    every = {
        path.relative_to(folder).as_posix()
        for folder in OFFICE.rglob("templates")
        for path in folder.rglob("*.html")
    }
    return sorted(every - rendered - EXCEPTIONS)


def _note(sender: object, template: object, **kwargs: object) -> None:
    name = getattr(template, "name", None)
    if name:
        rendered.add(name)
