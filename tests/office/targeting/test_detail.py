"""A frozen list: how it was made, its targets with reasons, filters, and what each reason rests on."""

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.organisations.actions import adopt
from kakehashi.office.apps.organisations.models import Interaction, Organisation
from kakehashi.office.apps.registers.models import Register
from kakehashi.office.apps.targeting import actions
from kakehashi.office.apps.targeting.models import TargetList
from kakehashi.office.apps.targeting.queries.filtering import TargetFilter, filter_from, filtered
from kakehashi.office.apps.targeting.queries.whatif import what_if
from tests.office.targeting.conftest import OrderFor


def page(client: Client, made: TargetList, **query: str) -> str:
    response = client.get(reverse("targeting:detail", args=[made.pk]), query)
    assert response.status_code == 200
    return response.content.decode()


def keys(viewer: User, made: TargetList, **wanted: str) -> list[str]:
    return [target.register_key for target in filtered(viewer, made, TargetFilter(**wanted))]


def test_the_head_says_what_when_by_whom_and_from_which_register(
    owner_client: Client, frozen: TargetList
) -> None:
    """Register with its date and version, place, who, how many considered and left out, fingerprint."""
    html = page(owner_client, frozen)
    for text in (
        "EDINET code list as of Oct. 5, 2026",
        "ranked for Park",
        "by Officer",
        "10 companies were considered, 3 left out",
        "the same inputs give the same list",
        frozen.fingerprint,
        frozen.register_version,
        "Closed according to the register",
    ):
        assert text in html


def test_every_row_says_in_a_sentence_why_it_is_there(owner_client: Client, frozen: TargetList) -> None:
    """Whole sentences, with the names of nodes and no codes."""
    html = page(owner_client, frozen)
    assert (
        "Nobody here covers Bearings yet: a company that does would close a missing link of the chain."
        in html
    )
    assert "_code" not in html


def test_names_follow_the_reader(colleague_client: Client, frozen: TargetList, colleague: User) -> None:
    """In Japanese the node has its Japanese name."""
    User.objects.filter(pk=colleague.pk).update(language="ja")
    assert "軸受" in page(colleague_client, frozen)


def test_all_reasons_carry_their_points_and_they_sum_to_the_score(
    owner_client: Client, frozen: TargetList
) -> None:
    """On the page of its own, with figure and source beside each."""
    html = owner_client.get(reverse("targeting:target", args=[frozen.pk, 1])).content.decode()
    assert "Its name (“軸受”) and its industry class, Machinery, both point to Bearings." in html
    assert "Its capital is 3,000,000,000 JPY." in html
    assert "Capital: 3,000,000,000 JPY" in html
    assert "Register row E00001" in html
    assert "Invented table" in html
    assert "points" in html


def test_the_figure_behind_a_reason_is_one_click_away(owner_client: Client, frozen: TargetList) -> None:
    """The part that htmx asks for: figure, unit, source, period, and a link to the row."""
    target = frozen.targets.get(rank=1)
    index = next(n for n, reason in enumerate(target.reasons) if reason["code"].startswith("industry_fit."))
    html = owner_client.get(reverse("targeting:reason-evidence", args=[frozen.pk, 1, index])).content.decode()
    assert "600" in html
    assert "General machinery" in html
    assert reverse("places:evidence", args=["park-employment-34"]) in html
    assert "Illustrative" in html


def test_a_reason_that_does_not_exist_is_not_found(owner_client: Client, frozen: TargetList) -> None:
    """Neither a reason nor a rank beyond the list."""
    assert owner_client.get(reverse("targeting:reason-evidence", args=[frozen.pk, 1, 99])).status_code == 404
    assert owner_client.get(reverse("targeting:target", args=[frozen.pk, 999])).status_code == 404


def test_a_removed_record_is_said_to_be_removed(
    owner_client: Client, officer: User, register: Register, order: OrderFor
) -> None:
    """The reason stays as it stood; what it rested on is no longer there."""
    organisation = adopt(actor=officer, register=register, key="E00001")
    met = Interaction.objects.create(
        organisation=organisation,
        kind="meeting",
        on="2026-09-01",
        text="Met at the fair",
        created_at="2026-09-01T00:00Z",
    )
    made = actions.start(actor=officer, order=order())
    target = made.targets.get(register_key="E00001")
    index = next(n for n, reason in enumerate(target.reasons) if reason["code"] == "relations.met")
    address = reverse("targeting:reason-evidence", args=[made.pk, target.rank, index])
    assert "Met at the fair" in owner_client.get(address).content.decode()
    met.delete()
    assert "has been removed since" in owner_client.get(address).content.decode()


def test_filters_narrow_the_list(officer: User, frozen: TargetList) -> None:
    """By step, gap, industry, region, listing and name in any script."""
    assert keys(officer, frozen, node="robotics/bearings")[:2] == ["E00001", "E00002"]
    assert "E00005" not in keys(officer, frozen, gap="missing")
    assert keys(officer, frozen, industry="tse33:3650") == ["E00004"]
    assert set(keys(officer, frozen, region="大阪府")) == {"E00001", "E00003", "E00005", "E00007"}
    assert set(keys(officer, frozen, listed="yes")) == {"E00003", "E00006"}
    assert keys(officer, frozen, q="company 4") == ["E00004"]
    assert keys(officer, frozen, q="西桥电机") == ["E00004"]
    assert keys(officer, frozen, chain="other-chain") == []


