"""The workbook: exactly the rows of the filter, in the reader's language, with how they came about."""

import io

from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.targeting.models import TargetList
from kakehashi.office.core.models import JournalEntry


def workbook(client: Client, made: TargetList, **query: str) -> Workbook:
    response = client.get(reverse("targeting:export", args=[made.pk]), query)
    assert response.status_code == 200
    assert "attachment" in response.headers["Content-Disposition"]
    return load_workbook(io.BytesIO(response.content))


def column(book: Workbook, number: int) -> list[object]:
    return [row[number].value for row in book.worksheets[0].iter_rows(min_row=2)]


def test_the_export_holds_the_whole_list(owner_client: Client, frozen: TargetList) -> None:
    """One line for each target, by rank, with all reasons as sentences."""
    book = workbook(owner_client, frozen)
    assert column(book, 1) == list(frozen.targets.order_by("rank").values_list("register_key", flat=True))
    assert "Nobody here covers Bearings yet" in str(column(book, 6)[0])


def test_the_export_holds_what_the_filter_shows(owner_client: Client, frozen: TargetList) -> None:
    """The same query as the page; the second sheet says which filter it was."""
    book = workbook(owner_client, frozen, industry="tse33:3650")
    assert column(book, 1) == ["E00004"]
    notes = {row[0].value: row[1].value for row in book.worksheets[1].iter_rows()}
    assert notes["Rows in this file"] == 1
    assert "tse33:3650" in notes["Filter"]
    assert notes["Fingerprint"] == frozen.fingerprint
    assert notes["Fills a gap"] == 40


def test_what_could_run_as_a_formula_is_made_harmless(owner_client: Client, frozen: TargetList) -> None:
    """A company whose name begins with = stays text."""
    book = workbook(owner_client, frozen, q="E00006")
    cell = book.worksheets[0].cell(row=2, column=3)
    assert cell.data_type == "s"
    assert cell.value == "'=橋自動化株式会社"


def test_the_head_is_in_the_readers_language(owner_client: Client, officer: User, frozen: TargetList) -> None:
    """And so are the names of steps in the sentences."""
    User.objects.filter(pk=officer.pk).update(language="ja")
    assert "軸受" in str(column(workbook(owner_client, frozen), 6)[0])


def test_the_journal_says_who_took_how_many(owner_client: Client, frozen: TargetList) -> None:
    """Exports are recorded."""
    workbook(owner_client, frozen, industry="tse33:3650")
    entry = JournalEntry.objects.get(action="target_list_exported")
    assert entry.params["count"] == 1
    assert entry.actor_name == "Officer"


def test_an_empty_filter_gives_a_head_without_rows(owner_client: Client, frozen: TargetList) -> None:
    """No fault, no rows."""
    assert column(workbook(owner_client, frozen, q="どこにもない"), 1) == []
