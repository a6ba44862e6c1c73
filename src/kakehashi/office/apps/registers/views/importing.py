"""Importing: hand in a file, follow it, look at the dry run, undo."""

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kakehashi.office.apps.accounts.access import one, require, viewer_of
from kakehashi.office.apps.accounts.roles import Capability
from kakehashi.office.apps.registers import actions
from kakehashi.office.apps.registers.access import imports_of
from kakehashi.office.apps.registers.forms import FileForm
from kakehashi.office.apps.registers.import_pages import describe, describe_undo
from kakehashi.office.core.importing import settle
from kakehashi.office.core.sentences import sentence

PAGE = 50


def new_import(request: HttpRequest) -> HttpResponse:
    """The form that takes a file; sending it leads to the page of the import."""
    viewer = viewer_of(request)
    require(viewer, Capability.IMPORT_REGISTERS)
    if request.method != "POST":
        return render(request, "registers/import_new.html", {"form": FileForm()})
    form = FileForm(request.POST, request.FILES)  # reading these is what receives the file
    if getattr(request, "upload_too_large", False):
        limit = {"limit": settings.MAX_UPLOAD_MEGABYTES}
        form.errors["file"] = form.error_class([sentence("core.file_too_large", limit)])
        return render(request, "registers/import_new.html", {"form": form}, status=413)
    if not form.is_valid():
        return render(request, "registers/import_new.html", {"form": form}, status=400)
    record = actions.import_file(actor=viewer, upload=form.cleaned_data["file"], options=form.options())
    return redirect("registers:import-page", pk=record.pk)


def history(request: HttpRequest) -> HttpResponse:
    """Every import that the viewer may see, the latest first."""
    viewer = viewer_of(request)
    page = Paginator(imports_of(viewer), PAGE).get_page(request.GET.get("page"))
    for record in page:
        settle(record)
    context = {"page_obj": page, "may_import": viewer.may(Capability.IMPORT_REGISTERS)}
    return render(request, "registers/imports.html", context)


def import_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One import as it stands now: at work, to be confirmed, done, or not done and why."""
    viewer = viewer_of(request)
    record = settle(one(imports_of(viewer), pk=pk))
    kind, number = request.GET.get("kind", ""), request.GET.get("page", "1")
    context = describe(record, viewer=viewer, kind=kind, page_number=number)
    return render(request, "registers/import.html", context)


def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """GET: what undoing would bring back. POST: undoes."""
    viewer = viewer_of(request)
    require(viewer, Capability.IMPORT_REGISTERS)
    record = one(imports_of(viewer), pk=pk)
    if request.method != "POST":
        return render(request, "registers/import_undo.html", describe_undo(record))
    register = actions.undo_import(actor=viewer, record=record)
    done = _("The import of %(file)s was undone. %(register)s is as it was before.")
    messages.success(request, done % {"file": record.file_name, "register": register})
    return redirect("registers:import-page", pk=pk)
