"""Removes from the store what interrupted imports have left there."""

import shutil

from kakehashi.office.apps.registers.access import TARGET
from kakehashi.office.apps.registers.models import RegisterVersion
from kakehashi.office.apps.registers.queries import store
from kakehashi.office.core.importing import settle
from kakehashi.office.core.models import Import


def remove_leftovers(code: str, *, sparing: Import) -> None:
    """Removes unfinished folders, and whole versions of a register that no import can make current any more.

    While another import than `sparing` is being applied, whole versions are left alone: one may be its own.
    """
    store().sweep()
    applying = Import.objects.filter(target=TARGET, state=Import.State.APPLYING).exclude(pk=sparing.pk)
    if any(settle(record).state == Import.State.APPLYING for record in applying.select_related("job")):
        return
    known = set(RegisterVersion.objects.filter(register__code=code).values_list("version", flat=True))
    for version in store().versions(code):
        if version.name not in known:
            shutil.rmtree(store().path / code / version.name, ignore_errors=True)
