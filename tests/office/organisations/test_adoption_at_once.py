"""Taking one company on from several browsers at the same moment, on a real server's database."""

import threading
from pathlib import Path

import pytest
from django.db import connection
from pytest_django import Settings

from kakehashi.office.apps.accounts.models import Office, Team, User
from kakehashi.office.apps.organisations import actions
from kakehashi.office.apps.organisations.models import Organisation
from kakehashi.office.core.models import JournalEntry
from tests.office.companies import write_register


@pytest.mark.django_db(transaction=True)
def test_all_get_the_one_organisation(settings: Settings, tmp_path: Path) -> None:
    """One of them makes it, the others are given it."""
    if connection.vendor != "postgresql":
        pytest.skip("SQLite lets one writer in at a time: run with KAKEHASHI_TEST_DATABASE=postgresql")
    settings.REGISTER_STORE = tmp_path / "registers"
    register = write_register(tmp_path / "registers", tmp_path / "plan")
    office = Office.objects.create(
        code="home", name={"en": "Home"}, kind="home", country="CN", time_zone="UTC"
    )
    team = Team.objects.create(code="promotion", name={"en": "Promotion"}, office=office)
    people = [
        User.objects.create(username=f"officer{number}", role="officer", team=team) for number in range(4)
    ]
    start, found = threading.Barrier(len(people)), []

    def take_on(person: User) -> None:
        start.wait()
        found.append(actions.adopt(actor=person, register=register, key="E02144").pk)
        connection.close()

    threads = [threading.Thread(target=take_on, args=(person,)) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == len(people)
    assert set(found) == {Organisation.objects.get().pk}
    assert JournalEntry.objects.filter(action="organisation_adopted").count() == 1
