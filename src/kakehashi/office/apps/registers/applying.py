"""Writes what a dry run announced: a new version in the store, then in one transaction the pointer to it."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone

from kakehashi.kernel import Json
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.registers.catalogue import known_register
from kakehashi.office.apps.registers.layout import CSV
from kakehashi.office.apps.registers.leftovers import remove_leftovers
from kakehashi.office.apps.registers.models import Register, RegisterVersion
from kakehashi.office.apps.registers.queries import store
from kakehashi.office.core import importing
from kakehashi.office.core.models import Import
from kakehashi.registers import Plan, Progress, Version

#: What stays of a plan after it was applied, so that rejected rows can still be downloaded.
KEPT_OF_PLAN = ("plan.json", "rejected.parquet")


def apply_plan(record: Import, *, actor: User, progress: Progress) -> RegisterVersion | None:
    """Makes the planned rows the current version of their register: wholly, or not at all.

    Returns None, with the import marked as outdated, when another version became current since the dry run.
    """
    if _outdated(record):
        return None
    plan, code = Plan.load(importing.plan_folder(record)), str(record.findings["register"])
    remove_leftovers(code, sparing=record)
    source: dict[str, Json] = {"import": record.pk, "file": record.file_name, "sha256": record.sha256}
    moment = _moment(code)
    written = store().write(code, plan, created_at=moment, source=source, progress=progress)
    with transaction.atomic():
        made = _make_current(record, actor=actor, code=code, written=written, moment=moment)
    if made is None:
        _outdated(record)
        return None
    importing.forget_plan(record, keep=KEPT_OF_PLAN)
    return made


def _make_current(
    record: Import, *, actor: User, code: str, written: Version, moment: datetime
) -> RegisterVersion | None:
    """The transaction: the register is locked, compared with the state planned against, and moved on."""
    _create_register(record, code=code)
    register = Register.objects.select_for_update().get(code=code)
    if register.current_version != record.findings["base"]:
        return None
    as_of = record.findings["as_of"]
    made = RegisterVersion.objects.create(
        register=register,
        version=written.name,
        previous_version=register.current_version,
        row_count=written.rows,
        as_of=date.fromisoformat(as_of) if as_of else None,
        made_by=record,
        created_at=moment,
    )
    register.current_version, register.row_count, register.as_of = made.version, made.row_count, made.as_of
    register.updated_at = made.created_at
    if record.options.get("mapping"):
        register.mapping = record.options["mapping"]
    register.save()
    result: dict[str, Json] = {
        "version": made.version,
        "before": made.previous_version,
        "rows": made.row_count,
        "by": str(actor),
    }
    importing.applied(actor=actor, record=record, into=register, target_key=code, result=result)
    return made


def _create_register(record: Import, *, code: str) -> None:
    """The first import of a register creates it."""
    if record.findings["format"] == CSV:
        defaults = _described(record.options)
    else:
        known = known_register(str(record.findings["format"]))
        defaults = {
            "name": dict(known.name),
            "country": known.country,
            "publisher": dict(known.publisher),
            "source_url": known.source_url,
            "attribution": known.attribution,
        }
    Register.objects.get_or_create(code=code, defaults={**defaults, "format": record.findings["format"]})


def _described(options: Mapping[str, Json]) -> dict[str, Json]:
    return {
        "name": options.get("name") or {"en": str(options.get("register"))},
        "country": str(options.get("country") or ""),
    }


def _outdated(record: Import) -> bool:
    """Whether the version planned against is current no more; if so, says on the import how that came."""
    versions = RegisterVersion.objects.filter(register__code=record.findings["register"])
    current = versions.filter(version=F("register__current_version")).select_related("made_by").first()
    base = versions.filter(version=record.findings["base"]).first()
    if (current.version if current else "") == record.findings["base"]:
        return False
    if current and (base is None or current.pk > base.pk):
        code = "importing.outdated"
        params = {"who": current.made_by.result["by"], "file": current.made_by.file_name}
    else:
        code, params = "importing.outdated_by_undo", {}
    importing.move(record, to=Import.State.OUTDATED, problem_code=code, problem_params=params)
    transaction.on_commit(lambda: importing.forget_plan(record))
    return True


def _moment(code: str) -> datetime:
    """Now, but at least a second after the register's last version: versions are named by the second."""
    last = RegisterVersion.objects.filter(register__code=code).aggregate(at=Max("created_at"))["at"]
    now = timezone.now()
    return max(now, last + timedelta(seconds=1)) if last else now
