"""A workspace of its own for each test, in which background work is done at once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from pytest_django import Settings

from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.registers import actions
from kakehashi.office.core.models import Import
from tests.office.registers.edinet_files import HOKUTO, KANEKO, SAKATA, SOMEBODY, WRONG_NUMBER, edinet_file

AT_ONCE = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


@pytest.fixture(autouse=True)
def workspace(settings: Settings, tmp_path: Path) -> Path:
    """The folder in which files and the register store are."""
    settings.TASKS = AT_ONCE
    settings.IMPORT_FILES = tmp_path / "imports"
    settings.REGISTER_STORE = tmp_path / "registers"
    return tmp_path


@pytest.fixture
def content() -> bytes:
    """Three companies, one person, and one company whose corporate number cannot be right."""
    return edinet_file(KANEKO, SAKATA, SOMEBODY, HOKUTO, WRONG_NUMBER)


ImportFile = Callable[..., Import]


@pytest.fixture
def plan() -> ImportFile:
    """Hands in a file and returns its import as the dry run left it."""

    def run(actor: User, content: bytes, *, name: str = "list.csv", **options: str) -> Import:
        upload = ContentFile(content, name=name)
        record = actions.import_file(actor=actor, upload=upload, options=options)
        record.refresh_from_db()
        return record

    return run


@pytest.fixture
def apply(plan: ImportFile) -> ImportFile:
    """Hands in a file, confirms the dry run, and returns the import."""

    def run(actor: User, content: bytes, *, name: str = "list.csv", **options: str) -> Import:
        record = plan(actor, content, name=name, **options)
        actions.confirm_import(actor=actor, record=record)
        record.refresh_from_db()
        return record

    return run
