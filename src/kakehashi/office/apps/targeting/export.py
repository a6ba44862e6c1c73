"""Writes the rows of a filter to a workbook in the reader's language, with a second sheet on how they came
about.
"""

import io
from collections.abc import Iterator, Sequence
from typing import Any

import xlsxwriter
from django.db import transaction
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kakehashi.office.apps.accounts.access import require
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.accounts.roles import Capability
from kakehashi.office.apps.places.wording import gap
from kakehashi.office.apps.targeting import wording
from kakehashi.office.apps.targeting.models import Target, TargetList
from kakehashi.office.apps.targeting.queries.rows import TargetRow, rows_for
from kakehashi.office.core import journal
from kakehashi.office.core.multilingual import text_in
from kakehashi.tables import neutralise
from kakehashi.targeting import CRITERIA

_PAGE = 200
#: Width of the columns in characters, in the order of `_header`.
_WIDTHS = (6, 14, 34, 34, 28, 8, 90, 34, 12, 22, 14, 14, 16, 8, 8, 18)


def export(*, actor: User, target_list: TargetList, targets: QuerySet[Target], filter_text: str) -> bytes:
    """The workbook with exactly `targets`; the journal says who took how many. Cells never run as
    formulas.
    """
    require(actor, Capability.EXPORT)
    buffer = io.BytesIO()
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(buffer, options) as book:
        count = _write_targets(book, actor, target_list, targets)
        _write_notes(book, target_list, count=count, filter_text=filter_text)
    with transaction.atomic():
        journal.record(
            actor=actor,
            action="target_list_exported",
            subject=target_list,
            params={"count": count, "filter": filter_text},
            team_id=target_list.team_id,
        )
    return buffer.getvalue()


def _write_targets(book: Any, viewer: User, target_list: TargetList, targets: QuerySet[Target]) -> int:
    sheet = book.add_worksheet(_("Targets")[:31])
    strong, wrapped = (
        book.add_format({"bold": True, "bottom": 1}),
        book.add_format({"text_wrap": True, "valign": "top"}),
    )
    plain = book.add_format({"valign": "top"})
    for column, width in enumerate([*_WIDTHS, *(12 for _each in CRITERIA)]):
        sheet.set_column(column, column, width, wrapped if width > 40 else plain)
    sheet.freeze_panes(1, 3)
    _write(sheet, 0, _header(), strong)
    words = wording.Wording(target_list)
    line = 0
    for page in _pages(targets):
        for row in rows_for(viewer, target_list, page, words):
            line += 1
            _write(sheet, line, _cells(row, words))
    if line:
        sheet.autofilter(0, 0, line, len(_header()) - 1)
    return line


def _header() -> list[str]:
    return [
        _("Rank"),
        _("Register key"),
        _("Name"),
        _("English name"),
        _("Reading"),
        _("Score"),
        _("Why"),
        _("Step of the chain"),
        _("Gap"),
        _("Industry"),
        _("Region"),
        _("Municipality"),
        _("Capital"),
        _("Currency"),
        _("Listed"),
        _("Assignee"),
        *(wording.criterion(each.code) for each in CRITERIA),
    ]


def _cells(row: TargetRow, words: wording.Wording) -> list[object]:
    target = row.target
    assignee = row.organisation.assignee if row.organisation else None
    return [
        target.rank,
        target.register_key,
        target.name,
        target.english,
        target.reading,
        target.score,
        " ".join(words.reason(reason) for reason in row.reasons),
        ", ".join(row.nodes),
        gap(target.gap_kind) if target.gap_kind else "",
        row.industry,
        target.region,
        target.municipality,
        target.capital,
        target.currency,
        {True: _("yes"), False: _("no"), None: ""}[target.listed],
        str(assignee or ""),
        *(row.parts.get(each.code) for each in CRITERIA),
    ]


def _write_notes(book: Any, target_list: TargetList, *, count: int, filter_text: str) -> None:
    sheet = book.add_worksheet(_("How it was made")[:31])
    strong, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 30, strong)
    sheet.set_column(1, 1, 80, wrapped)
    for line, cells in enumerate(_notes(target_list, count=count, filter_text=filter_text)):
        _write(sheet, line, cells)


def _notes(target_list: TargetList, *, count: int, filter_text: str) -> list[list[object]]:
    register = target_list.register
    frozen_at = target_list.frozen_at
    return [
        [_("List"), target_list.name],
        [_("Place"), text_in(target_list.place.name)],
        [_("Register"), text_in(register.name)],
        [_("Source"), " ".join(filter(None, [register.attribution, register.source_url]))],
        [_("Register as of"), _date(target_list.register_as_of)],
        [_("Register version"), target_list.register_version],
        [_("Signals counted on"), _date(target_list.as_of)],
        [_("Frozen"), date_format(frozen_at, "DATETIME_FORMAT") if frozen_at else ""],
        [_("Made by"), str(target_list.owner)],
        [_("Fingerprint"), target_list.fingerprint],
        [_("Rows in this file"), count],
        [_("Filter"), filter_text or _("none: the whole list")],
        [_("Companies considered"), target_list.considered],
        *([wording.excluded(each["code"]), each["count"]] for each in target_list.excluded),
        [],
        [_("Criterion"), _("Weight")],
        *([wording.criterion(each.code), target_list.weights.get(each.code, 0)] for each in CRITERIA),
        *_unused(target_list),
        [],
        [
            _("Note"),
            _("A score is the sum of its reasons. It says how well a company fits, not that it will come."),
        ],
    ]


def _unused(target_list: TargetList) -> list[list[object]]:
    """The criteria that had nothing to rest on."""
    codes = target_list.summary.get("unused", ())
    return [[wording.criterion(code), _("no data for this place; not counted")] for code in codes]


def _date(day: Any) -> str:
    return date_format(day, "DATE_FORMAT") if day else ""


def _pages(targets: QuerySet[Target]) -> Iterator[list[Target]]:
    start = 0
    while page := list(targets[start : start + _PAGE]):
        yield page
        start += _PAGE


def _write(sheet: Any, line: int, cells: Sequence[object], style: Any = None) -> None:
    for column, cell in enumerate(cells):
        if isinstance(cell, bool) or cell is None or cell == "":
            continue
        if isinstance(cell, int | float):
            sheet.write_number(line, column, cell, style)
        else:
            sheet.write_string(line, column, neutralise(str(cell)), style)
