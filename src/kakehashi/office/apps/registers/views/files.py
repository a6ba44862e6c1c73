"""Files to take away: what was handed in, and the rows that were rejected."""

import io

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from kakehashi.kernel import WrongInput
from kakehashi.office.apps.accounts.access import one, viewer_of
from kakehashi.office.apps.registers.access import imports_of
from kakehashi.office.core import importing
from kakehashi.office.core.sentences import sentence
from kakehashi.registers import Plan


def received_file(request: HttpRequest, pk: int) -> FileResponse:
    """The file exactly as it was handed in."""
    record = one(imports_of(viewer_of(request)), pk=pk)
    file = importing.path_of(record).open("rb")
    return FileResponse(
        file, as_attachment=True, filename=record.file_name, content_type="application/octet-stream"
    )


def rejected_rows(request: HttpRequest, pk: int) -> HttpResponse:
    """The rejected rows with the reason first, as CSV that a spreadsheet program will not run."""
    record = one(imports_of(viewer_of(request)), pk=pk)
    try:
        plan = Plan.load(importing.plan_folder(record))
    except WrongInput as gone:
        raise Http404 from gone
    text = io.StringIO(newline="")
    plan.write_rejected(text, titles=(_("Line"), _("Reason")), say=sentence)
    response = HttpResponse(text.getvalue().encode("utf-8"), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="rejected-{record.pk}.csv"'
    return response
