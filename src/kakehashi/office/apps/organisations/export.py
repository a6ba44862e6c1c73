"""The list of organisations as a workbook, with text that no spreadsheet program takes for a formula."""

from collections.abc import Iterable, Iterator
from io import BytesIO

import xlsxwriter
from django.utils import timezone
from django.utils.translation import gettext as _

from kakehashi.office.apps.organisations.labels import industry_label
from kakehashi.office.apps.organisations.models import Organisation
from kakehashi.office.core.countries import country_name
from kakehashi.tables.export import neutralise


def workbook(organisations: Iterable[Organisation]) -> bytes:
    """An XLSX file with one row for each organisation; constant memory, no formulas."""
    buffer = BytesIO()
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(buffer, options) as book:
        sheet = book.add_worksheet(_("Organisations")[:31])
        bold = book.add_format({"bold": True})
        sheet.write_row(0, 0, _heads(), bold)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, 1, 40)
        sheet.set_column(2, 8, 18)
        for number, cells in enumerate(_rows(organisations), start=1):
            sheet.write_row(number, 0, cells)
    return buffer.getvalue()


def _heads() -> list[str]:
    return [
        _("Name"),
        _("Name in Latin letters"),
        _("Kind"),
        _("Country"),
        _("Industry"),
        _("Capital"),
        _("Currency"),
        _("Assigned to"),
        _("Due on"),
        _("Changed"),
    ]


def _rows(organisations: Iterable[Organisation]) -> Iterator[list[str | int]]:
    for each in organisations:
        latin = getattr(each, "latin_names", [])
        due = getattr(each, "due_on", None)
        yield [
            neutralise(each.display_name),
            neutralise(latin[0].text) if latin else "",
            each.get_kind_display(),
            country_name(each.country),
            neutralise(industry_label(each.industry_scheme, each.industry)),
            each.capital if each.capital is not None else "",
            each.currency,
            neutralise(str(each.assignee)) if each.assignee else "",
            due.isoformat() if due else "",
            timezone.localtime(each.changed_at).date().isoformat(),
        ]
