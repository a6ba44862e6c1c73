"""The list of organisations and its workbook."""

from io import BytesIO

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.organisations import actions
from kakehashi.office.apps.organisations.models import Organisation

URL = "/organisations/"


def _names(client: Client, query: str = "") -> list[str]:
    page = client.get(URL + query)
    assert page.status_code == 200
    return [organisation.display_name for organisation in page.context["page_obj"]]


def test_the_owner_sees_all(owner_client: Client, toyota: Organisation, secret: Organisation) -> None:
    """Shared and confidential ones of her team."""
    assert set(_names(owner_client)) == {"トヨタ自動車株式会社", "株式会社秘密計画"}


def test_the_colleague_sees_the_same(
    colleague_client: Client, toyota: Organisation, secret: Organisation
) -> None:
    """Confidential means: of the team."""
    assert set(_names(colleague_client)) == {"トヨタ自動車株式会社", "株式会社秘密計画"}


def test_the_stranger_sees_what_is_shared(
    stranger_client: Client, toyota: Organisation, secret: Organisation
) -> None:
    """The other one does not exist, whatever is asked."""
    for query in ("", "?q=秘密", "?country=JP", "?sort=name"):
        assert "株式会社秘密計画" not in _names(stranger_client, query)


def test_anonymous_is_asked_to_sign_in(anonymous_client: Client, toyota: Organisation) -> None:
    """Page and workbook alike."""
    for url in (URL, reverse("organisations:export")):
        assert anonymous_client.get(url).status_code == 302


def test_an_empty_office_says_what_to_do(owner_client: Client) -> None:
    """And a filter that fits nothing says so too."""
    assert "No organisation yet" in owner_client.get(URL).content.decode()
    assert "Nothing fits the filter" in owner_client.get(URL + "?q=nothing").content.decode()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?q=とよた", ["トヨタ自動車株式会社"]),
        ("?country=TH", ["บริษัท สยาม จำกัด"]),
        ("?kind=university", ["清华大学"]),
        ("?assignee=me", ["トヨタ自動車株式会社"]),
        ("?assignee=nobody&country=CN", ["清华大学"]),
        ("?country=JP&kind=university", []),
        ("?sort=name&kind=company", ["トヨタ自動車株式会社", "บริษัท สยาม จำกัด"]),
        ("?kind=nonsense&country=XX&assignee=no&page=9&sort=no", None),
    ],
)
def test_the_list_is_narrowed_by(
    owner_client: Client, officer: User, toyota: Organisation, query: str, expected: list[str] | None
) -> None:
    """Text in any script, country, kind, assignee; what cannot be understood narrows nothing."""
    actions.assign(actor=officer, organisation=toyota, assignee=officer)
    thai = actions.Basics(name="บริษัท สยาม จำกัด", language="th", country="TH")
    school = actions.Basics(name="清华大学", language="zh-hans", country="CN", kind="university")
    actions.create(actor=officer, basics=thai)
    actions.create(actor=officer, basics=school)
    found = _names(owner_client, query)
    if expected is None:
        assert len(found) == 3
    elif "sort" in query:
        assert sorted(found) == sorted(expected)
    else:
        assert found == expected


def test_the_number_of_queries_does_not_grow(
    owner_client: Client, officer: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """Fifty rows cost as much as one."""
    for number in range(55):
        actions.create(actor=officer, basics=actions.Basics(name=f"Company {number:02}", language="en"))
    with django_assert_max_num_queries(10):
        page = owner_client.get(URL + "?sort=name")
    assert len(page.context["page_obj"].object_list) == 50
    assert page.context["page_obj"].paginator.count == 55


def test_the_workbook_holds_what_the_filter_shows(
    stranger_client: Client, officer: User, toyota: Organisation, secret: Organisation
) -> None:
    """In the reader's language, without what is hidden, and text is never a formula."""
    actions.create(actor=officer, basics=actions.Basics(name="=1+1", language="en"))
    response = stranger_client.get(reverse("organisations:export"), headers={"Accept-Language": "en"})
    rows = list(openpyxl.load_workbook(BytesIO(response.content)).active.values)
    assert rows[0][:2] == ("Name", "Name in Latin letters")
    assert {row[0] for row in rows[1:]} == {"トヨタ自動車株式会社", "'=1+1"}
    toyota_row = next(row for row in rows if row[0].startswith("トヨタ"))
    assert toyota_row[5] == 635_402_000_000
