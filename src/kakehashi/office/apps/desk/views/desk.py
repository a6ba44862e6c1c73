"""The desk: what is due, what changed, and the current target list."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def desk(request: HttpRequest) -> HttpResponse:
    return render(request, "core/base.html")
