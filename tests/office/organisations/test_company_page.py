"""The company page, of an organisation and of a register row."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings

from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.organisations import actions
from kakehashi.office.apps.organisations.models import Organisation
from kakehashi.office.apps.registers.models import Register
from kakehashi.registers import RegisterRow, Store, plan
from tests.office.companies import FANUC, ROWS, TOYOTA


def _detail(organisation: Organisation) -> str:
    return reverse("organisations:detail", args=[organisation.pk])


ROW = "/organisations/row/edinet/E02144/"


def test_the_page_tells_the_whole_story(owner_client: Client, toyota: Organisation) -> None:
    """Names with their source, derived readings marked, numbers with their check, the register row."""
    page = owner_client.get(_detail(toyota)).content.decode()
    for text in (
        "トヨタ自動車株式会社",
        "TOYOTA MOTOR CORPORATION",
        "toyotajidousha",
        "Derived",
        "1180301018771",
        "Check digit right",
        "Format right",
        "愛知県豊田市トヨタ町１番地",
        "EDINET code list",
        "2,145",
        "資本金",
        "635,402,000,000",
        "Transportation equipment",
    ):
        assert text in page, text
    assert 'lang="ja"' in page


def test_a_register_row_has_the_same_page(owner_client: Client, register: Register) -> None:
    """Nothing is written by looking."""
    page = owner_client.get(ROW)
    assert page.status_code == 200
    assert "In the register only" in page.content.decode()
    assert "toyotajidousha" in page.content.decode()
    assert not Organisation.objects.exists()


def test_a_register_row_that_was_taken_on_leads_to_its_organisation(
    owner_client: Client, toyota: Organisation
) -> None:
    """One company has one page."""
    assert owner_client.get(ROW).url == _detail(toyota)


@pytest.mark.parametrize("key", ["E99999", "../E02144", "%00"])
def test_what_no_register_holds_is_not_found(owner_client: Client, register: Register, key: str) -> None:
    """404, also for keys that mean mischief."""
    assert owner_client.get(f"/organisations/row/edinet/{key}/").status_code == 404
    assert owner_client.get("/organisations/row/nowhere/E02144/").status_code == 404


def test_owner_and_colleague_see_what_is_confidential(
    owner_client: Client, colleague_client: Client, secret: Organisation
) -> None:
    """With a mark that says so."""
    for client in (owner_client, colleague_client):
        page = client.get(_detail(secret))
        assert page.status_code == 200
        assert "Confidential to Promotion team" in page.content.decode()


def test_for_the_stranger_it_does_not_exist(stranger_client: Client, secret: Organisation) -> None:
    """The same 404 as for a number that was never given."""
    for name in ("detail", "edit", "name-add", "identifier-add"):
        assert stranger_client.get(reverse(f"organisations:{name}", args=[secret.pk])).status_code == 404
        assert stranger_client.get(reverse(f"organisations:{name}", args=[99_999])).status_code == 404


def test_anonymous_is_asked_to_sign_in(anonymous_client: Client, toyota: Organisation) -> None:
    """Both addresses of the page."""
    for url in (_detail(toyota), ROW):
        assert anonymous_client.get(url).status_code == 302


def test_the_stranger_sees_the_row_of_a_hidden_organisation_as_a_row(
    stranger_client: Client, owner_client: Client, toyota: Organisation, officer: User
) -> None:
    """The register is public; that somebody works on the company is not."""
    actions.keep_confidential(actor=officer, organisation=toyota)
    page = stranger_client.get(ROW)
    assert page.status_code == 200
    assert "In the register only" in page.content.decode()
    assert owner_client.get(ROW).url == _detail(toyota)


def test_notes_for_the_team_stay_in_the_team(
    colleague_client: Client, stranger_client: Client, toyota: Organisation, officer: User
) -> None:
    """The timeline and the journal of the page keep quiet about them."""
    actions.write_note(actor=officer, organisation=toyota, text="Everybody reads this")
    actions.write_note(actor=officer, organisation=toyota, text="Our own thoughts", team_only=True)
    ours = colleague_client.get(_detail(toyota))
    theirs = stranger_client.get(_detail(toyota))
    assert "Our own thoughts" in ours.content.decode()
    assert "Our own thoughts" not in theirs.content.decode()
    assert "Everybody reads this" in theirs.content.decode()
    assert len(ours.context["journal"]) == len(theirs.context["journal"]) + 1


def test_only_the_author_is_offered_to_change_a_note(
    owner_client: Client, colleague_client: Client, toyota: Organisation, officer: User
) -> None:
    """And for nobody else is there a button."""
    note = actions.write_note(actor=officer, organisation=toyota, text="First")
    url = reverse("organisations:interaction-edit", args=[note.pk])
    assert url in owner_client.get(_detail(toyota)).content.decode()
    assert url not in colleague_client.get(_detail(toyota)).content.decode()


def test_the_page_says_what_the_register_says_differently_now(
    owner_client: Client, toyota: Organisation, register: Register, tmp_path: Path
) -> None:
    """The row is shown as it stood when the company was taken on, with what has changed since."""
    moved = RegisterRow(
        **{name: getattr(TOYOTA, name) for name in RegisterRow.__slots__ if name != "address"},
        address="東京都文京区後楽１丁目",
    )
    _new_version(register, tmp_path, (moved, *ROWS[1:]))
    page = owner_client.get(_detail(toyota)).content.decode()
    assert "The register says something else since then" in page
    assert "東京都文京区後楽１丁目" in page
    _new_version(register, tmp_path, ROWS[1:])
    assert "has no such row any more" in owner_client.get(_detail(toyota)).content.decode()


def test_signals_are_shown_with_their_source_until_they_expire(
    owner_client: Client, toyota: Organisation
) -> None:
    """And after that they say that they no longer count."""
    for title, until in (("Old news", date(2020, 6, 1)), ("New plant", date(2999, 1, 1))):
        toyota.signals.create(
            kind="plant",
            text={"en": title},
            occurred_on=date(2020, 1, 1),
            expires_on=until,
            source_title="Press release",
            source_url="https://example.org/",
        )
    page = owner_client.get(_detail(toyota)).content.decode()
    assert "New plant" in page
    assert page.count("Expired") == 1


def test_an_organisation_entered_by_hand_says_so(owner_client: Client, secret: Organisation) -> None:
    """There is no register to point at."""
    assert "Entered by hand by Officer" in owner_client.get(_detail(secret)).content.decode()


def test_without_a_gazetteer_the_page_says_that_there_is_no_map(
    owner_client: Client, toyota: Organisation, settings: Settings, tmp_path: Path
) -> None:
    """Instead of an empty box."""
    settings.GAZETTEER = tmp_path / "none.sqlite"
    assert "this workspace has no gazetteer" in owner_client.get(_detail(toyota)).content.decode()


@pytest.mark.parametrize(
    ("precision", "words"),
    [
        ("municipality", "Shown at the centre of the municipality"),
        ("prefecture", "Shown at the centre of the prefecture or province"),
        ("country", "Shown at the centre of the country"),
    ],
)
def test_the_map_says_how_precise_it_is(
    owner_client: Client, toyota: Organisation, precision: str, words: str
) -> None:
    """In words, beside the map."""
    toyota.addresses.update(latitude=35.08, longitude=137.15, precision=precision, located_by="GeoNames")
    page = owner_client.get(_detail(toyota)).content.decode()
    assert words in page
    assert "data-map" in page


def test_the_number_of_queries_is_bounded(
    owner_client: Client,
    toyota: Organisation,
    officer: User,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    """However long the story is."""
    for number in range(20):
        actions.write_note(actor=officer, organisation=toyota, text=f"Note {number}")
    with django_assert_max_num_queries(22):
        owner_client.get(_detail(toyota))
    with django_assert_max_num_queries(12):
        owner_client.get(f"/organisations/row/edinet/{FANUC.key}/")


def _new_version(register: Register, folder: Path, rows: tuple[RegisterRow, ...]) -> None:
    """A later version of the register, as an import leaves it."""
    made = plan(iter(rows), None, register="edinet", folder=folder / f"plan{len(rows)}", format="edinet")
    version = Store(folder / "registers").write(
        "edinet", made, created_at=datetime(2026, 11, len(rows), tzinfo=UTC), source={}
    )
    register.current_version = version.name
    register.save()
