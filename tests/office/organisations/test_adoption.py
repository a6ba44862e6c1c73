"""Taking a company on from a register."""

import pytest
from django.core.exceptions import PermissionDenied

from kakehashi.kernel import WrongInput
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.organisations import actions
from kakehashi.office.apps.organisations.models import Identifier, Name, Organisation, RegisterLink
from kakehashi.office.apps.registers.models import Register
from kakehashi.office.core.models import JournalEntry
from tests.office.companies import FANUC, TOYOTA


def test_a_row_becomes_an_organisation_with_all_that_it_states(
    toyota: Organisation, register: Register
) -> None:
    """Names, identifiers, address, figures, and the row itself as it stood."""
    names = set(toyota.names.values_list("text", "kind", "language"))
    assert names == {
        ("トヨタ自動車株式会社", "legal", "ja"),
        ("トヨタジドウシャカブシキガイシャ", "reading", "ja"),
        ("TOYOTA MOTOR CORPORATION", "translated", "en"),
    }
    assert toyota.identifiers.get(scheme="jp.corporate_number").value == "1180301018771"
    assert toyota.addresses.get().text == TOYOTA.address
    assert (toyota.country, toyota.capital, toyota.currency, toyota.listed) == (
        "JP",
        635_402_000_000,
        "JPY",
        True,
    )
    link = toyota.register_links.get()
    assert (link.key, link.line, link.version) == ("E02144", 2145, register.current_version)
    assert link.row["name"] == "トヨタ自動車株式会社"


def test_taking_on_twice_gives_the_same_organisation(
    toyota: Organisation, register: Register, colleague: User
) -> None:
    """Nothing is written the second time."""
    before = JournalEntry.objects.count()
    assert actions.adopt(actor=colleague, register=register, key="E02144") == toyota
    assert (Organisation.objects.count(), JournalEntry.objects.count()) == (1, before)


def test_the_journal_says_who_took_it_on_and_from_where(toyota: Organisation, officer: User) -> None:
    """The entry names the register and the row."""
    entry = JournalEntry.objects.get(action="organisation_adopted")
    assert (entry.actor_id, entry.params) == (officer.pk, {"register": "edinet", "key": "E02144"})


def test_two_people_at_once_get_one_organisation(
    register: Register, officer: User, colleague: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second one meets the first one's link, takes its own writing back, and gets the same
    organisation.
    """
    from kakehashi.office.apps.organisations.actions import adoption

    first = actions.adopt(actor=officer, register=register, key="E02144")
    real = adoption.link_of
    calls = {"count": 0}

    def blind_once(*args: object, **kwargs: object) -> object:
        calls["count"] += 1
        return None if calls["count"] == 1 else real(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(adoption, "link_of", blind_once)
    monkeypatch.setattr(adoption, "_carrier_of", lambda *a: None)
    assert actions.adopt(actor=colleague, register=register, key="E02144") == first
    assert Organisation.objects.count() == 1
    assert RegisterLink.objects.count() == 1


def test_a_row_joins_the_organisation_that_carries_its_number(register: Register, officer: User) -> None:
    """A company that was entered by hand with its corporate number is not entered twice."""
    by_hand = actions.create(
        actor=officer,
        basics=actions.Basics(name="Toyota", language="en", country="JP"),
        scheme="jp.corporate_number",
        value="1180-3010-18771",
    )
    assert actions.adopt(actor=officer, register=register, key="E02144") == by_hand
    assert by_hand.names.filter(kind=Name.Kind.LEGAL).count() == 2
    assert Identifier.objects.filter(scheme="jp.corporate_number").count() == 1


def test_a_row_that_is_gone_cannot_be_taken_on(register: Register, officer: User) -> None:
    """The refusal names the key."""
    with pytest.raises(WrongInput) as refused:
        actions.adopt(actor=officer, register=register, key="E99999")
    assert (refused.value.code, refused.value.params) == ("organisations.row_gone", {"key": "E99999"})


def test_another_teams_confidential_record_is_not_met(
    register: Register, officer: User, stranger: User
) -> None:
    """Both teams have a record of the same row, and neither learns of the other's."""
    ours = actions.adopt(actor=officer, register=register, key=FANUC.key)
    actions.keep_confidential(actor=officer, organisation=ours)
    theirs = actions.adopt(actor=stranger, register=register, key=FANUC.key)
    assert theirs != ours
    assert actions.adopt(actor=officer, register=register, key=FANUC.key) == ours
    assert actions.adopt(actor=stranger, register=register, key=FANUC.key) == theirs


def test_somebody_without_a_role_takes_nothing_on(register: Register, officer: User) -> None:
    """Who may not write may not take on."""
    officer.is_active = False
    with pytest.raises(PermissionDenied):
        actions.adopt(actor=officer, register=register, key="E02144")
