"""The registers, their rows and their versions."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kakehashi.office.apps.accounts.access import one, viewer_of
from kakehashi.office.apps.accounts.roles import Capability
from kakehashi.office.apps.registers.access import imports_of, registers_of
from kakehashi.office.apps.registers.queries import with_last_import
from kakehashi.office.apps.registers.row_pages import RegisterRows

PAGE = 50
#: Rows found by a search are read one by one, so a page of them is shorter.
FOUND_PAGE = 25


def register_list(request: HttpRequest) -> HttpResponse:
    """Every register with its size, date and last import."""
    viewer = viewer_of(request)
    registers = with_last_import(registers_of(viewer))
    may_import = viewer.may(Capability.IMPORT_REGISTERS)
    return render(request, "registers/list.html", {"registers": registers, "may_import": may_import})


def rows(request: HttpRequest, code: str) -> HttpResponse:
    """The rows of a register's current version; `?q=` finds some of them."""
    register = one(with_last_import(registers_of(viewer_of(request))), code=code)
    found = RegisterRows(register, query=request.GET.get("q", "").strip())
    page = Paginator(found, FOUND_PAGE if found.query else PAGE).get_page(request.GET.get("page"))
    context = {"register": register, "page_obj": page, "found": found}
    return render(request, "registers/rows.html", context)


def versions(request: HttpRequest, code: str) -> HttpResponse:
    """What became of a register: every version, who imported it, which one is current."""
    viewer = viewer_of(request)
    register = one(registers_of(viewer), code=code)
    made = register.versions.select_related("made_by__owner").order_by("-pk")
    page = Paginator(made, PAGE).get_page(request.GET.get("page"))
    visible = set(
        imports_of(viewer)
        .filter(pk__in=[version.made_by_id for version in page])
        .values_list("pk", flat=True)
    )
    context = {"register": register, "page_obj": page, "visible": visible}
    return render(request, "registers/versions.html", context)
