"""Addresses of the assets carry a mark of the build: caches may keep them, and an upgrade is seen at once."""

from functools import cache
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.storage import StaticFilesStorage


class MarkedStorage(StaticFilesStorage):
    def url(self, name: str | None, *args: Any, **kwargs: Any) -> str:
        address = super().url(name, *args, **kwargs)
        mark = build_mark()
        return f"{address}?v={mark}" if mark else address


@cache
def build_mark() -> str:
    """The first letters of the fingerprint that the build left, or nothing in a checkout that was never built."""
    stamp = settings.OFFICE / "static" / "dist" / ".built-from"
    return stamp.read_text(encoding="ascii")[:10] if stamp.exists() else ""
