"""Tells the journal where a request comes from, and turns wrong input into a message instead of a fault."""

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from kakehashi.kernel import WrongInput
from kakehashi.office.core.journal import Origin, origin
from kakehashi.office.core.sentences import complaint

GetResponse = Callable[[HttpRequest], HttpResponse]


class JournalContextMiddleware:
    """Everything recorded while a request is answered carries its channel, address and mark."""

    def __init__(self, get_response: GetResponse) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        here = Origin(
            channel="web", address=request.META.get("REMOTE_ADDR", ""), request=uuid.uuid4().hex[:12]
        )
        with origin(here):
            return self._get_response(request)


class WrongInputMiddleware:
    """A WrongInput that no view answered becomes a sentence on the page the person came from."""

    def __init__(self, get_response: GetResponse) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, WrongInput):
            return None
        sentence = complaint(exception)
        here = request.META.get("HTTP_REFERER", "")
        same_site = url_has_allowed_host_and_scheme(here, allowed_hosts={request.get_host()})
        if request.method == "POST" and same_site and not getattr(request, "htmx", False):
            messages.error(request, sentence)
            return redirect(here)
        return render(request, "core/error.html", {"status": 400, "what": sentence}, status=400)
