"""Every address of the office, tried by the owner, a colleague, a stranger, and somebody who has not signed in.

An address that is not in the table fails the suite, so that a new page cannot be forgotten.
"""

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from pytest_django.plugin import DjangoDbBlocker

from tests.office.world import World, once

Arguments = Callable[[World], dict[str, object]]
NONE: Arguments = lambda world: {}  # noqa: E731 - a table reads best with short functions


@dataclass(frozen=True)
class Address:
    """`who` is `public`, `signed_in` (everybody), `team` (the owner's team), or `own` (nobody but the owner)."""

    who: str
    args: Arguments = NONE
    post: Arguments | None = None
    get: Arguments = NONE
    statuses: frozenset[int] = field(default=frozenset({200, 302}))


def _list(world: World) -> dict[str, object]:
    return {"pk": world.target_list.pk}


def _secret(world: World) -> dict[str, object]:
    return {"pk": world.secret.pk}


def _import(world: World) -> dict[str, object]:
    return {"pk": world.imported.pk}


def _about_secret(world: World) -> dict[str, object]:
    return {"organisation": world.secret.pk}


ADDRESSES = {
    "healthz": Address("public"),
    "sign-in": Address("public"),
    "set-language": Address("public", post=lambda w: {"language": "ja"}),
    "sign-out": Address("signed_in", post=NONE),
    "change-password": Address("signed_in"),
    "set-theme": Address("signed_in", post=lambda w: {"theme": "dark"}),
    "desk": Address("signed_in"),
    "search": Address("signed_in", get=lambda w: {"q": "秘密"}),
    "search-suggest": Address("signed_in", get=lambda w: {"q": "秘密"}),
    "journal": Address("signed_in"),
    "journal-restore": Address(
        "team", args=lambda w: {"pk": w.deletion.pk}, post=NONE, statuses=frozenset({302, 403})
    ),
    "parts": Address("signed_in"),
    "jobs:progress": Address("own", args=lambda w: {"pk": w.job.pk}),
    "jobs:cancel": Address("own", args=lambda w: {"pk": w.job.pk}, post=NONE),
    "registers:list": Address("signed_in"),
    "registers:import": Address("signed_in"),
    "registers:imports": Address("signed_in"),
    "registers:import-page": Address("team", args=_import),
    "registers:import-columns": Address("team", args=_import, post=NONE, statuses=frozenset({302, 400})),
    "registers:import-confirm": Address("team", args=_import, post=NONE),
    "registers:import-discard": Address("team", args=_import, post=NONE),
    "registers:import-again": Address("team", args=_import, post=NONE),
    "registers:import-undo": Address("team", args=lambda w: {"pk": w.applied.pk}),
    "registers:import-file": Address("team", args=_import),
    "registers:import-rejected": Address("team", args=_import),
    "registers:rows": Address("signed_in", args=lambda w: {"code": w.register.code}),
    "registers:versions": Address("signed_in", args=lambda w: {"code": w.register.code}),
    "organisations:list": Address("signed_in"),
    "organisations:export": Address("signed_in"),
    "organisations:new": Address("signed_in"),
    "organisations:similar": Address("signed_in", get=lambda w: {"name": "秘密計画"}),
    "organisations:assign": Address("team", get=_about_secret),
    "organisations:note": Address("team", get=_about_secret),
    "organisations:adopt": Address(
        "signed_in", get=lambda w: {"register": w.register.code, "key": "E01946"}, post=NONE
    ),
    "organisations:undo": Address("own", args=lambda w: {"entry": w.deletion.pk}, post=NONE),
    "organisations:row": Address("signed_in", args=lambda w: {"register": w.register.code, "key": "E01946"}),
    "organisations:assignment-done": Address(
        "team", args=lambda w: {"pk": w.secret.assignments.get().pk}, post=NONE
    ),
    "organisations:interaction-edit": Address("own", args=lambda w: {"pk": w.secret.interactions.get().pk}),
    "organisations:interaction-delete": Address(
        "own", args=lambda w: {"pk": w.secret.interactions.get().pk}, post=NONE
    ),
    "organisations:name-remove": Address("team", args=lambda w: {"pk": w.spare_name.pk}, post=NONE),
    "organisations:identifier-remove": Address(
        "team", args=lambda w: {"pk": w.secret.identifiers.get().pk}, post=NONE
    ),
    "organisations:detail": Address("team", args=_secret),
    "organisations:edit": Address("team", args=_secret),
    "organisations:delete": Address("team", args=_secret, post=NONE),
    "organisations:confidential": Address("team", args=_secret, post=NONE),
    "organisations:name-add": Address("team", args=_secret),
    "organisations:identifier-add": Address("team", args=_secret),
    "places:list": Address("signed_in"),
    "places:evidence": Address("signed_in", args=lambda w: {"key": w.evidence.key}),
    "places:chain": Address("signed_in", args=lambda w: {"code": w.chain.code}),
    "places:detail": Address("signed_in", args=lambda w: {"code": w.place.code}),
    "targeting:list": Address("signed_in"),
    "targeting:new": Address("signed_in"),
    "targeting:ready": Address("signed_in"),
    "targeting:company-panel": Address(
        "signed_in", get=lambda w: {"register": w.register.code, "key": "E01946"}
    ),
    "targeting:evidence-use": Address("signed_in", args=lambda w: {"key": w.evidence.key}),
    "targeting:undo-delete": Address("own", args=lambda w: {"entry": w.deleted_list.pk}, post=NONE),
    "targeting:take-back": Address(
        "own", args=lambda w: {"entry": w.deleted_list.pk}, post=NONE, statuses=frozenset({302, 400})
    ),
    "targeting:detail": Address("team", args=_list),
    "targeting:rename": Address("team", args=_list, post=lambda w: {"name": "Renamed"}),
    "targeting:share": Address("team", args=_list, post=NONE),
    "targeting:repeat": Address("team", args=_list, post=NONE),
    "targeting:run-again": Address("team", args=_list, post=NONE, statuses=frozenset({302, 400})),
    "targeting:delete": Address("team", args=_list, post=NONE),
    "targeting:export": Address("team", args=_list),
    "targeting:hand-over": Address("team", args=_list),
    "targeting:what-if": Address("team", args=_list),
    "targeting:target": Address("team", args=lambda w: {**_list(w), "rank": 1}),
    "targeting:reason-evidence": Address("team", args=lambda w: {**_list(w), "rank": 1, "index": 0}),
}


pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[World]:
    """Built once; what a test does to it is rolled back."""
    with django_db_blocker.unblock():
        yield from once(tmp_path_factory.mktemp("world"))


def _client(world: World, person: str) -> Client:
    client = Client()
    if person != "anonymous":
        client.force_login(world.people[person])
    return client


def _names(resolver: URLResolver, namespace: str = "") -> Iterator[str]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from _names(entry, f"{entry.namespace}:" if entry.namespace else namespace)
        elif isinstance(entry, URLPattern):
            yield f"{namespace}{entry.name}"


def _try(world: World, person: str, name: str) -> int:
    return _ask(_client(world, person), world, name)


def _ask(client: Client, world: World, name: str) -> int:
    address = ADDRESSES[name]
    url = reverse(name, kwargs=address.args(world))
    if address.post is not None:
        query = "?" + urlencode(address.get(world)) if address.get(world) else ""
        return int(client.post(url + query, address.post(world)).status_code)
    return int(client.get(url, address.get(world)).status_code)


def test_no_address_is_missing_from_the_table() -> None:
    """A new page must say who may open it."""
    assert set(_names(get_resolver())) == set(ADDRESSES)


@pytest.mark.parametrize("name", ADDRESSES)
def test_the_owner_gets_there(name: str, world: World) -> None:
    """Whoever made the records reaches every page about them."""
    assert _try(world, "owner", name) in ADDRESSES[name].statuses


@pytest.mark.parametrize("name", ADDRESSES)
def test_a_colleague_gets_to_what_the_team_shares(name: str, world: World) -> None:
    """The team sees the team's records; what is somebody's own stays so."""
    status = _try(world, "colleague", name)
    if ADDRESSES[name].who == "own":
        assert status in {403, 404}
    else:
        assert status in ADDRESSES[name].statuses


@pytest.mark.parametrize("name", ADDRESSES)
def test_for_a_stranger_the_records_do_not_exist(name: str, world: World) -> None:
    """404, the same as for a record that was never there."""
    status = _try(world, "stranger", name)
    if ADDRESSES[name].who in {"own", "team"}:
        assert status == 404
    else:
        assert status in ADDRESSES[name].statuses


@pytest.mark.parametrize("name", ADDRESSES)
def test_without_signing_in_only_public_pages_answer(name: str, world: World) -> None:
    """Everything else asks to sign in."""
    address = ADDRESSES[name]
    url = reverse(name, kwargs=address.args(world))
    client = _client(world, "anonymous")
    answer = client.post(url) if address.post is not None else client.get(url)
    if address.who == "public":
        assert answer.status_code in address.statuses
    else:
        assert (answer.status_code, answer["Location"].partition("?")[0]) == (302, "/sign-in/")


BUDGET = Path(__file__).with_name("query_budget.json")


@pytest.mark.parametrize("name", [name for name, address in ADDRESSES.items() if address.post is None])
def test_a_page_stays_within_its_budget_of_queries(name: str, world: World) -> None:
    """`query_budget.json` says how many queries a page may make; raise a number only knowing why.

    KAKEHASHI_WRITE_BUDGET=yes writes down what the pages need now.
    """
    client = _client(world, "owner")
    with CaptureQueriesContext(connection) as queries:
        _ask(client, world, name)
    budget = json.loads(BUDGET.read_text()) if BUDGET.exists() else {}
    if os.environ.get("KAKEHASHI_WRITE_BUDGET"):
        BUDGET.write_text(json.dumps(dict(sorted({**budget, name: len(queries)}.items())), indent=1) + "\n")
    else:
        assert len(queries) <= budget[name], [query["sql"][:100] for query in queries]


@pytest.mark.parametrize(
    "name",
    [
        "search",
        "search-suggest",
        "organisations:list",
        "organisations:export",
        "organisations:similar",
        "journal",
        "desk",
        "registers:imports",
        "targeting:list",
    ],
)
def test_nothing_secret_leaks_into_what_looks_across(name: str, world: World) -> None:
    """Lists, search, suggestions, export and journal are asked by a stranger."""
    answer = _client(world, "stranger").get(reverse(name), ADDRESSES[name].get(world))
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    page = content.replace("秘密".encode() + b"\x22", b"")  # the search box repeats what was asked
    for secret in ("秘密計画", "秘密.csv", "Ours", "削除"):
        asked = secret in ADDRESSES[name].get(world).values()
        assert asked or secret.encode() not in page
