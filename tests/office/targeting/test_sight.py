"""What a confidential record may tell on a list that others read: nothing."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from kakehashi.office.apps.accounts.models import Team, User
from kakehashi.office.apps.organisations.actions import adopt
from kakehashi.office.apps.organisations.models import Organisation, RegisterLink, Signal
from kakehashi.office.apps.registers.models import Register
from kakehashi.office.apps.targeting import actions
from kakehashi.office.apps.targeting.models import TargetList
from kakehashi.office.apps.targeting.queries.rows import rows_for
from kakehashi.office.apps.targeting.wording import Wording
from tests.office.places import territory
from tests.office.targeting.conftest import OrderFor


@pytest.fixture
def shared(officer: User, team: Team, register: Register, order: OrderFor) -> TargetList:
    """A shared list in which E00002 has a signal that only the officer's team may know of."""
    secret = adopt(actor=officer, register=register, key="E00002")
    Organisation.objects.filter(pk=secret.pk).update(team=team)
    RegisterLink.objects.filter(organisation=secret).update(team=team)
    Signal.objects.create(
        organisation=secret,
        kind="new_plant",
        text={"en": "A plant is planned abroad"},
        occurred_on=date(2026, 9, 1),
        expires_on=date(2028, 9, 1),
        source_title="Confidential talk",
    )
    places = order().place
    territory.settle(places, "robots", territory.make_organisation("秘密ロボット", team=team))
    made = actions.start(actor=officer, order=order())
    actions.set_shared(actor=officer, target_list=made, shared=True)
    return made


def reasons_page(client: Client, made: TargetList, key: str) -> str:
    rank = made.targets.get(register_key=key).rank
    response = client.get(reverse("targeting:target", args=[made.pk, rank]))
    assert response.status_code == 200
    return response.content.decode()


def test_the_own_team_reads_the_signal_with_its_source(owner_client: Client, shared: TargetList) -> None:
    """The reason, the text and the source."""
    html = reasons_page(owner_client, shared, "E00002")
    assert "planning a new plant" in html
    assert "Confidential talk" in html


def test_a_stranger_reads_nothing_of_it_anywhere(stranger_client: Client, shared: TargetList) -> None:
    """Neither in the list, nor in the reasons, the export, the company's panel."""
    pages = [
        stranger_client.get(reverse("targeting:detail", args=[shared.pk])).content.decode(),
        reasons_page(stranger_client, shared, "E00002"),
        stranger_client.get(
            reverse("targeting:company-panel"), {"register": "edinet", "key": "E00002"}
        ).content.decode(),
    ]
    for html in pages:
        assert "planning a new plant" not in html
        assert "Confidential talk" not in html
        assert "秘密" not in html


def test_how_many_are_near_is_not_told_when_one_of_them_is_confidential(
    owner_client: Client, stranger_client: Client, shared: TargetList
) -> None:
    """A count that holds a confidential organisation is a leak too."""
    assert "2 organisations near here take the next step" in reasons_page(owner_client, shared, "E00001")
    assert "organisations near here" not in reasons_page(stranger_client, shared, "E00001")


def test_points_are_not_shown_for_what_is_hidden(officer: User, stranger: User, shared: TargetList) -> None:
    """Points for signals would tell that there is one; the own team reads them."""
    targets = list(shared.targets.filter(register_key="E00002"))
    words = Wording(shared)
    assert "signals" in rows_for(officer, shared, targets, words)[0].parts
    assert "signals" not in rows_for(stranger, shared, targets, words)[0].parts


def test_a_reader_of_a_shared_list_cannot_weigh_it_anew(
    owner_client: Client, stranger_client: Client, shared: TargetList
) -> None:
    """Signals alone would bring the company with the secret signal to the top."""
    weights = {f"weight_{code}": "10" for code in shared.weights}
    address = reverse("targeting:what-if", args=[shared.pk])
    assert owner_client.get(address, weights).status_code == 200
    assert stranger_client.get(address, weights).status_code == 404
    html = stranger_client.get(reverse("targeting:detail", args=[shared.pk])).content.decode()
    assert "What if the weights" not in html


def test_the_evidence_of_a_hidden_reason_does_not_exist(stranger_client: Client, shared: TargetList) -> None:
    """404, as if there were no such reason."""
    target = shared.targets.get(register_key="E00002")
    index = next(n for n, reason in enumerate(target.reasons) if reason["code"].startswith("signals."))
    address = reverse("targeting:reason-evidence", args=[shared.pk, target.rank, index])
    assert stranger_client.get(address).status_code == 404


def test_a_run_reads_only_what_its_runner_may_see(
    stranger: User, shared: TargetList, order: OrderFor
) -> None:
    """The stranger's own list knows nothing of the signal or of the confidential neighbour."""
    made = actions.start(actor=stranger, order=order(name="Mine"))
    assert made.inputs["signals"] == []
    assert sum(each["organisations"] for each in made.inputs["neighbours"]) == 2
