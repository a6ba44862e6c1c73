"""Entering an organisation by hand, and changing it."""

import pytest
from django.test import Client
from django.urls import reverse

from kakehashi.office.apps.organisations.models import Organisation
from kakehashi.office.apps.registers.models import Register

NEW = "/organisations/new/"
SIMILAR = "/organisations/new/similar/"
BASICS = {"name": "株式会社北斗", "language": "ja", "kind": "company", "country": "JP"}


def test_what_is_entered_is_there(owner_client: Client) -> None:
    """With its number in the normal spelling, and found at once."""
    answer = owner_client.post(NEW, {**BASICS, "scheme": "jp.corporate_number", "value": "1180-3010-18771"})
    made = Organisation.objects.get()
    assert answer.url == reverse("organisations:detail", args=[made.pk])
    assert made.identifiers.get().value == "1180301018771"
    assert "株式会社北斗" in owner_client.get("/search/?q=ほくと").content.decode()


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"scheme": "jp.corporate_number", "value": "1180301018772"}, "value"),
        ({"scheme": "", "value": "1180301018771"}, "scheme"),
        ({"scheme": "lei", "value": ""}, "value"),
        ({"name": ""}, "name"),
        ({"country": "Nippon"}, "country"),
    ],
)
def test_what_cannot_be_right_is_refused_beside_its_field(
    owner_client: Client, sent: dict[str, str], field: str
) -> None:
    """And nothing is written."""
    answer = owner_client.post(NEW, {**BASICS, **sent})
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not Organisation.objects.exists()


def test_what_is_there_already_is_shown_while_typing(
    owner_client: Client, toyota: Organisation, register: Register
) -> None:
    """The office's own first, then the registers'."""
    found = owner_client.get(SIMILAR, {"name": "トヨタ"}).context["found"]
    assert [(each.name, each.where) for each in found] == [
        ("トヨタ自動車株式会社", ""),
        ("トヨタ紡織株式会社", "EDINET code list"),
    ]
    assert owner_client.get(SIMILAR, {"name": "ト"}).context["found"] == []


def test_what_is_confidential_is_not_suggested_to_the_stranger(
    colleague_client: Client, stranger_client: Client, secret: Organisation
) -> None:
    """The colleague is told; for the stranger there is nothing."""
    assert colleague_client.get(SIMILAR, {"name": "秘密計画"}).context["found"]
    assert stranger_client.get(SIMILAR, {"name": "秘密計画"}).context["found"] == []


def test_the_head_without_a_team_keeps_nothing_to_a_team(head_client: Client) -> None:
    """The form says why."""
    answer = head_client.post(NEW, {**BASICS, "confidential": "on"})
    assert "confidential" in answer.context["form"].errors


def test_anonymous_is_asked_to_sign_in(anonymous_client: Client) -> None:
    """The form and its suggestions."""
    for url in (NEW, SIMILAR):
        assert anonymous_client.get(url).status_code == 302


def test_editing_shows_and_changes_the_basics(owner_client: Client, toyota: Organisation) -> None:
    """The name that lists show may change; the names stay."""
    url = reverse("organisations:edit", args=[toyota.pk])
    assert "トヨタ自動車株式会社" in owner_client.get(url).content.decode()
    owner_client.post(url, {"name": "Toyota", "language": "en", "kind": "company", "country": "JP"})
    toyota.refresh_from_db()
    assert toyota.display_name == "Toyota"
    assert owner_client.post(url, {"name": " ", "kind": "company"}).status_code == 422
