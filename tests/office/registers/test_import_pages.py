"""The pages of an import, for its owner, her colleague, a stranger, one who may not import, and nobody."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings

from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.registers import actions
from kakehashi.office.apps.registers.models import Register
from kakehashi.office.core.models import Import
from tests.office.registers.conftest import ImportFile
from tests.office.registers.edinet_files import KANEKO, SAKATA, edinet_file, line

State = Import.State
pytestmark = pytest.mark.django_db
PAGES = ("import-page", "import-file", "import-rejected")
STEPS = ("import-confirm", "import-discard", "import-again", "import-undo", "import-columns")


def send(client: Client, content: bytes, *, name: str = "list.csv", **options: str) -> Import:
    """Hands in a file through the form and returns its import."""
    file = SimpleUploadedFile(name, content)
    response = client.post(reverse("registers:import"), {"file": file, **options})
    assert response.status_code == 302, response.content.decode()
    return Import.objects.latest("pk")


def page(client: Client, record: Import, **query: str) -> str:
    """The page of an import."""
    response = client.get(reverse("registers:import-page", args=[record.pk]), query)
    assert response.status_code == 200
    return response.content.decode()


def test_the_form_takes_a_file_and_the_dry_run_is_shown(owner_client: Client, content: bytes) -> None:
    """Encoding, date, columns, counts, and how many persons were left out and why."""
    assert owner_client.get(reverse("registers:import")).status_code == 200
    text = page(owner_client, send(owner_client, content))
    for words in (
        "Shift_JIS (CP932)", "EDINET code list", "will be created", "2026年10月05日現在",
        "1 natural person is in this file",
        "カネコ種苗株式会社", "Confirm import", "Oct. 5, 2026", "13 columns",
    ):  # fmt: skip
        assert words in text
    assert "架空" not in text


def test_rejected_rows_say_why_and_can_be_taken_away(owner_client: Client) -> None:
    """As CSV, with the reason first, and with nothing that a spreadsheet program would run."""
    bad = line("E00007", "=HYPERLINK(1)", number="1010001185038")
    record = send(owner_client, edinet_file(KANEKO, bad))
    assert "1010001185038" in page(owner_client, record, kind="rejected")
    response = owner_client.get(reverse("registers:import-rejected", args=[record.pk]))
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert rows[0][:3] == ["Line", "Reason", "ＥＤＩＮＥＴコード"]
    assert rows[1][0] == "4"
    assert rows[1][8] == "'=HYPERLINK(1)"
    assert "attachment" in response["Content-Disposition"]


def test_changed_rows_show_each_field_before_and_after(
    owner_client: Client, officer: User, apply: ImportFile
) -> None:
    """With the words of the reader."""
    apply(officer, edinet_file(KANEKO, SAKATA))
    moved = line(
        "E00004",
        "カネコ種苗株式会社",
        capital="2000",
        number="5070001000715",
        english="KANEKO SEEDS CO., LTD.",
    )
    text = page(owner_client, send(owner_client, edinet_file(moved, SAKATA)), kind="changed")
    assert "<del>100,000,000</del>" in text
    assert "<ins>2,000,000,000</ins>" in text
    assert "Capital" in text


def test_confirm_then_undo_with_a_preview(
    owner_client: Client, officer: User, apply: ImportFile, content: bytes
) -> None:
    """The result, the preview that names the version that returns, and the result of undoing."""
    apply(officer, edinet_file(KANEKO), name="first.csv")
    record = send(owner_client, content)
    owner_client.post(reverse("registers:import-confirm", args=[record.pk]))
    text = page(owner_client, record)
    assert "3 rows are the current version, written by Officer" in text
    assert "Rejected rows with reasons" in text
    preview = owner_client.get(reverse("registers:import-undo", args=[record.pk])).content.decode()
    assert "first.csv" in preview
    response = owner_client.post(reverse("registers:import-undo", args=[record.pk]), follow=True)
    assert "Apply again" in response.content.decode()
    assert Register.objects.get().row_count == 1


def test_undo_below_a_later_import_is_refused_in_a_sentence(
    owner_client: Client, officer: User, apply: ImportFile, content: bytes
) -> None:
    """Before the click and after it."""
    first = apply(officer, content)
    apply(officer, edinet_file(KANEKO), name="later.csv")
    url = reverse("registers:import-undo", args=[first.pk])
    assert "Undo that one first" in owner_client.get(url).content.decode()
    response = owner_client.post(url, headers={"referer": f"http://testserver{url}"}, follow=True)
    assert "undo later.csv first" in response.content.decode()


def test_a_file_that_is_all_there_already_needs_no_import(
    owner_client: Client, officer: User, apply: ImportFile, content: bytes
) -> None:
    """It is said, and nothing can be confirmed; a newer date alone can."""
    apply(officer, content)
    text = page(owner_client, send(owner_client, content))
    assert "There is nothing to import" in text
    assert "Confirm import" not in text
    newer = page(
        owner_client,
        send(owner_client, content.replace("10月05日".encode("cp932"), "10月06日".encode("cp932"))),
    )
    assert "only moves the date" in newer
    assert "Confirm import" in newer


def test_a_wrong_encoding_is_refused_and_can_be_read_differently(
    owner_client: Client, content: bytes
) -> None:
    """The sentence says what it reads as; the same file is then read again without being sent again."""
    record = send(owner_client, content, encoding="gb18030")
    text = page(owner_client, record)
    assert "it reads as Shift_JIS (CP932)" in text
    assert "Read the file differently" in text
    owner_client.post(
        reverse("registers:import-again", args=[record.pk]), {"format": "", "encoding": "", "sheet": ""}
    )
    record.refresh_from_db()
    assert record.state == State.PLANNED


def test_an_empty_file_and_no_file_are_refused_on_the_form(owner_client: Client) -> None:
    """Nothing is kept."""
    url = reverse("registers:import")
    assert owner_client.post(url, {}).status_code == 400
    response = owner_client.post(url, {"file": SimpleUploadedFile("empty.csv", b"")})
    assert response.status_code == 400
    assert "is empty" in response.content.decode()
    assert not Import.objects.exists()


def test_a_file_that_is_too_large_is_refused_in_one_sentence(
    owner_client: Client, settings: Settings
) -> None:
    """While it arrives; nothing is kept."""
    settings.MAX_UPLOAD_MEGABYTES = 1
    file = SimpleUploadedFile("large.csv", b"a,b\n" * 1_000_000)
    response = owner_client.post(reverse("registers:import"), {"file": file})
    assert response.status_code == 413
    assert "larger than 1 MB" in response.content.decode()
    assert "This field is required" not in response.content.decode()
    assert not Import.objects.exists()


def test_the_team_sees_an_import_and_strangers_do_not(
    owner_client: Client,
    colleague_client: Client,
    stranger_client: Client,
    anonymous_client: Client,
    content: bytes,
) -> None:
    """On every page and for every step of it."""
    record = send(owner_client, content)
    for name in PAGES:
        url = reverse(f"registers:{name}", args=[record.pk])
        assert owner_client.get(url).status_code == 200
        assert colleague_client.get(url).status_code == 200
        assert stranger_client.get(url).status_code == 404
        assert anonymous_client.get(url)["Location"].startswith("/sign-in/")
    for name in STEPS:
        url = reverse(f"registers:{name}", args=[record.pk])
        assert stranger_client.post(url).status_code == 404
        assert anonymous_client.post(url)["Location"].startswith("/sign-in/")
    assert "list.csv" in colleague_client.get(reverse("registers:imports")).content.decode()
    assert "list.csv" not in stranger_client.get(reverse("registers:imports")).content.decode()
    record.refresh_from_db()
    assert record.state == State.PLANNED


def test_who_may_not_import_sees_and_does_not_touch(
    park_manager: User, owner_client: Client, content: bytes
) -> None:
    """No buttons; 403 for those who send the form all the same."""
    record = send(owner_client, content)
    client = Client()
    client.force_login(park_manager)
    assert "Confirm import" not in page(client, record)
    assert client.get(reverse("registers:import")).status_code == 403
    for name in ("import-confirm", "import-discard", "import-again", "import-undo"):
        assert client.post(reverse(f"registers:{name}", args=[record.pk])).status_code == 403


def test_the_received_file_comes_back_byte_for_byte(owner_client: Client, content: bytes) -> None:
    """Under its own name."""
    record = send(owner_client, content, name="名簿.csv")
    response = owner_client.get(reverse("registers:import-file", args=[record.pk]))
    assert b"".join(response.streaming_content) == content
    assert "utf-8''%E5%90%8D%E7%B0%BF.csv" in response["Content-Disposition"]


def test_the_history_lists_every_import(
    owner_client: Client, officer: User, apply: ImportFile, content: bytes,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:  # fmt: skip
    """With state and counts, in few queries."""
    first = apply(officer, content)
    for number in range(5):
        apply(officer, edinet_file(KANEKO, line("E00001", f"会社{number}")), name=f"{number}.csv")
    actions.undo_import(actor=officer, record=Import.objects.latest("pk"))
    with django_assert_max_num_queries(12):
        text = owner_client.get(reverse("registers:imports")).content.decode()
    assert first.file_name in text
    assert "Undone" in text
    assert "3 new, 0 changed, 0 same, 1 rejected" in text


def test_a_stored_plan_that_is_gone_is_said_and_mended(owner_client: Client, content: bytes) -> None:
    """The page still opens; confirming says what to do; planning again makes it good."""
    from kakehashi.office.core import importing

    record = send(owner_client, content)
    importing.forget_plan(record)
    assert "no longer there" in page(owner_client, record)
    owner_client.post(reverse("registers:import-confirm", args=[record.pk]))
    assert "Make" in page(owner_client, record) or "Upload the file again" in page(owner_client, record)
    owner_client.post(reverse("registers:import-again", args=[record.pk]))
    record.refresh_from_db()
    assert record.state == State.PLANNED
