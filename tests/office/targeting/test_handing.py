"""Handing the chosen companies to a colleague: preview, doing it, taking it back."""

from django.test import Client
from django.urls import reverse

from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.organisations.actions import adopt, assign
from kakehashi.office.apps.organisations.models import Assignment, Organisation
from kakehashi.office.apps.registers.models import Register
from kakehashi.office.apps.targeting.models import TargetList
from kakehashi.office.core.models import JournalEntry

FIVE = ["1", "2", "3", "4", "5"]


def address(made: TargetList) -> str:
    return reverse("targeting:hand-over", args=[made.pk])


def hand(client: Client, made: TargetList, person: User, ranks: list[str] = FIVE) -> str:
    """Hands them over and returns the number of the entry that can undo it."""
    response = client.post(
        address(made), {"rank": ranks, "assignee": str(person.pk), "message": "Please call"}, follow=True
    )
    return str(response.context["handed"])


def test_the_preview_counts_and_says_who_has_them(
    owner_client: Client, officer: User, colleague: User, register: Register, frozen: TargetList
) -> None:
    """Five companies, one of which would change hands; nothing is done yet."""
    first = adopt(actor=officer, register=register, key="E00001")
    assign(actor=officer, organisation=first, assignee=officer)
    html = owner_client.get(address(frozen), {"rank": FIVE}).content.decode()
    assert "Hand 5 companies to a colleague" in html
    assert html.count("will change hands") == 1
    assert Assignment.objects.count() == 1


def test_five_companies_come_to_the_colleague(
    owner_client: Client, colleague: User, frozen: TargetList
) -> None:
    """They become organisations with an open assignment; the page offers to undo."""
    entry = hand(owner_client, frozen, colleague)
    assert entry
    assert set(Assignment.objects.values_list("assignee", "message")) == {(colleague.pk, "Please call")}
    assert Assignment.objects.count() == 5
    html = owner_client.get(reverse("targeting:detail", args=[frozen.pk])).content.decode()
    assert html.count('class="nowrap">Colleague</td>') == 5


def test_taking_back_gives_them_to_whom_had_them_before(
    owner_client: Client, officer: User, colleague: User, register: Register, frozen: TargetList
) -> None:
    """The officer's own task is the officer's again; the others are nobody's."""
    first = adopt(actor=officer, register=register, key="E00001")
    assign(actor=officer, organisation=first, assignee=officer, message="Mine")
    entry = hand(owner_client, frozen, colleague)
    response = owner_client.post(reverse("targeting:take-back", args=[entry]), follow=True)
    assert "5 companies were taken back." in response.content.decode()
    assert list(Assignment.objects.values_list("assignee", "message")) == [(officer.pk, "Mine")]
    assert list(Organisation.objects.filter(assignee__isnull=False).values_list("pk", flat=True)) == [
        first.pk
    ]


def test_what_somebody_changed_since_is_left_alone(
    owner_client: Client, officer: User, colleague: User, head: User, frozen: TargetList
) -> None:
    """One was handed on to the head: taking back touches the other four."""
    entry = hand(owner_client, frozen, colleague)
    moved = Assignment.objects.order_by("pk").first()
    assert moved is not None
    assign(actor=colleague, organisation=moved.organisation, assignee=head)
    response = owner_client.post(reverse("targeting:take-back", args=[entry]), follow=True)
    assert "4 companies were taken back." in response.content.decode()
    assert list(Assignment.objects.values_list("assignee", flat=True)) == [head.pk]


def test_taking_back_twice_or_by_another_is_refused(
    owner_client: Client, colleague_client: Client, colleague: User, frozen: TargetList
) -> None:
    """Once, by the person who handed over."""
    entry = hand(owner_client, frozen, colleague)
    undo = reverse("targeting:take-back", args=[entry])
    assert colleague_client.post(undo).status_code == 404
    owner_client.post(undo)
    assert "nothing to take back" in owner_client.post(undo).content.decode()
    assert JournalEntry.objects.filter(action="targets_taken_back").count() == 1


def test_nothing_chosen_is_said(owner_client: Client, frozen: TargetList) -> None:
    """And ranks that are no numbers are nothing."""
    response = owner_client.get(address(frozen), {"rank": ["x"]}, follow=True)
    assert "No company is chosen" in response.content.decode()


def test_all_or_none_are_handed_over(
    owner_client: Client, colleague: User, frozen: TargetList, register: Register
) -> None:
    """When one of them is no longer in the register, none is handed over, and the sentence says which."""
    frozen.targets.filter(rank=5).update(register_key="E99999")
    response = owner_client.post(address(frozen), {"rank": FIVE, "assignee": str(colleague.pk)})
    assert response.status_code == 400
    assert not Assignment.objects.exists()
    assert not Organisation.objects.filter(register_links__register=register).exists()
