"""The journal of the office says nothing to strangers about what is confidential."""

from django.test import Client
from django.urls import reverse

from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.organisations import actions
from kakehashi.office.apps.organisations.models import Organisation

NAME = "トヨタ自動車株式会社"


def test_what_becomes_confidential_disappears_from_the_journal_of_others(
    toyota: Organisation,
    officer: User,
    owner_client: Client,
    colleague_client: Client,
    stranger_client: Client,
) -> None:
    """Also what was recorded about it while everybody saw it."""
    note = actions.write_note(actor=officer, organisation=toyota, text="First")
    actions.delete_interaction(actor=officer, interaction=note)
    assert NAME in stranger_client.get(reverse("journal")).content.decode()
    actions.keep_confidential(actor=officer, organisation=toyota)
    assert NAME not in stranger_client.get(reverse("journal")).content.decode()
    assert NAME not in stranger_client.get(reverse("desk")).content.decode()
    for client in (owner_client, colleague_client):
        assert NAME in client.get(reverse("journal")).content.decode()


def test_a_deleted_confidential_organisation_stays_hidden(
    secret: Organisation, officer: User, stranger_client: Client, colleague_client: Client
) -> None:
    """The journal outlives it, for its team."""
    name = secret.display_name
    actions.delete(actor=officer, organisation=secret)
    assert name in colleague_client.get(reverse("journal")).content.decode()
    assert name not in stranger_client.get(reverse("journal")).content.decode()
