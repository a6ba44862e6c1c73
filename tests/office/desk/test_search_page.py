"""The search of every page: the page of results, and the list under the box."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.desk.search import Piece, marked
from kakehashi.office.apps.organisations import actions
from kakehashi.office.apps.organisations.models import Organisation
from kakehashi.office.apps.registers.models import Register
from tests.office.companies import BOSHOKU, FANUC, TOYOTA

URL = "/search/"
SUGGEST = "/search/suggest/"


def _found(client: Client, typed: str) -> list[str]:
    page = client.get(URL, {"q": typed})
    assert page.status_code == 200
    return [result.name for result in page.context["results"]]


def _suggested(client: Client, typed: str) -> list[str]:
    return [each["label"] for each in client.get(SUGGEST, {"q": typed}).context["suggestions"]]


@pytest.mark.parametrize(
    "typed",
    [
        "トヨタ",
        "とよた",
        "Toyota",
        "丰田",
        "豊田",
        "トヨ",
        "1180301018771",
        "1180-3010-18771",
        "１１８０３０１０１８７７１",
        "トヨタ町",
    ],
)
def test_a_company_of_the_register_is_found(owner_client: Client, register: Register, typed: str) -> None:
    """By all that the walk through the office promises, on the page and under the box."""
    assert TOYOTA.name in _found(owner_client, typed)
    assert TOYOTA.name in _suggested(owner_client, typed)


@pytest.mark.parametrize("typed", ["トヨタ", "とよた", "Toyota", "丰田", "豊田", "1180301018771", "トヨタ町"])
def test_once_taken_on_it_is_found_once(owner_client: Client, toyota: Organisation, typed: str) -> None:
    """As the office's organisation, before what is only in the register."""
    for names in (_found(owner_client, typed), _suggested(owner_client, typed)):
        assert names[0] == TOYOTA.name
        assert names.count(TOYOTA.name) == 1


def test_the_office_comes_before_the_registers(
    owner_client: Client, officer: User, register: Register
) -> None:
    """Even when the register's company is the larger one."""
    actions.adopt(actor=officer, register=register, key=BOSHOKU.key)
    assert _found(owner_client, "トヨタ") == [BOSHOKU.name, TOYOTA.name]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("丰田", "written トヨタ"),
        ("1180301018771", "法人番号 1180301018771"),
        ("トヨタ町", "by its address"),
        ("じどうしゃ", "read as ジドシヤ"),
        ("motor corp", "also called"),
        ("トヨタ", "by its name"),
    ],
)
def test_the_page_says_how_a_company_was_found(
    owner_client: Client, toyota: Organisation, typed: str, words: str
) -> None:
    """The route, in words, where the name itself does not show it."""
    page = owner_client.get(URL, {"q": typed}).content.decode()
    assert words in page


def test_what_was_met_is_marked_in_the_name() -> None:
    """In whatever width, kana or generation of characters it is written."""
    assert list(marked("トヨタ自動車株式会社", "自动车")) == [
        Piece("トヨタ"),
        Piece("自動車", met=True),
        Piece("株式会社"),
    ]
    assert list(marked("ＴＯＹＯ ＴＩＲＥ", "toyo")) == [Piece("ＴＯＹＯ", met=True), Piece(" ＴＩＲＥ")]
    assert list(marked("FANUC", "zzz")) == [Piece("FANUC")]


def test_what_is_confidential_exists_for_its_team_only(
    owner_client: Client, colleague_client: Client, stranger_client: Client, secret: Organisation
) -> None:
    """On the page and under the box, by name, reading and address."""
    for typed in ("秘密計画", "ひみつ", "芝公園"):
        for client, expected in ((owner_client, 1), (colleague_client, 1), (stranger_client, 0)):
            assert len(_found(client, typed)) == expected
            assert len(_suggested(client, typed)) == expected


def test_the_stranger_finds_the_row_of_a_hidden_organisation(
    owner_client: Client, stranger_client: Client, toyota: Organisation, officer: User
) -> None:
    """As a row of the register, which is public."""
    actions.keep_confidential(actor=officer, organisation=toyota)
    theirs = stranger_client.get(URL, {"q": "トヨタ自動車"}).context["results"]
    ours = owner_client.get(URL, {"q": "トヨタ自動車"}).context["results"]
    assert [(each.name, each.is_ours) for each in theirs] == [(TOYOTA.name, False)]
    assert [(each.name, each.is_ours) for each in ours] == [(TOYOTA.name, True)]


def test_one_character_gets_a_hint(owner_client: Client, register: Register) -> None:
    """On the page and under the box."""
    assert "One character is not enough" in owner_client.get(URL, {"q": "ト"}).content.decode()
    assert "at least two characters" in owner_client.get(SUGGEST, {"q": "ト"}).content.decode()


def test_nothing_found_says_what_to_do_next(owner_client: Client, register: Register) -> None:
    """And without a query the page asks for one."""
    assert "Nothing found" in owner_client.get(URL, {"q": "zzzzzz"}).content.decode()
    assert "What are you looking for?" in owner_client.get(URL).content.decode()


@pytest.mark.parametrize(
    "typed",
    ["<script>", "%%%", "' OR '1'='1", '" AND "', "NEAR(", "x" * 5000, "\x00トヨ", "ト\nヨタ", "*", "::"],
)
def test_whatever_is_typed_gets_an_answer(owner_client: Client, toyota: Organisation, typed: str) -> None:
    """Nothing that is typed means anything but itself."""
    for url in (URL, SUGGEST):
        page = owner_client.get(url, {"q": typed})
        assert page.status_code == 200
        assert "<script>" not in page.content.decode().replace('<script type="module"', "").replace(
            '<script id="palette-entries"', ""
        )


def test_results_come_in_pages(owner_client: Client, officer: User) -> None:
    """Twenty-five at a time; a page that does not exist shows the last."""
    for number in range(30):
        actions.create(actor=officer, basics=actions.Basics(name=f"Hokuto {number:02}", language="en"))
    first = owner_client.get(URL, {"q": "hokuto"})
    assert (len(first.context["results"]), first.context["page_obj"].paginator.count) == (25, 30)
    assert len(owner_client.get(URL, {"q": "hokuto", "page": "99"}).context["results"]) == 5
    assert len(_suggested(owner_client, "hokuto")) == 8


def test_anonymous_is_asked_to_sign_in(anonymous_client: Client) -> None:
    """Nobody searches from outside."""
    for url in (URL, SUGGEST):
        assert anonymous_client.get(url, {"q": "トヨタ"}).status_code == 302


def test_the_number_of_queries_is_bounded(
    owner_client: Client,
    officer: User,
    toyota: Organisation,
    register: Register,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    """However much is found."""
    for number in range(30):
        actions.create(actor=officer, basics=actions.Basics(name=f"トヨタ{number:02}", language="ja"))
    with django_assert_max_num_queries(13):
        owner_client.get(URL, {"q": "トヨタ"})
    with django_assert_max_num_queries(12):
        owner_client.get(SUGGEST, {"q": FANUC.name})
