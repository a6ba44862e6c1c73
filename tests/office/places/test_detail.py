"""The profile of a place: facts with sources, industries with quotients, chains with gaps, who is here."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from kakehashi.office.apps.accounts.models import Team
from kakehashi.office.apps.places.models import Evidence, Place
from kakehashi.office.apps.places.queries.industries import industry_tables
from kakehashi.places.quotients import location_quotient
from tests.office.places import territory

PARK = "/places/park/"


def page(client: Client, address: str = PARK, language: str = "en") -> str:
    response = client.get(address, headers={"accept-language": language})
    assert response.status_code == 200
    return response.content.decode()


def test_a_fact_carries_value_period_source_and_the_day_it_was_checked(
    owner_client: Client, places: dict[str, Place]
) -> None:
    """38.5 and not 38.5000; the source is a link."""
    html = page(owner_client)
    assert "38.5</strong> km²" in html
    assert 'href="https://example.org/area"' in html
    assert "2019-02" in html
    assert "checked on" in html


def test_what_is_invented_says_so(owner_client: Client, places: dict[str, Place]) -> None:
    """The marker stands at facts, tables and organisations that were invented."""
    assert page(owner_client).count("Illustrative: invented for the demo") >= 4


def test_the_quotient_is_the_engines(places: dict[str, Place]) -> None:
    """600 of 2,000 here against 10,000 of 100,000 in the city: three times the share, with the engine's
    interval.
    """
    table = industry_tables(places["park"], [places["district"], places["city"]])[0]
    expected = location_quotient(value=600, place_total=2000, industry_total=10_000, total=100_000)
    found = table.rows[0].quotient
    assert found is not None
    assert table.reference == places["city"]
    assert (found.quotient, found.low, found.high) == (expected.quotient, expected.low, expected.high)
    assert {ref.key for ref in found.evidence} == {
        "park-employment-34", "park-employment-total", "city-employment-34", "city-employment-total",
    }  # fmt: skip


def test_figures_that_contradict_each_other_give_no_quotient(places: dict[str, Place]) -> None:
    """A part that is larger than its whole measures nothing, and the page still opens."""
    Evidence.objects.filter(key="city-employment-34").update(value=10)
    assert industry_tables(places["park"], [places["city"]])[0].rows[0].quotient is None


def test_the_page_says_specialised_only_when_the_interval_does(
    owner_client: Client, places: dict[str, Place]
) -> None:
    """An interval that holds 1 is no clear difference."""
    assert "Specialised" in page(owner_client)
    Evidence.objects.filter(key="park-employment-34").update(value=210)
    html = page(owner_client)
    assert "Specialised" not in html
    assert "No clear difference" in html


def test_a_missing_link_is_named_with_its_reason(owner_client: Client, places: dict[str, Place]) -> None:
    """Steel and robots are here, bearings are not; the sentence names them in the reader's words."""
    html = page(owner_client)
    assert "No organisation here covers Bearings, although both its suppliers (Special steel)" in html
    assert 'class="chain-node missing"' in html


def test_the_chain_is_drawn_from_upstream_to_downstream(
    owner_client: Client, places: dict[str, Place]
) -> None:
    """Each node once, each link as a curve."""
    html = page(owner_client)
    assert html.count('class="chain-node ') == len(territory.NODES)
    assert html.count('class="chain-flow"') == len(territory.LINKS)


def test_a_confidential_organisation_is_here_only_for_its_team(
    owner_client: Client, stranger_client: Client, places: dict[str, Place], team: Team
) -> None:
    """A stranger sees neither its name nor the gap closing because of it."""
    territory.settle(places["park"], "bearings", territory.make_organisation("秘密軸受", team=team))
    assert "秘密軸受" in page(owner_client)
    hidden = page(stranger_client)
    assert "秘密軸受" not in hidden
    assert 'class="chain-node missing"' in hidden


@pytest.mark.parametrize("language", ["zh-hans", "ja", "th"])
def test_the_page_opens_in_every_language(
    owner_client: Client, places: dict[str, Place], language: str
) -> None:
    """Names of the place follow the reader."""
    assert page(owner_client, language=language)


def test_a_place_without_anything_is_no_error(owner_client: Client, places: dict[str, Place]) -> None:
    """The district has no figure and no chain of its own."""
    assert "No figure yet" in page(owner_client, "/places/district/")


def test_an_unknown_place_does_not_exist(owner_client: Client, places: dict[str, Place]) -> None:
    """404, like everything that is not there."""
    assert owner_client.get("/places/atlantis/").status_code == 404


def test_a_visitor_is_asked_to_sign_in(anonymous_client: Client, places: dict[str, Place]) -> None:
    """No page without sign-in."""
    assert anonymous_client.get(PARK).status_code == 302


def test_the_page_asks_the_database_a_bounded_number_of_times(
    owner_client: Client, places: dict[str, Place], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """Forty organisations ask no more often than two."""
    for number in range(40):
        territory.settle(places["zone"], "steel", territory.make_organisation(f"鋼 {number}"))
    with django_assert_max_num_queries(16):
        page(owner_client)
