"""The journal: in the reader's words, for those for whom the records exist, with a way back."""

from django.test import Client
from django.urls import reverse

from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.organisations import actions
from kakehashi.office.apps.organisations.models import Organisation


def _deleted(owner: User, *, confidential: bool = False) -> int:
    basics = actions.Basics(name="株式会社消滅", language="ja", country="JP")
    made = actions.create(actor=owner, basics=basics, confidential=confidential)
    return actions.delete(actor=owner, organisation=made).pk


def test_a_change_names_its_fields_in_the_readers_language(officer: User, owner_client: Client) -> None:
    """No name of a table's column is shown."""
    basics = actions.Basics(name="株式会社変更", language="ja", country="JP")
    made = actions.create(actor=officer, basics=basics)
    changed = actions.Basics(name="株式会社変更", language="ja", country="JP", address="東京都港区")
    actions.edit(actor=officer, organisation=made, basics=changed)
    officer.language = "ja"
    officer.save(update_fields=["language"])
    page = owner_client.get(reverse("journal")).content.decode()
    assert "所在地" in page
    assert "address" not in page.split("<main")[1]


def test_whoever_deleted_a_record_brings_it_back(officer: User, owner_client: Client) -> None:
    """From the journal, by one button."""
    entry = _deleted(officer)
    assert reverse("journal-restore", args=[entry]) in owner_client.get(reverse("journal")).content.decode()
    owner_client.post(reverse("journal-restore", args=[entry]))
    assert Organisation.objects.filter(display_name="株式会社消滅").exists()


def test_a_colleague_sees_the_deletion_and_may_not_undo_it(officer: User, colleague_client: Client) -> None:
    """403: it exists, but restoring what others deleted needs the role."""
    entry = _deleted(officer)
    assert "株式会社消滅" in colleague_client.get(reverse("journal")).content.decode()
    assert colleague_client.post(reverse("journal-restore", args=[entry])).status_code == 403


def test_for_a_stranger_a_confidential_deletion_does_not_exist(
    officer: User, stranger_client: Client
) -> None:
    """Neither in the list nor by its address."""
    entry = _deleted(officer, confidential=True)
    assert "株式会社消滅" not in stranger_client.get(reverse("journal")).content.decode()
    assert stranger_client.post(reverse("journal-restore", args=[entry])).status_code == 404
