"""Finding the office's organisations in any script."""

import pytest

from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.organisations import actions
from kakehashi.office.apps.organisations.models import Organisation
from kakehashi.office.apps.organisations.queries.search import find
from kakehashi.office.apps.registers.models import Register


@pytest.mark.parametrize(
    ("typed", "route"),
    [
        ("トヨタ", "name.prefix"),
        ("とよた", "name.prefix"),
        ("ﾄﾖﾀ", "name.prefix"),
        ("Toyota", "latin.prefix"),
        ("ＴＯＹＯＴＡ ｍｏｔｏｒ", "latin.exact"),
        ("丰田", "name.prefix"),
        ("豊田", "name.prefix"),
        ("自動車", "name.substring"),
        ("自动车", "name.substring"),
        ("ota mot", "latin.substring"),
        ("じどうしゃ", "kana.substring"),
        ("zidousya", "romaji.substring"),
        ("1180301018771", "identifier.exact"),
        ("1180-3010-18771", "identifier.exact"),
        ("１１８０３０１０１８７７１", "identifier.exact"),
        ("1180 3010", "identifier.prefix"),
        ("7203", "identifier.exact"),
        ("e02144", "identifier.exact"),
        ("豊田市トヨタ町", "address.substring"),
    ],
)
def test_toyota_is_found_by(toyota: Organisation, officer: User, typed: str, route: str) -> None:
    """By names in any script, by readings, by numbers however they are written, by a part of the address."""
    found = {each.organisation_id: each.route for each in find(officer, typed)}
    assert found == {toyota.pk: route}


@pytest.mark.parametrize("typed", ["", "ト", "t", " ", "zz", "123", "%_", "' OR 1", '"', "NOT AND", "自東"])
def test_nothing_is_found_by(toyota: Organisation, officer: User, typed: str) -> None:
    """One character, what is not there, and what would mean something to a database."""
    assert find(officer, typed) == []


def test_exact_before_prefix_before_part_before_reading(officer: User) -> None:
    """And the large before the small where all else is equal."""
    names = ["新日本光機", "日本光機", "日本光機工業", "二本高貴"]
    made = {
        name: actions.create(actor=officer, basics=actions.Basics(name=name, language="ja")) for name in names
    }
    order = [each.organisation_id for each in find(officer, "日本光機")]
    assert order[:3] == [made["日本光機"].pk, made["日本光機工業"].pk, made["新日本光機"].pk]


def test_many_candidates_do_not_hide_the_exact_one(officer: User) -> None:
    """When more organisations share the letters than are looked at, the exact name is still first."""
    from kakehashi.office.apps.organisations.queries import search

    for number in range(30):
        actions.create(actor=officer, basics=actions.Basics(name=f"大東京商会{number}", language="ja"))
    exact = actions.create(actor=officer, basics=actions.Basics(name="東京", language="ja"))
    before, search.LOOKED_AT = search.LOOKED_AT, 10
    try:
        assert find(officer, "東京")[0].organisation_id == exact.pk
    finally:
        search.LOOKED_AT = before


def test_the_index_follows_every_change(toyota: Organisation, officer: User) -> None:
    """A new name is found at once, a removed one no more."""
    name = actions.add_name(actor=officer, organisation=toyota, text="Big T", language="en", kind="trade")
    assert find(officer, "big t")
    actions.remove_name(actor=officer, name=name)
    assert not find(officer, "big t")


def test_what_is_confidential_is_found_by_its_team_only(
    secret: Organisation, officer: User, colleague: User, stranger: User, head: User
) -> None:
    """By name, reading and address."""
    for typed in ("秘密計画", "ひみつけいかく", "芝公園"):
        assert [bool(find(person, typed)) for person in (officer, colleague, stranger, head)] == [
            True,
            True,
            False,
            True,
        ], typed


def test_a_company_of_the_register_is_not_the_offices(register: Register, officer: User) -> None:
    """Only what was taken on is found here; the registers have their own search."""
    assert find(officer, "トヨタ") == []
