"""What the buttons of an import's page do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kakehashi.office.apps.accounts.access import one, require, viewer_of
from kakehashi.office.apps.accounts.roles import Capability
from kakehashi.office.apps.registers import actions
from kakehashi.office.apps.registers.access import imports_of
from kakehashi.office.apps.registers.forms import ReadingForm
from kakehashi.office.apps.registers.import_pages import describe_mapping
from kakehashi.office.core.models import Import


@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    viewer = viewer_of(request)
    actions.confirm_import(actor=viewer, record=one(imports_of(viewer), pk=pk))
    return redirect("registers:import-page", pk=pk)


@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    viewer = viewer_of(request)
    actions.discard_import(actor=viewer, record=one(imports_of(viewer), pk=pk))
    return redirect("registers:import-page", pk=pk)


@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Another dry run: of the same import, or of a new one when this one was undone."""
    viewer = viewer_of(request)
    record = one(imports_of(viewer), pk=pk)
    if record.state == Import.State.UNDONE:
        record = actions.apply_again(actor=viewer, record=record)
        return redirect("registers:import-page", pk=record.pk)
    form = ReadingForm(request.POST)
    options = form.options() if "format" in request.POST and form.is_valid() else None
    actions.plan_again(actor=viewer, record=record, options=options)
    return redirect("registers:import-page", pk=pk)


@require_POST
def map_columns(request: HttpRequest, pk: int) -> HttpResponse:
    """The answer to which column holds what; a dry run follows."""
    viewer = viewer_of(request)
    require(viewer, Capability.IMPORT_REGISTERS)
    record = one(imports_of(viewer), pk=pk)
    context = describe_mapping(record, data=request.POST)
    form = context["form"]
    if not form.is_valid():
        return render(request, "registers/import.html", context, status=400)
    actions.plan_again(actor=viewer, record=record, options=form.options(record.options))
    return redirect("registers:import-page", pk=pk)
