"""Where a dry run keeps what it found, until it is applied or discarded."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

from kakehashi.office.core.models import Import


def plan_folder(record: Import) -> Path:
    """The folder of an import's plan; what stands in it is the business of the app that plans."""
    return Path(settings.IMPORT_FILES) / "plans" / str(record.pk)


def new_plan_folder(record: Import) -> Path:
    """The path for a new plan, with an older one out of the way. The folder itself is not made."""
    forget_plan(record)
    folder = plan_folder(record)
    folder.parent.mkdir(parents=True, exist_ok=True)
    return folder


def forget_plan(record: Import, *, keep: Iterable[str] = ()) -> None:
    """Removes the stored plan, except the entries named in `keep` (rejected rows stay downloadable)."""
    folder, kept = plan_folder(record), frozenset(keep)
    if not folder.is_dir():
        return
    for entry in folder.iterdir():
        if entry.name in kept:
            continue
        if entry.is_dir():
            shutil.rmtree(entry, ignore_errors=True)
        else:
            entry.unlink(missing_ok=True)
    if not kept:
        shutil.rmtree(folder, ignore_errors=True)