def test_the_filter_by_assignee_knows_mine_nobodys_and_a_colleagues(
    officer: User, colleague: User, register: Register, frozen: TargetList
) -> None:
    """Who has a company is asked of the organisation, not of the frozen list."""
    organisation = adopt(actor=officer, register=register, key="E00003")
    Organisation.objects.filter(pk=organisation.pk).update(assignee=colleague)
    assert keys(officer, frozen, assignee=str(colleague.pk)) == ["E00003"]
    assert keys(colleague, frozen, assignee="me") == ["E00003"]
    assert "E00003" not in keys(officer, frozen, assignee="none")
    assert keys(officer, frozen, assignee="nonsense") == []


def test_a_filter_that_nothing_passes_offers_the_whole_list(owner_client: Client, frozen: TargetList) -> None:
    """And an unknown page number shows the last page, not a fault."""
    assert "No company passes this filter" in page(owner_client, frozen, q="どこにもない")
    assert "北橋軸受" in page(owner_client, frozen, page="99")


def test_unknown_filters_are_left_aside() -> None:
    """A query string is what anybody can type."""
    assert filter_from({"colour": "red", "q": " x "}) == TargetFilter(q="x")


@pytest.mark.parametrize("name", ["detail", "export"])
def test_another_teams_list_does_not_exist(
    name: str,
    owner_client: Client,
    colleague_client: Client,
    stranger_client: Client,
    anonymous_client: Client,
    frozen: TargetList,
) -> None:
    """The team reads it, a stranger gets 404, a visitor is asked to sign in."""
    address = reverse(f"targeting:{name}", args=[frozen.pk])
    assert owner_client.get(address).status_code == 200
    assert colleague_client.get(address).status_code == 200
    assert stranger_client.get(address).status_code == 404
    assert anonymous_client.get(address).status_code == 302


def test_no_part_of_another_teams_list_exists(stranger_client: Client, frozen: TargetList) -> None:
    """Reasons, evidence, what-if, changes, hand-over: all 404; the panels know nothing."""
    for name, arguments in (("target", [1]), ("reason-evidence", [1, 0]), ("what-if", []), ("hand-over", [])):
        assert (
            stranger_client.get(reverse(f"targeting:{name}", args=[frozen.pk, *arguments])).status_code == 404
        )
    for name in ("rename", "share", "repeat", "run-again", "delete", "hand-over"):
        assert stranger_client.post(reverse(f"targeting:{name}", args=[frozen.pk])).status_code == 404
    panel = stranger_client.get(reverse("targeting:company-panel"), {"register": "edinet", "key": "E00001"})
    assert "no target list that you may see" in panel.content.decode()
    use = stranger_client.get(reverse("targeting:evidence-use", args=["park-employment-34"]))
    assert "Autumn list" not in use.content.decode()


def test_the_head_of_the_office_reads_every_teams_lists(
    client: Client, head: User, frozen: TargetList
) -> None:
    """Who sees all teams sees all lists."""
    client.force_login(head)
    assert client.get(reverse("targeting:detail", args=[frozen.pk])).status_code == 200


def test_the_page_asks_the_database_a_bounded_number_of_times(
    owner_client: Client, frozen: TargetList, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """However many rows and reasons a page has."""
    page(owner_client, frozen)
    with django_assert_max_num_queries(14):
        page(owner_client, frozen)


def test_what_if_previews_without_freezing(owner_client: Client, frozen: TargetList) -> None:
    """Only size counts: the largest company comes first, and the list stays as it is."""
    weights = {f"weight_{code}": "0" for code in frozen.weights} | {"weight_size": "100"}
    address = reverse("targeting:what-if", args=[frozen.pk])
    html = owner_client.get(address, weights).content.decode()
    assert html.index("東橋ロボット") < html.index("北橋軸受")
    assert frozen.targets.get(rank=1).register_key == "E00001"
    assert (
        "All weights are zero" in owner_client.get(address, weights | {"weight_size": "0"}).content.decode()
    )
    assert "preview" not in owner_client.get(address).content.decode()


def test_the_company_page_says_why_it_is_a_target(
    owner_client: Client, officer: User, register: Register, frozen: TargetList
) -> None:
    """Asked by register row and by organisation alike."""
    organisation = adopt(actor=officer, register=register, key="E00001")
    address = reverse("targeting:company-panel")
    for query in ({"register": "edinet", "key": "E00001"}, {"organisation": str(organisation.pk)}):
        html = owner_client.get(address, query).content.decode()
        assert "Autumn list" in html
        assert "Nobody here covers Bearings" in html
    assert owner_client.get(address, {"organisation": "x"}).status_code == 200


def test_evidence_knows_the_lists_that_rest_on_it(owner_client: Client, frozen: TargetList) -> None:
    """The quotient's rows are used by the list; the area is not."""
    assert (
        "Autumn list"
        in owner_client.get(reverse("targeting:evidence-use", args=["park-employment-34"])).content.decode()
    )
    assert (
        "Autumn list"
        not in owner_client.get(reverse("targeting:evidence-use", args=["park-area"])).content.decode()
    )


def test_models_and_migrations_agree(db: None) -> None:
    """No change of a model without its migration."""
    call_command("makemigrations", "places", "targeting", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize("share", [1.0, 0.1, 0.04])
def test_what_if_shows_the_head_of_the_whole_list(officer: User, order: OrderFor, share: float) -> None:
    """Under the same weights the preview is the frozen list, however little one step may take of it."""
    made = actions.start(actor=officer, order=order(max_share=share, limit=50))
    head = made.targets.order_by("rank")[:20].values_list("rank", "register_key", "score")
    moves = what_if(made, made.weights)
    assert [(move.rank, move.key, move.score) for move in moves] == list(head)
    assert {move.change for move in moves} == {"same"}
