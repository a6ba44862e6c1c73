"""The territory that the tests of the places app walk through."""

import pytest

from kakehashi.office.apps.places.models import Chain, Place
from tests.office.places import territory


@pytest.fixture
def chain(db: None) -> Chain:
    return territory.make_chain()


@pytest.fixture
def places(chain: Chain) -> dict[str, Place]:
    """A park in a district of a city, with evidence; steel and robots are there, bearings are missing
    between them.
    """
    places = territory.make_places(chain)
    territory.make_evidence(places)
    territory.settle(places["zone"], "steel", territory.make_organisation("鋼橋特殊鋼（蘇州）有限公司"))
    territory.settle(places["park"], "robots", territory.make_organisation("霧渡ロボット（蘇州）有限公司"))
    return places
