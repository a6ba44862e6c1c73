"""Answers each request in the language and the time zone of the person who asks."""

import zoneinfo
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

from kakehashi.office.apps.accounts.models import User


class PreferencesMiddleware:
    """Signed in: the person's own language and zone. Otherwise: the cookie, then what the browser asks for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        user = request.user if isinstance(request.user, User) else None
        language = (user and user.language) or translation.get_language_from_request(request)
        request.LANGUAGE_CODE = language
        with translation.override(language), timezone.override(_zone(user)):
            response = self._get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


def _zone(user: User | None) -> zoneinfo.ZoneInfo:
    name = (user and (user.time_zone or (user.team and user.team.office.time_zone))) or settings.TIME_ZONE
    try:
        return zoneinfo.ZoneInfo(name)
    except zoneinfo.ZoneInfoNotFoundError:
        return zoneinfo.ZoneInfo(settings.TIME_ZONE)
