"""The journal, and restoring what was deleted."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def journal_page(request: HttpRequest) -> HttpResponse:
    return render(request, "core/base.html")


def restore(request: HttpRequest, pk: int) -> HttpResponse:
    return render(request, "core/base.html")
