"""What the templates of every app may say: text in the reader's language, sentences, amounts."""

from collections.abc import Mapping

from django import template
from django.http import QueryDict
from django.utils import numberformat
from django.utils.translation import get_language

from kakehashi.office.core import multilingual
from kakehashi.office.core.sentences import sentence

register = template.Library()

#: BCP 47 tags for the `lang` attribute, which picks the font.
TAGS = {"zh-hans": "zh-Hans", "zh": "zh-Hans", "zh-hant": "zh-Hant"}


@register.filter
def in_language(texts: Mapping[str, str] | str | None) -> str:
    """{{ place.name|in_language }}: a multilingual text in the reader's language."""
    return multilingual.text_in(texts)


@register.filter
def lang_tag(code: str | None) -> str:
    """{{ name.language|lang_tag }}: the language as an HTML `lang` attribute."""
    return TAGS.get((code or "").lower(), code or "")


@register.simple_tag
def say(code: str, params: Mapping[str, object]) -> str:
    """{% say reason.code reason.params %}: the sentence for a code."""
    return sentence(code, params)


@register.filter
def grouped(number: float | None) -> str:
    """{{ count|grouped }}: a whole number with thin separators, the same in every language."""
    if number is None:
        return "–"
    return numberformat.format(round(number), ".", grouping=3, thousand_sep=",", force_grouping=True)


@register.simple_tag
def page_language() -> str:
    return TAGS.get(get_language() or "en", get_language() or "en")


@register.simple_tag(takes_context=True)
def with_query(context: template.Context, **changes: object) -> str:
    """{% with_query page=2 %}: this page's query string with some values changed (None takes one out)."""
    query: QueryDict = context["request"].GET.copy()
    for name, value in changes.items():
        if value is None or value == "":
            query.pop(name, None)
        else:
            query[name] = str(value)
    return "?" + query.urlencode()
