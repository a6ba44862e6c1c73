"""A register, a place with a gap in its chain, and a list frozen from the two."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_django import Settings

from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.places.models import Place
from kakehashi.office.apps.registers.models import Register
from kakehashi.office.apps.targeting import actions
from kakehashi.office.apps.targeting.models import TargetList
from kakehashi.targeting import DEFAULT_WEIGHTS
from tests.office.companies import write_register
from tests.office.places import territory
from tests.office.targeting.companies import ROWS

AT_ONCE = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


@pytest.fixture(autouse=True)
def workspace(settings: Settings, tmp_path: Path) -> None:
    """Background work is done at once, and the register store is the test's own."""
    settings.TASKS = AT_ONCE
    settings.REGISTER_STORE = tmp_path / "registers"


@pytest.fixture
def register(db: None, tmp_path: Path) -> Register:
    return write_register(tmp_path / "registers", tmp_path / "plan", ROWS)


@pytest.fixture
def places(db: None) -> dict[str, Place]:
    """Steel and robots are in the park, bearings are missing between them."""
    places = territory.make_places(territory.make_chain())
    territory.make_evidence(places)
    territory.settle(places["zone"], "steel", territory.make_organisation("鋼橋特殊鋼（蘇州）有限公司"))
    territory.settle(places["park"], "robots", territory.make_organisation("霧渡ロボット（蘇州）有限公司"))
    return places


OrderFor = Callable[..., actions.Order]


@pytest.fixture
def order(register: Register, places: dict[str, Place]) -> OrderFor:
    """What an officer would ask for; anything may be asked otherwise."""

    def make(**changes: object) -> actions.Order:
        values: dict[str, object] = {
            "name": "Autumn list",
            "register": register,
            "place": places["park"],
            "weights": dict(DEFAULT_WEIGHTS),
            "limit": 100,
            "max_share": 1.0,
        }
        return actions.Order(**{**values, **changes})  # type: ignore[arg-type]

    return make


@pytest.fixture
def frozen(officer: User, order: OrderFor) -> TargetList:
    """The officer's list, frozen."""
    made = actions.start(actor=officer, order=order())
    assert made.state == TargetList.State.FROZEN, made.job and made.job.error_code
    return made
