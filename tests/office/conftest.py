"""The people of the tests: who owns a record, who works beside her, and who must be refused."""

import os

import pytest
from django.db import connection
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from kakehashi.office.apps.accounts.models import Office, Team, User
from kakehashi.office.apps.accounts.roles import Role
from tests.office import rendering


def pytest_configure(config: pytest.Config) -> None:
    rendering.watch()


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """A run of the whole suite fails when a template was never rendered."""
    if os.environ.get("KAKEHASHI_WHOLE_SUITE") and exitstatus == 0 and rendering.never_rendered():
        print("\nNever rendered by any test:", *rendering.never_rendered(), sep="\n  ")
        session.exitstatus = 1


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """SQLite empties tables row by row after a transactional test, which the journal's guard would refuse."""
    with django_db_blocker.unblock():
        if connection.vendor == "sqlite":
            connection.cursor().execute("DROP TRIGGER core_journal_no_delete")


@pytest.fixture
def home_office(db: None) -> Office:
    return Office.objects.create(
        code="home",
        name={"en": "Home office", "ja": "本部"},
        kind=Office.Kind.HOME,
        country="CN",
        time_zone="Asia/Shanghai",
    )


@pytest.fixture
def team(home_office: Office) -> Team:
    return Team.objects.create(code="promotion", name={"en": "Promotion team"}, office=home_office)


@pytest.fixture
def other_team(home_office: Office) -> Team:
    return Team.objects.create(code="services", name={"en": "Services team"}, office=home_office)


def _person(username: str, role: str, team: Team | None) -> User:
    return User.objects.create_user(
        username=username, password="a-long-password", name=username.title(), role=role, team=team
    )


@pytest.fixture
def officer(team: Team) -> User:
    """Owns the records of a test."""
    return _person("officer", Role.OFFICER, team)


@pytest.fixture
def colleague(team: Team) -> User:
    """Works on the owner's team."""
    return _person("colleague", Role.LIAISON, team)


@pytest.fixture
def stranger(other_team: Team) -> User:
    """Works here too, but on another team."""
    return _person("stranger", Role.OFFICER, other_team)


@pytest.fixture
def park_manager(team: Team) -> User:
    return _person("park", Role.PARK_MANAGER, team)


@pytest.fixture
def head(home_office: Office) -> User:
    return _person("head", Role.HEAD, None)


@pytest.fixture
def administrator(home_office: Office) -> User:
    return _person("administrator", Role.ADMINISTRATOR, None)


@pytest.fixture
def owner_client(officer: User) -> Client:
    client = Client()
    client.force_login(officer)
    return client


@pytest.fixture
def colleague_client(colleague: User) -> Client:
    client = Client()
    client.force_login(colleague)
    return client


@pytest.fixture
def stranger_client(stranger: User) -> Client:
    client = Client()
    client.force_login(stranger)
    return client


@pytest.fixture
def anonymous_client() -> Client:
    return Client()
