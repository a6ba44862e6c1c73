"""The parts of which every page is made, on one page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def parts(request: HttpRequest) -> HttpResponse:
    return render(request, "core/parts.html")
