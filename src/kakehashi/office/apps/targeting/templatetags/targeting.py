"""How templates name criteria and reasons for leaving companies out."""

from django import template
from django.forms.utils import ErrorDict

from kakehashi.office.apps.places.wording import figure, money
from kakehashi.office.apps.targeting import wording

register = template.Library()

register.filter("criterion_name", wording.criterion)
register.filter("criterion_about", wording.about)
register.filter("excluded_name", wording.excluded)


@register.filter
def weight_errors(errors: ErrorDict, name: str) -> object:
    """{{ form.errors|weight_errors:name }}: what is wrong with one weight."""
    return errors.get(name, "")


@register.filter
def amount(value: int, currency: str) -> str:
    """{{ target.capital|amount:"JPY" }}: 3,000,000,000 JPY."""
    return f"{figure(value)} {currency}".strip()


@register.filter
def in_short(value: int, currency: str) -> str:
    """{{ target.capital|in_short:"JPY" }}: ¥3B, 30億円."""
    return money(value, currency)
