"""The desk: what is due, what changed, and nothing that does not exist for the person."""

from datetime import timedelta

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.organisations import actions


def _given(owner: User, colleague: User, *, confidential: bool = False) -> None:
    """The owner hands a company to her colleague, due yesterday."""
    basics = actions.Basics(name="株式会社机上", language="ja", country="JP")
    made = actions.create(actor=owner, basics=basics, confidential=confidential)
    yesterday = timezone.localdate() - timedelta(days=1)
    actions.assign(actor=owner, organisation=made, assignee=colleague, due_on=yesterday)


def test_an_empty_desk_says_what_will_be_there(owner_client: Client) -> None:
    """Each of its four parts explains itself."""
    page = owner_client.get(reverse("desk"))
    for words in ("Nothing is due", "No target list yet", "No register yet"):
        assert words in page.content.decode()


def test_what_a_colleague_was_given_is_due_on_her_desk(
    officer: User, colleague: User, colleague_client: Client, owner_client: Client
) -> None:
    """She sees that it is overdue; whoever handed it over sees who has it."""
    _given(officer, colleague)
    hers = colleague_client.get(reverse("desk")).content.decode()
    assert "株式会社机上" in hers
    assert "overdue" in hers
    assert "Handed to others" in owner_client.get(reverse("desk")).content.decode()


def test_a_stranger_sees_nothing_of_a_confidential_company(
    officer: User, colleague: User, stranger_client: Client
) -> None:
    """Neither in what is due nor in what changed."""
    _given(officer, colleague, confidential=True)
    assert "株式会社机上" not in stranger_client.get(reverse("desk")).content.decode()
