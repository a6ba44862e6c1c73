"""One piece of evidence: everything about it, and where it is used."""

from django.test import Client
from django.urls import reverse

from kakehashi.office.apps.places.models import Evidence, Place


def address(key: str) -> str:
    return reverse("places:evidence", args=[key])


def test_a_figure_says_what_where_when_and_who_says_so(
    owner_client: Client, places: dict[str, Place]
) -> None:
    """Value, unit, period, source, day of the check, place and kind."""
    html = owner_client.get(address("park-area")).content.decode()
    for text in (
        "38.5",
        "km²",
        "2019-02",
        "Xinhua Daily",
        "https://example.org/area",
        "Park",
        "Stated by the source",
    ):
        assert text in html


def test_a_figure_shows_the_quotients_that_rest_on_it(owner_client: Client, places: dict[str, Place]) -> None:
    """The city's total is used by the park's quotient."""
    html = owner_client.get(address("city-employment-total")).content.decode()
    assert "Location quotient of General machinery in Park: 3.00" in html


def test_an_invented_figure_must_not_be_quoted(owner_client: Client, places: dict[str, Place]) -> None:
    """The marker and the words stand on its page."""
    html = owner_client.get(address("park-plan")).content.decode()
    assert "Illustrative: invented for the demo" in html
    assert "Do not quote it" in html


def test_the_same_measure_elsewhere_is_beside_it(owner_client: Client, places: dict[str, Place]) -> None:
    """What a reader wants to hold a figure against."""
    html = owner_client.get(address("park-employment-34")).content.decode()
    assert address("city-employment-34") in html


def test_evidence_of_unknown_topic_and_unit_is_shown_as_entered(
    owner_client: Client, places: dict[str, Place]
) -> None:
    """A code without a label is no error."""
    Evidence.objects.filter(key="park-area").update(topic="noise", unit="dB")
    html = owner_client.get(address("park-area")).content.decode()
    assert "noise" in html
    assert "dB" in html


def test_unknown_evidence_does_not_exist_and_a_visitor_signs_in(
    owner_client: Client, stranger_client: Client, anonymous_client: Client, places: dict[str, Place]
) -> None:
    """404 for the first, sign-in for the second; evidence belongs to no team."""
    assert owner_client.get(address("nothing")).status_code == 404
    assert stranger_client.get(address("park-area")).status_code == 200
    assert anonymous_client.get(address("park-area")).status_code == 302


def test_a_part_of_the_total_is_said_to_enter_the_other_quotients(
    owner_client: Client, places: dict[str, Place]
) -> None:
    """Without a stated total the rows add up to it, and each is behind every quotient of its place."""
    Evidence.objects.filter(key="park-employment-total").update(
        industry="35", industry_name={"en": "Special machinery"}
    )
    html = owner_client.get(address("park-employment-34")).content.decode()
    assert "Location quotient of General machinery in Park" in html
    assert "Location quotient of Special machinery" not in html
