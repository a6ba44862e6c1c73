"""The lists that exist for the viewer, making one, changing it, and removing it."""

import pytest
from django.test import Client
from django.urls import reverse

from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.places.models import Place
from kakehashi.office.apps.registers.models import Register
from kakehashi.office.apps.targeting.models import Profile, Target, TargetList
from kakehashi.office.core.models import Job
from kakehashi.targeting import CRITERIA
from tests.office.targeting.conftest import OrderFor

LIST, NEW = "/targets/", "/targets/new/"


@pytest.fixture
def answers(register: Register, places: dict[str, Place]) -> dict[str, str]:
    """The form as it stands when the page opens."""
    weights = {f"weight_{each.code}": str(each.weight) for each in CRITERIA}
    return {
        "register": "edinet",
        "place": "park",
        "name": "My list",
        "limit": "100",
        "max_share": "100",
        **weights,
    }


def test_an_office_without_lists_says_what_to_do(owner_client: Client) -> None:
    """The empty page leads to a new list."""
    html = owner_client.get(LIST).content.decode()
    assert "No target list yet" in html
    assert NEW in html


def test_a_list_is_shown_to_its_team_and_when_shared_to_all(
    owner_client: Client, colleague_client: Client, stranger_client: Client, frozen: TargetList
) -> None:
    """Name, place, register with date, size, who and when."""
    html = colleague_client.get(LIST).content.decode()
    for text in ("Autumn list", "Park", "EDINET code list", "Frozen", "Officer"):
        assert text in html
    assert "Autumn list" not in stranger_client.get(LIST).content.decode()
    owner_client.post(reverse("targeting:share", args=[frozen.pk]), {"shared": "yes"})
    assert "Autumn list" in stranger_client.get(LIST).content.decode()
    owner_client.post(reverse("targeting:share", args=[frozen.pk]), {"shared": "no"})
    assert "Autumn list" not in stranger_client.get(LIST).content.decode()


def test_without_a_register_the_page_leads_to_the_import(
    owner_client: Client, places: dict[str, Place]
) -> None:
    """What is missing is said, with the way to it."""
    html = owner_client.get(NEW).content.decode()
    assert "No register has been imported yet" in html
    assert reverse("registers:import") in html


def test_without_a_chain_the_page_leads_to_the_places(owner_client: Client, register: Register) -> None:
    """Targets fill the links of chains."""
    assert "No place has an industry chain yet" in owner_client.get(NEW).content.decode()


def test_the_page_shows_every_criterion_with_its_question_and_what_would_not_count(
    owner_client: Client, answers: dict[str, str]
) -> None:
    """No signals and no relations are recorded: both would not count."""
    html = owner_client.get(NEW).content.decode()
    for criterion in CRITERIA:
        assert f'name="weight_{criterion.code}"' in html
    assert "Does the company make what a chain here lacks" in html
    ready = owner_client.get("/targets/new/ready/", {"register": "edinet", "place": "park"}).content.decode()
    assert "Why now" in ready
    assert "Knows us" in ready
    assert "Fills a gap" not in ready


def test_sending_the_form_freezes_a_list(owner_client: Client, answers: dict[str, str]) -> None:
    """From the form to the frozen list."""
    response = owner_client.post(NEW, answers, follow=True)
    made = TargetList.objects.get()
    assert response.redirect_chain[-1][0] == reverse("targeting:detail", args=[made.pk])
    assert (made.name, made.state, made.register_as_of) == (
        "My list",
        "frozen",
        answers and made.register.as_of,
    )
    assert "北橋軸受" in response.content.decode()


def test_weights_can_be_kept_under_a_name_and_started_from(
    owner_client: Client, answers: dict[str, str]
) -> None:
    """The saved weights stand in the form, and the list knows that it used them unchanged."""
    owner_client.post(NEW, answers | {"save_as": "Automotive", "weight_size": "90"})
    profile = Profile.objects.get()
    html = owner_client.get(NEW, {"profile": profile.code}).content.decode()
    assert "Automotive" in html
    assert 'value="90.0"' in html
    owner_client.post(NEW, answers | {"profile": profile.code, "weight_size": "90"})
    assert TargetList.objects.latest("pk").profile == profile
    owner_client.post(NEW, answers | {"profile": profile.code, "weight_size": "5"})
    assert TargetList.objects.latest("pk").profile is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("register", "unknown"),
        ("place", "district"),
        ("name", ""),
        ("limit", "0"),
        ("limit", "1001"),
        ("weight_size", "-1"),
        ("weight_size", "many"),
        ("max_share", "77"),
    ],
)
def test_wrong_answers_are_marked_and_nothing_is_run(
    owner_client: Client, answers: dict[str, str], field: str, value: str
) -> None:
    """The form comes back with the error beside the field."""
    response = owner_client.post(NEW, answers | {field: value})
    assert response.status_code == 400
    assert "errorlist" in response.content.decode()
    assert not TargetList.objects.exists()


