"""Files that cannot be used: each is refused in a sentence, keeps nobody waiting, and writes nothing."""

import csv
import io
import zipfile
from collections.abc import Callable

import openpyxl
import pytest
from django.test import Client

from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.registers.models import Register
from kakehashi.office.core.models import Import
from tests.office.registers.conftest import ImportFile
from tests.office.registers.edinet_files import HEADER, HOKUTO, KANEKO, SAKATA, edinet_file, line
from tests.office.registers.test_import_pages import page

State = Import.State
pytestmark = pytest.mark.django_db


def _mixed() -> bytes:
    return edinet_file(*[KANEKO] * 3) + "東京都千代田区丸の内".encode() * 3 + b"\r\n"


def _bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 30_000_000)
    return packed.getvalue()


def _without_name() -> bytes:
    return edinet_file(KANEKO).decode("cp932").replace("提出者名,", "会社,").encode("cp932")


def _twice_a_column() -> bytes:
    return edinet_file(KANEKO).decode("cp932").replace("資本金", "決算日").encode("cp932")


def _only_persons() -> bytes:
    return edinet_file(line("E00001", "架空　太郎", filer="個人（組合発行者を除く）"))


@pytest.mark.parametrize(
    ("make", "name", "options", "words"),
    [
        (_mixed, "mixed.csv", {}, "Line "),
        (_bomb, "bomb.xlsx", {}, "as harmful files do"),
        (_without_name, "columns.csv", {"format": "edinet"}, "These columns are missing: 提出者名"),
        (_twice_a_column, "twice.csv", {}, "occur more than once: 決算日"),
        (_only_persons, "persons.csv", {}, "no organisation that could be used"),
        (lambda: b"PK\x03\x04broken", "broken.zip", {}, "The file broken.zip is damaged"),
        (lambda: b"\x00\x01\x02\x03" * 100, "picture.csv", {}, "picture.csv"),
        (lambda: b"\r\n\r\n", "blank.csv", {}, "only blank lines"),
        (lambda: edinet_file(KANEKO), "list.csv", {"encoding": "cp874"}, "it reads as Shift_JIS"),
    ],
    ids=["mixed encodings", "bomb", "missing column", "repeated column", "persons only", "broken archive",
         "binary",
         "blank", "wrong encoding"],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(
    make: Callable[[], bytes], name: str, options: dict[str, str], words: str,
    owner_client: Client, officer: User, plan: ImportFile,
) -> None:  # fmt: skip
    """The page says what is wrong, where, and what to do, and offers to read it differently."""
    record = plan(officer, make(), name=name, **options)
    text = page(owner_client, record)
    record.refresh_from_db()
    assert record.state == State.REFUSED
    assert words in text
    assert record.stored_name not in text
    assert "Read the file differently" in text
    assert not Register.objects.exists()


def test_bad_rows_never_block_the_good_ones(owner_client: Client, officer: User, plan: ImportFile) -> None:
    """A repeated key, a wrong check digit, too few cells, an amount that is none: each with its reason."""
    record = plan(
        officer,
        edinet_file(
            KANEKO,
            SAKATA,
            line("E00004", "二度目株式会社"),
            line("E00007", "誤番号株式会社", number="1010001185038"),
            line("E00010", "誤額株式会社", capital="多額"),
            '"E00011","内国法人・組合"',
        ),
    )
    assert (record.findings["counts"]["new"], record.findings["counts"]["rejected"]) == (2, 4)
    text = page(owner_client, record, kind="rejected")
    for words in ("repeats the key E00004 of line 3", "check digit", "多額", "2 cells"):
        assert words in text


def test_formulas_are_shown_as_text_and_never_computed(
    officer: User, plan: ImportFile, owner_client: Client
) -> None:
    """In a workbook the stored value counts; a formula without one makes its row a rejected one."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEADER.split(","))
    sheet.append(next(csv.reader([KANEKO])))
    sheet.append([*next(csv.reader([HOKUTO]))[:7], '=HYPERLINK("http://example.com","x")'])
    file = io.BytesIO()
    book.save(file)
    record = plan(officer, file.getvalue(), name="list.xlsx")
    counts = record.findings["counts"]
    assert (counts["new"], counts["rejected"]) == (1, 1)
    assert "formulas are not computed here" in page(owner_client, record, kind="rejected")


def test_an_interrupted_dry_run_can_be_run_again(
    officer: User, plan: ImportFile, content: bytes, owner_client: Client
) -> None:
    """A job whose worker is gone is found out when somebody looks."""
    from kakehashi.office.core.models import Job

    record = plan(officer, content)
    Import.objects.filter(pk=record.pk).update(state=State.READING)
    Job.objects.filter(pk=record.job_id).update(state="running", process="elsewhere|1|2", heartbeat_at=None)
    text = page(owner_client, record)
    assert "Run again" in text
    assert "The work was interrupted" in text
