"""The search box of every page, and the page of results."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def search(request: HttpRequest) -> HttpResponse:
    return render(request, "core/base.html")


def suggest(request: HttpRequest) -> HttpResponse:
    return render(request, "core/base.html")
