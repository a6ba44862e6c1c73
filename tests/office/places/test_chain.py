"""One industry chain: nodes with codes and keywords, and how it stands at a chosen place."""

from django.test import Client

from kakehashi.office.apps.accounts.models import Team
from kakehashi.office.apps.places.bridge import chain_value
from kakehashi.office.apps.places.drawing import NODE_HEIGHT, NODE_WIDTH, draw
from kakehashi.office.apps.places.models import Chain, ChainLink, ChainNode, Place
from tests.office.places import territory

URL = "/places/chains/robotics/"


def test_every_node_shows_its_codes_and_keywords(owner_client: Client, chain: Chain) -> None:
    """In each classification, and in the language of each list."""
    html = owner_client.get(URL).content.decode()
    for text in ("GB/T 4754", "3451", "軸受", "Floor load", "critical", "Keywords (Japanese)"):
        assert text in html


def test_without_a_place_nothing_is_called_a_gap(owner_client: Client, chain: Chain) -> None:
    """Gaps belong to a place."""
    html = owner_client.get(URL).content.decode()
    assert 'class="chain-node missing"' not in html


def test_at_a_place_it_shows_who_is_there_and_what_is_missing(
    owner_client: Client, places: dict[str, Place]
) -> None:
    """Presence and gap of the chosen place."""
    html = owner_client.get(URL, {"place": "park"}).content.decode()
    assert "霧渡ロボット" in html
    assert 'class="chain-node missing"' in html


def test_a_stranger_does_not_see_who_is_confidential(
    owner_client: Client, stranger_client: Client, places: dict[str, Place], team: Team
) -> None:
    """The presence of another team's confidential organisation does not exist."""
    territory.settle(places["park"], "bearings", territory.make_organisation("秘密軸受", team=team))
    assert "秘密軸受" in owner_client.get(URL, {"place": "park"}).content.decode()
    assert "秘密軸受" not in stranger_client.get(URL, {"place": "park"}).content.decode()


def test_unknown_chains_and_visitors(owner_client: Client, anonymous_client: Client, chain: Chain) -> None:
    """404, and the way to sign in; an unknown place is no place."""
    assert owner_client.get("/places/chains/unknown/").status_code == 404
    assert anonymous_client.get(URL).status_code == 302
    assert owner_client.get(URL, {"place": "atlantis"}).status_code == 200


def test_nothing_is_drawn_over_anything_else(chain: Chain) -> None:
    """No two nodes share ground, and every link goes from left to right."""
    drawing = draw(chain_value(chain))
    boxes = [(spot.x, spot.y) for spot in drawing.spots]
    for n, (x, y) in enumerate(boxes):
        for other_x, other_y in boxes[n + 1 :]:
            assert abs(x - other_x) >= NODE_WIDTH or abs(y - other_y) >= NODE_HEIGHT
    left = {spot.node: spot.x for spot in drawing.spots}
    assert all(left[up] < left[down] for up, down in territory.LINKS)


def test_a_chain_that_runs_in_a_circle_is_said_to_be_wrong(owner_client: Client, chain: Chain) -> None:
    """A sentence names the circle instead of a fault of the program."""
    nodes = {node.code: node for node in ChainNode.objects.all()}
    ChainLink.objects.create(chain=chain, upstream=nodes["lines"], downstream=nodes["steel"])
    response = owner_client.get(URL)
    assert response.status_code == 400
    assert "runs in a circle" in response.content.decode()
