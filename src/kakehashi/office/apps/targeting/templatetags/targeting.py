"""How templates name criteria and reasons for leaving companies out."""

from django import template
from django.utils.formats import number_format

from kakehashi.office.apps.targeting import wording

register = template.Library()

register.filter("criterion_name", wording.criterion)
register.filter("criterion_about", wording.about)
register.filter("excluded_name", wording.excluded)


@register.filter
def amount(value: int, currency: str) -> str:
    """{{ target.capital|amount:"JPY" }}: 3,000,000,000 JPY."""
    return f"{number_format(value, use_l10n=True, force_grouping=True)} {currency}".strip()