def test_weights_of_zero_are_refused_in_words(owner_client: Client, answers: dict[str, str]) -> None:
    """Nothing would tell one company from another."""
    zeros = {name: "0" for name in answers if name.startswith("weight_")}
    response = owner_client.post(NEW, answers | zeros)
    assert response.status_code == 400
    assert "All weights are zero" in response.content.decode()


def test_who_may_not_run_is_refused(
    client: Client, park_manager: User, anonymous_client: Client, frozen: TargetList
) -> None:
    """A park manager reads lists but makes none; a visitor signs in."""
    client.force_login(park_manager)
    assert client.get(NEW).status_code == 403
    assert client.get("/targets/new/ready/").status_code == 403
    assert client.get(LIST).status_code == 200
    assert client.post(reverse("targeting:repeat", args=[frozen.pk])).status_code == 403
    assert anonymous_client.get(NEW).status_code == 302


def test_a_list_is_renamed_by_its_team_only(
    owner_client: Client, colleague_client: Client, stranger_client: Client, frozen: TargetList
) -> None:
    """A stranger who reads a shared list is told whose it is."""
    address = reverse("targeting:rename", args=[frozen.pk])
    colleague_client.post(address, {"name": "Winter list"})
    frozen.refresh_from_db()
    assert frozen.name == "Winter list"
    owner_client.post(reverse("targeting:share", args=[frozen.pk]), {"shared": "yes"})
    response = stranger_client.post(address, {"name": "Taken"})
    assert response.status_code == 400
    assert "belongs to Promotion team" in response.content.decode()
    owner_client.post(address, {"name": ""})
    frozen.refresh_from_db()
    assert frozen.name == "Winter list"


def test_a_removed_list_comes_back_as_it_was(owner_client: Client, frozen: TargetList) -> None:
    """With its targets, under the same address."""
    fingerprint, count = frozen.fingerprint, frozen.targets.count()
    response = owner_client.post(reverse("targeting:delete", args=[frozen.pk]), follow=True)
    assert "The list was removed." in response.content.decode()
    assert not Target.objects.exists()
    entry = response.context["deleted"]
    owner_client.post(reverse("targeting:undo-delete", args=[entry]))
    again = TargetList.objects.get(pk=frozen.pk)
    assert (again.fingerprint, again.targets.count()) == (fingerprint, count)


def test_only_who_removed_a_list_can_undo_it_here(
    owner_client: Client, colleague_client: Client, frozen: TargetList
) -> None:
    """Others restore from the journal, if their role allows."""
    response = owner_client.post(reverse("targeting:delete", args=[frozen.pk]), follow=True)
    entry = response.context["deleted"]
    assert colleague_client.post(reverse("targeting:undo-delete", args=[entry])).status_code == 404
    assert not TargetList.objects.exists()


def test_repeating_shows_that_the_list_is_identical(owner_client: Client, frozen: TargetList) -> None:
    """The sentence, and the fingerprint to compare."""
    response = owner_client.post(reverse("targeting:repeat", args=[frozen.pk]), follow=True)
    html = response.content.decode()
    assert "Identical: the same inputs gave the same 7 companies" in html


def test_anothers_repetition_is_not_shown(
    owner_client: Client, colleague_client: Client, frozen: TargetList
) -> None:
    """A job exists only for the person who started it."""
    owner_client.post(reverse("targeting:repeat", args=[frozen.pk]))
    job = Job.objects.get(kind="targeting.repeat")
    response = colleague_client.get(reverse("targeting:detail", args=[frozen.pk]), {"repeat": str(job.pk)})
    assert "Identical" not in response.content.decode()


@pytest.mark.parametrize(("state", "text"), [("running", "being ranked"), ("interrupted", "Run again")])
def test_a_list_that_is_not_frozen_shows_where_it_stands(
    owner_client: Client, colleague_client: Client, frozen: TargetList, state: str, text: str
) -> None:
    """Progress for the owner, a word for the colleague; after an interruption the way to run it again."""
    TargetList.objects.filter(pk=frozen.pk).update(state=TargetList.State.RUNNING)
    silent = {
        "state": state,
        "process": "",
        "heartbeat_at": frozen.created_at.replace(year=2100),
        "error_code": "",
    }
    Job.objects.filter(pk=frozen.job_id).update(**silent)
    address = reverse("targeting:detail", args=[frozen.pk])
    assert text in owner_client.get(address).content.decode()
    assert text in colleague_client.get(address).content.decode()
    assert owner_client.get(reverse("targeting:export", args=[frozen.pk])).status_code == 404
    if state == "interrupted":
        owner_client.post(reverse("targeting:run-again", args=[frozen.pk]))
        frozen.refresh_from_db()
        assert frozen.state == TargetList.State.FROZEN


def test_making_another_list_from_the_same_place_is_offered(
    owner_client: Client, frozen: TargetList, order: OrderFor
) -> None:
    """The link carries place and register."""
    html = owner_client.get(reverse("targeting:detail", args=[frozen.pk])).content.decode()
    assert "?place=park&amp;register=edinet" in html
