"""How templates name topics, units, gaps and figures."""

from collections.abc import Mapping
from decimal import Decimal

from django import template
from django.conf import settings
from django.utils.translation import gettext

from kakehashi.kernel import Reason
from kakehashi.office.apps.places import wording

register = template.Library()

register.filter("topic_name", wording.topic)
register.filter("unit_name", wording.unit)
register.filter("gap_name", wording.gap)
register.filter("gap_meaning", wording.gap_meaning)
register.filter("scheme_name", wording.scheme)
register.filter("requirement_name", wording.requirement)


@register.filter
def figure(value: Decimal | float | None) -> str:
    """{{ row.value|figure }}: 38.5, not 38.5000."""
    return wording.figure(value)


@register.simple_tag
def gap_sentence(reason: Reason, names: Mapping[str, Mapping[str, str]]) -> str:
    """{% gap_sentence step.gap.reason picture.names %}"""
    return wording.gap_reason(reason, names)


@register.filter
def kinds(words: str) -> list[str]:
    """{% for kind in "missing weak"|kinds %}"""
    return words.split()


@register.filter
def language_name(code: str) -> str:
    """{{ "ja"|language_name }}: the language in the reader's words."""
    return gettext(str(dict(settings.LANGUAGES).get(code.lower(), code)))
