"""A table of unknown layout: somebody says which column holds what, once."""

import pytest
from django.test import Client
from django.urls import reverse

from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.registers import actions
from kakehashi.office.apps.registers.models import Register
from kakehashi.office.apps.registers.queries import snapshot_of
from kakehashi.office.core.models import Import
from tests.office.registers.conftest import ImportFile
from tests.office.registers.test_import_pages import page

State = Import.State
pytestmark = pytest.mark.django_db

CHINESE = (
    "企业名称,统一社会信用代码,注册地址,注册资本\n"
    "桥机器人有限公司,91350211M000100Y46,苏州市相城区高铁新城,\"1,000万元\"\n"
    "无代码有限公司,,苏州市,500万\n"
)  # fmt: skip
ANSWER = {
    "name": "Firms of the district",
    "country": "CN",
    "language": "zh-hans",
    "as_of": "2026-06-30",
    "complete": "on",
    "column_0": "name",
    "column_1": "identifier:cn.uscc",
    "column_2": "address",
    "column_3": "capital",
}


def answer(client: Client, record: Import, **changes: str) -> int:
    """Sends the form and returns the status."""
    return client.post(reverse("registers:import-columns", args=[record.pk]), ANSWER | changes).status_code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_an_unknown_table_asks_which_column_holds_what(
    encoding: str, owner_client: Client, officer: User, plan: ImportFile
) -> None:
    """With examples from the file and the usual answers chosen beforehand, in whatever encoding it comes."""
    record = plan(officer, CHINESE.encode(encoding))
    assert record.state == State.UNMAPPED
    text = page(owner_client, record)
    assert "苏州市相城区高铁新城" in text
    assert '<option value="identifier:cn.uscc" selected>' in text
    assert '<option value="capital" selected>' in text


def test_the_answer_makes_a_register_and_is_used_for_the_next_file(
    owner_client: Client, officer: User, plan: ImportFile
) -> None:
    """Name, country, date and mapping are kept with it; the second file of this layout is not asked about."""
    record = plan(officer, CHINESE.encode("gb18030"))
    assert answer(owner_client, record) == 302
    record.refresh_from_db()
    assert (record.state, record.findings["counts"]["new"]) == (State.PLANNED, 2)
    assert "Firms of the district" in page(owner_client, record)
    actions.confirm_import(actor=officer, record=record)
    register = Register.objects.get()
    assert (register.code, register.country, str(register.as_of)) == (
        "firms-of-the-district",
        "CN",
        "2026-06-30",
    )
    snapshot = snapshot_of(register)
    assert snapshot is not None
    assert snapshot.rows(0, 1)[0].capital == 10_000_000
    second = plan(officer, CHINESE.encode())
    assert (second.state, second.findings["counts"]["same"]) == (State.PLANNED, 2)


def test_the_columns_can_be_named_anew(owner_client: Client, officer: User, plan: ImportFile) -> None:
    """Who declares another table is asked again, with the saved answers to begin with."""
    record = plan(officer, CHINESE.encode())
    answer(owner_client, record, column_3="")
    record.refresh_from_db()
    actions.confirm_import(actor=officer, record=record)
    asked = plan(officer, CHINESE.encode(), format="csv")
    assert asked.state == State.UNMAPPED
    text = page(owner_client, asked)
    assert '<option value="firms-of-the-district" selected>' in text
    assert '<option value="CN" selected>' in text
    assert '<option value="capital" selected>' not in text


def test_a_declared_known_layout_can_still_be_named_by_hand(
    officer: User, plan: ImportFile, content: bytes
) -> None:
    """Who declares another table gets the form, even for a layout that would be recognised."""
    assert plan(officer, content, format="csv").state == State.UNMAPPED


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"column_0": ""}, "Choose the column that holds the name"),
        ({"column_2": "name"}, "Another column already holds this"),
        ({"name": ""}, "Give the new register a name"),
    ],
)
def test_an_answer_that_cannot_be_used_is_said_beside_the_question(
    change: dict[str, str], sentence: str, owner_client: Client, officer: User, plan: ImportFile
) -> None:
    """Nothing is lost of what was chosen."""
    record = plan(officer, CHINESE.encode())
    response = owner_client.post(reverse("registers:import-columns", args=[record.pk]), ANSWER | change)
    assert response.status_code == 400
    assert sentence in response.content.decode()
    record.refresh_from_db()
    assert record.state == State.UNMAPPED


def test_a_second_register_of_the_same_name_gets_a_code_of_its_own(
    owner_client: Client, officer: User, plan: ImportFile
) -> None:
    """Two lists that are called alike stay apart; a name in Chinese gets a code from its country."""
    Register.objects.create(code="firms-of-the-district", name={"en": "Other"}, country="CN", format="csv")
    record = plan(officer, CHINESE.encode())
    answer(owner_client, record)
    record.refresh_from_db()
    assert record.findings["register"] == "firms-of-the-district-2"
    another = plan(officer, CHINESE.encode(), format="csv")
    answer(owner_client, another, name="相城区企业")
    another.refresh_from_db()
    assert another.findings["register"] == "cn-register"


def test_a_table_may_feed_a_register_that_is_there(
    owner_client: Client, officer: User, plan: ImportFile
) -> None:
    """Its rows are compared with that register's."""
    record = plan(officer, CHINESE.encode())
    answer(owner_client, record)
    record.refresh_from_db()
    actions.confirm_import(actor=officer, record=record)
    renamed = plan(officer, CHINESE.replace("企业名称", "公司").encode())
    assert renamed.state == State.UNMAPPED
    answer(owner_client, renamed, register="firms-of-the-district", name="")
    renamed.refresh_from_db()
    assert renamed.findings["counts"]["same"] == 2
    actions.confirm_import(actor=officer, record=renamed)
    assert Register.objects.get().name == {"en": "Firms of the district"}
