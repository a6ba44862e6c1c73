"""Countries and languages by their names in the reader's language."""

from django import template

from kakehashi.office.apps.organisations import labels
from kakehashi.office.core import countries
from kakehashi.office.core.templatetags.office import lang_tag

register = template.Library()


@register.filter
def country_name(code: str) -> str:
    """{{ organisation.country|country_name }}: empty where no country is known."""
    return countries.country_name(code) if code else ""


@register.filter
def industry_name(industry: str, scheme: str) -> str:
    """{{ organisation.industry|industry_name:organisation.industry_scheme }}"""
    return labels.industry_label(scheme, industry)


@register.filter
def language_of_name(tag: str) -> str:
    """{{ name.language|language_of_name }}: the language without the script of a romanisation (`ja-Latn` is
    Japanese).
    """
    base = lang_tag(tag).removesuffix("-Latn")
    return labels.language_label(base)
