"""Japan's corporate numbers as the National Tax Agency publishes them: full file and differences."""

import json
import unicodedata
from collections.abc import Callable
from itertools import islice

from kakehashi.kernel import WrongInput
from kakehashi.names.identifiers import check
from kakehashi.registers.format import Format, Read, reject
from kakehashi.registers.row import LeftOut, RegisterRow
from kakehashi.tables import Table, TableRow

#: The 30 columns of the layout (Resource Definition Document ver. 4), which its files do not name.
COLUMNS = (
    "sequence", "corporate_number", "process", "correction", "update_date", "change_date", "name",
    "name_image", "kind", "prefecture", "city", "street", "address_image", "prefecture_code",
    "city_code", "post_code",
    "address_abroad", "address_abroad_image", "close_date", "close_cause", "successor", "change_cause",
    "assignment_date", "latest", "english_name", "english_prefecture", "english_address",
    "english_address_abroad", "furigana", "hidden",
)  # fmt: skip
_PUBLIC = {"101", "201"}
_FOREIGN = {"401"}
_OTHER = {"499"}
_DELETED = "99"


def make_reader(table: Table) -> Callable[[TableRow], Read]:
    """The function that reads one row; rows of a former state (`latest` 0) are passed over and counted."""

    def read(row: TableRow) -> Read:
        values = dict(zip(COLUMNS, (cell.strip() for cell in row.raw), strict=True))
        if values["latest"] == "0":
            return LeftOut(line=row.line, code="registers.former_state", params={"line": row.line})
        try:
            return _organisation(values, line=row.line)
        except WrongInput as error:
            return reject(row, error.code, **{name: str(value) for name, value in error.params.items()})

    return read


def _organisation(values: dict[str, str], *, line: int) -> RegisterRow:
    number = check("jp.corporate_number", values["corporate_number"]).value
    abroad = bool(values["address_abroad"])
    home = values["prefecture"] + values["city"] + values["street"]
    return RegisterRow(
        key=number,
        name=" ".join(values["name"].split()),
        language="ja",
        reading=unicodedata.normalize("NFKC", values["furigana"]),
        english=values["english_name"],
        identifiers=(("jp.corporate_number", number),),
        country="" if abroad and not home else "JP",
        region=values["prefecture"],
        municipality=values["city"],
        address=home or values["address_abroad"],
        kind=_kind(values["kind"]),
        foreign=values["kind"] in _FOREIGN,
        status="closed" if values["close_date"] or values["process"] == _DELETED else "active",
        original=json.dumps({name: text for name, text in values.items() if text}, ensure_ascii=False),
        line=line,
        updated_on=values["update_date"],
    )


def _kind(code: str) -> str:
    if not code.isdigit() or len(code) != 3:
        raise WrongInput("registers.kind_unknown", kind=code)
    if code in _PUBLIC:
        return "public_body"
    return "other" if code in _OTHER else "company"


def _is_layout(table: Table) -> bool:
    """30 columns without a header, with a 13-digit number in the second."""
    if table.has_header or len(table.columns) != len(COLUMNS):
        return False
    first = next(iter(table.rows()), None)
    return first is not None and len(first.raw) > 1 and first.raw[1].isdigit() and len(first.raw[1]) == 13


def _is_difference(table: Table) -> bool:
    """A day's difference: all rows were updated on one day."""
    return (
        _is_layout(table) and len({row.raw[4] for row in islice(table.rows(), 200) if len(row.raw) > 4}) == 1
    )


def _is_full(table: Table) -> bool:
    return _is_layout(table) and not _is_difference(table)


NTA = Format(code="nta", register="jp.nta", complete=True, recognises=_is_full, reader=make_reader)
NTA_DIFF = Format(
    code="nta-diff",
    register="jp.nta",
    complete=False,
    dated=True,
    recognises=_is_difference,
    reader=make_reader,
)
