"""The list of registers, the rows of one, and its versions."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.registers import actions
from kakehashi.office.apps.registers.models import Register
from tests.office.registers.conftest import ImportFile

pytestmark = pytest.mark.django_db


def read(client: Client, name: str, *args: str, **query: str) -> str:
    """A page of this app."""
    response = client.get(reverse(f"registers:{name}", args=args), query)
    assert response.status_code == 200
    return response.content.decode()


def test_an_empty_list_says_what_to_do(owner_client: Client) -> None:
    """With the button that does it."""
    text = read(owner_client, "list")
    assert "No register yet" in text
    assert reverse("registers:import") in text


def test_who_may_not_import_is_told_whom_to_ask(park_manager: User) -> None:
    """And gets no button."""
    client = Client()
    client.force_login(park_manager)
    text = read(client, "list")
    assert "Ask a promotion officer" in text
    assert reverse("registers:import") not in text


def test_everybody_signed_in_sees_the_registers(
    owner_client: Client,
    stranger_client: Client,
    anonymous_client: Client,
    officer: User,
    apply: ImportFile,
    content: bytes,
) -> None:
    """Name, country, publisher, rows, date, who imported it."""
    apply(officer, content)
    for client in (owner_client, stranger_client):
        text = read(client, "list")
        for words in (
            "EDINET code list",
            "Japan",
            "Financial Services Agency",
            "Oct. 5, 2026",
            "Officer",
            "出典",
        ):
            assert words in text
        assert "カネコ種苗株式会社" in read(client, "rows", "jp-edinet")
        assert "Current" in read(client, "versions", "jp-edinet")
    for name in ("rows", "versions"):
        response = anonymous_client.get(reverse(f"registers:{name}", args=["jp-edinet"]))
        assert response["Location"].startswith("/sign-in/")


def test_the_names_are_in_the_readers_language(officer: User, apply: ImportFile, content: bytes) -> None:
    """Register, publisher and country."""
    apply(officer, content)
    officer.language = "zh-hans"
    officer.save()
    client = Client()
    client.force_login(officer)
    text = read(client, "list")
    for words in ("EDINET 申报者名录", "日本金融厅", "日本"):
        assert words in text


@pytest.mark.parametrize("query", ["ホクト", "ほくと株式会社", "hokuto", "6100001003151", "E00008"])
def test_rows_are_found(
    query: str, owner_client: Client, officer: User, apply: ImportFile, content: bytes
) -> None:
    """By name in any script, by number, by code."""
    apply(officer, content)
    text = read(owner_client, "rows", "jp-edinet", q=query)
    assert "ホクト株式会社" in text
    assert "カネコ種苗" not in text
    assert reverse("organisations:row", args=["jp-edinet", "E00008"]) in text


def test_a_search_without_a_hit_says_what_to_try(
    owner_client: Client, officer: User, apply: ImportFile, content: bytes
) -> None:
    """Instead of an empty table."""
    apply(officer, content)
    assert "Nothing found" in read(owner_client, "rows", "jp-edinet", q="zzzz")


def test_an_undone_register_is_empty_and_says_so(
    owner_client: Client, officer: User, apply: ImportFile, content: bytes
) -> None:
    """The versions are still there."""
    actions.undo_import(actor=officer, record=apply(officer, content))
    assert "This register is empty" in read(owner_client, "rows", "jp-edinet")
    assert "Undone" in read(owner_client, "versions", "jp-edinet")
    assert "none at present" in read(owner_client, "list")


def test_strangers_see_versions_and_no_way_to_the_import(
    stranger_client: Client, officer: User, apply: ImportFile, content: bytes
) -> None:
    """The file's name is public, the import's page is the team's."""
    record = apply(officer, content)
    text = read(stranger_client, "versions", "jp-edinet")
    assert "list.csv" in text
    assert reverse("registers:import-page", args=[record.pk]) not in text


def test_an_unknown_register_is_not_found(owner_client: Client) -> None:
    """404, not a fault."""
    assert owner_client.get(reverse("registers:rows", args=["nowhere"])).status_code == 404


def test_the_list_needs_few_queries(
    owner_client: Client, officer: User, apply: ImportFile, content: bytes,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:  # fmt: skip
    """However many registers there are."""
    apply(officer, content)
    for number in range(20):
        Register.objects.create(code=f"r{number}", name={"en": str(number)}, country="TH", format="csv")
    with django_assert_max_num_queries(8):
        read(owner_client, "list")
