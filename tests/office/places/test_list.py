"""The tree of places."""

from django.test import Client
from django.urls import reverse

from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.places.models import Place
from kakehashi.office.apps.places.queries.overview import overview

URL = "/places/"


def test_places_stand_below_what_they_lie_in(owner_client: Client, places: dict[str, Place]) -> None:
    """The city first, the zone last, each with a link."""
    html = owner_client.get(URL).content.decode()
    positions = [
        html.index(reverse("places:detail", args=[code])) for code in ("city", "district", "park", "zone")
    ]
    assert positions == sorted(positions)


def test_organisations_of_a_zone_count_in_the_places_around_it(
    officer: User, places: dict[str, Place]
) -> None:
    """One in the zone and one in the park make two in the park and in the city."""
    counts = {line.place.code: line.organisations for line in overview(officer)}
    assert counts == {"city": 2, "district": 2, "park": 2, "zone": 1}


def test_an_office_without_places_says_what_to_do(owner_client: Client) -> None:
    """An empty list is no error."""
    assert "No place yet" in owner_client.get(URL).content.decode()


def test_everybody_who_is_signed_in_sees_places(
    stranger_client: Client, anonymous_client: Client, places: dict[str, Place]
) -> None:
    """Places belong to no team; a visitor is asked to sign in."""
    assert stranger_client.get(URL).status_code == 200
    assert anonymous_client.get(URL).status_code == 302
