"""What the tests of the organisations app stand on: a register of three companies, and one taken on."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.organisations import actions
from kakehashi.office.apps.organisations.models import Organisation
from kakehashi.office.apps.registers.models import Register
from tests.office.companies import TOYOTA, write_register


@pytest.fixture
def register(db: None, tmp_path: Path, settings: Settings) -> Register:
    """EDINET with Toyota, Toyota Boshoku and FANUC."""
    settings.REGISTER_STORE = tmp_path / "registers"
    return write_register(tmp_path / "registers", tmp_path / "plan")


@pytest.fixture
def toyota(register: Register, officer: User) -> Organisation:
    """Toyota, taken on by the officer from the register."""
    return actions.adopt(actor=officer, register=register, key=TOYOTA.key)


@pytest.fixture
def secret(officer: User) -> Organisation:
    """An organisation that only the officer's team may know of."""
    basics = actions.Basics(
        name="株式会社秘密計画", language="ja", country="JP", address="東京都港区芝公園４丁目"
    )
    return actions.create(actor=officer, basics=basics, confidential=True)


@pytest.fixture
def clients(owner_client: Client, colleague_client: Client, stranger_client: Client) -> dict[str, Client]:
    return {"owner": owner_client, "colleague": colleague_client, "stranger": stranger_client}


@pytest.fixture
def head_client(head: User) -> Client:
    client = Client()
    client.force_login(head)
    return client
