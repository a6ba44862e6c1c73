"""Working with a company in the browser: forms that stand alone, refusals beside their field, undo."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.organisations import actions
from kakehashi.office.apps.organisations.models import Assignment, Interaction, Organisation
from kakehashi.office.apps.registers.models import Register

IN_REGISTER = "?register=edinet&key=E02144"


@pytest.mark.parametrize("name", ["assign", "note"])
def test_the_form_is_a_page_of_its_own(owner_client: Client, register: Register, name: str) -> None:
    """For whoever has no script."""
    page = owner_client.get(reverse(f"organisations:{name}") + IN_REGISTER)
    assert page.status_code == 200
    assert "<form" in page.content.decode()


def test_assigning_from_the_register(owner_client: Client, register: Register, colleague: User) -> None:
    """The officer lands on the page of the new organisation."""
    answer = owner_client.post(
        reverse("organisations:assign") + IN_REGISTER,
        {"assignee": colleague.pk, "due_on": "2026-12-01", "message": "Call first"},
    )
    assignment = Assignment.objects.get()
    assert answer.url == reverse("organisations:detail", args=[assignment.organisation_id])
    assert (assignment.assignee, assignment.message) == (colleague, "Call first")
    page = owner_client.get(answer.url).content.decode()
    assert "Assigned to Colleague" in page
    owner_client.post(reverse("organisations:assignment-done", args=[assignment.pk]))
    assert "nothing is due" in owner_client.get(answer.url).content.decode()


def test_noting_from_the_register(owner_client: Client, register: Register) -> None:
    """The first note takes the company on."""
    owner_client.post(
        reverse("organisations:note") + IN_REGISTER,
        {"kind": "call", "on": "2026-11-02", "text": "Spoke with them"},
    )
    assert Interaction.objects.get().organisation.display_name == "トヨタ自動車株式会社"


def test_taking_on_alone(owner_client: Client, register: Register) -> None:
    """Without a note and without an assignment."""
    owner_client.post(reverse("organisations:adopt") + IN_REGISTER)
    assert Organisation.objects.count() == 1


def test_a_refusal_stands_beside_its_field(owner_client: Client, toyota: Organisation) -> None:
    """422, with the sentence of the rule and what was typed."""
    answer = owner_client.post(
        reverse("organisations:note") + f"?organisation={toyota.pk}",
        {"kind": "note", "on": "2999-01-01", "text": "From the future"},
    )
    assert answer.status_code == 422
    assert "still to come" in answer.context["form"].errors["on"][0]
    assert "From the future" in answer.content.decode()
    wrong = owner_client.post(
        reverse("organisations:identifier-add", args=[toyota.pk]),
        {"scheme": "jp.corporate_number", "value": "1180301018772"},
    )
    assert "check digit" in wrong.context["form"].errors["value"][0]


def test_names_and_identifiers_come_and_go(owner_client: Client, toyota: Organisation) -> None:
    """Through the forms of the page."""
    owner_client.post(
        reverse("organisations:name-add", args=[toyota.pk]),
        {"text": "丰田汽车", "language": "zh-hans", "kind": "translated", "source": ""},
    )
    name = toyota.names.get(text="丰田汽车")
    owner_client.post(reverse("organisations:name-remove", args=[name.pk]))
    assert not toyota.names.filter(text="丰田汽车").exists()
    owner_client.post(
        reverse("organisations:identifier-add", args=[toyota.pk]), {"scheme": "duns", "value": "150483782"}
    )
    identifier = toyota.identifiers.get(scheme="duns")
    owner_client.post(reverse("organisations:identifier-remove", args=[identifier.pk]))
    assert not toyota.identifiers.filter(scheme="duns").exists()


def test_a_note_is_changed_deleted_and_brought_back(
    owner_client: Client, toyota: Organisation, officer: User
) -> None:
    """The message after the deletion carries the button that undoes it."""
    note = actions.write_note(actor=officer, organisation=toyota, text="First")
    edit = reverse("organisations:interaction-edit", args=[note.pk])
    assert "First" in owner_client.get(edit).content.decode()
    owner_client.post(edit, {"kind": "note", "on": note.on.isoformat(), "text": "Second"})
    page = owner_client.post(reverse("organisations:interaction-delete", args=[note.pk]), follow=True)
    owner_client.post(_undo_address(page.content.decode()))
    assert Interaction.objects.get().text == "Second"


def test_an_organisation_is_deleted_and_brought_back(owner_client: Client, toyota: Organisation) -> None:
    """From the list, where the deletion leads."""
    page = owner_client.post(reverse("organisations:delete", args=[toyota.pk]), follow=True)
    assert not Organisation.objects.exists()
    back = owner_client.post(_undo_address(page.content.decode()))
    assert back.url == reverse("organisations:detail", args=[toyota.pk])


def test_keeping_to_the_team_and_sharing(owner_client: Client, toyota: Organisation) -> None:
    """One button that says what it will do."""
    url = reverse("organisations:confidential", args=[toyota.pk])
    owner_client.post(url)
    toyota.refresh_from_db()
    assert toyota.is_confidential
    owner_client.post(url)
    toyota.refresh_from_db()
    assert not toyota.is_confidential


def test_the_colleague_may_work_on_it_too(
    colleague_client: Client, secret: Organisation, officer: User
) -> None:
    """Confidential is not private."""
    query = f"?organisation={secret.pk}"
    colleague_client.post(
        reverse("organisations:note") + query, {"kind": "note", "on": "2026-11-02", "text": "Me too"}
    )
    colleague_client.post(reverse("organisations:assign") + query, {"assignee": officer.pk})
    assert (secret.interactions.count(), secret.assignments.count()) == (1, 1)


def test_the_stranger_is_refused_everywhere(
    stranger_client: Client, secret: Organisation, officer: User
) -> None:
    """404 for each verb on what does not exist for her, and nothing is written."""
    note = actions.write_note(actor=officer, organisation=secret, text="First")
    task = actions.assign(actor=officer, organisation=secret, assignee=officer)
    entry = actions.delete_interaction(
        actor=officer, interaction=actions.write_note(actor=officer, organisation=secret, text="Gone")
    )
    query = f"?organisation={secret.pk}"
    addresses = [
        reverse("organisations:note") + query,
        reverse("organisations:assign") + query,
        reverse("organisations:adopt") + query,
        reverse("organisations:assignment-done", args=[task.pk]),
        reverse("organisations:interaction-edit", args=[note.pk]),
        reverse("organisations:interaction-delete", args=[note.pk]),
        reverse("organisations:name-add", args=[secret.pk]),
        reverse("organisations:name-remove", args=[secret.names.get().pk]),
        reverse("organisations:identifier-add", args=[secret.pk]),
        reverse("organisations:edit", args=[secret.pk]),
        reverse("organisations:delete", args=[secret.pk]),
        reverse("organisations:confidential", args=[secret.pk]),
        reverse("organisations:undo", args=[entry.pk]),
    ]
    for address in addresses:
        assert stranger_client.post(address, {"text": "x"}).status_code == 404, address
    assert secret.interactions.count() == 1


def test_nothing_is_changed_by_looking(owner_client: Client, toyota: Organisation) -> None:
    """Verbs without a form answer to POST only."""
    for name, arguments in (
        ("delete", [toyota.pk]),
        ("confidential", [toyota.pk]),
        ("adopt", []),
        ("undo", [1]),
    ):
        assert owner_client.get(reverse(f"organisations:{name}", args=arguments)).status_code == 405


def test_a_company_that_nobody_named_is_not_found(owner_client: Client, register: Register) -> None:
    """No company, half a company, an unknown register."""
    for query in ("", "?organisation=x", "?organisation=99999", "?register=nowhere&key=1"):
        assert owner_client.get(reverse("organisations:note") + query).status_code == 404
    gone = owner_client.post(
        reverse("organisations:note") + "?register=edinet&key=E99999",
        {"kind": "note", "on": "2026-11-02", "text": "Who?"},
    )
    assert gone.status_code == 422
    assert "E99999" in gone.content.decode()


def _undo_address(page: str) -> str:
    found = re.search(r'action="(/organisations/undo/\d+/)"', page)
    assert found
    return found[1]
