"""The message that follows a deletion, with the button that takes it back."""

from django.contrib import messages
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from kakehashi.office.core.models import JournalEntry


def offer_undo(request: HttpRequest, entry: JournalEntry, sentence: str) -> None:
    """Shows `sentence` with an Undo button on the next page."""
    context = {"sentence": sentence, "entry": entry, "csrf_token": get_token(request)}
    messages.success(request, mark_safe(render_to_string("organisations/_undo.html", context)))  # noqa: S308 - a template's output
