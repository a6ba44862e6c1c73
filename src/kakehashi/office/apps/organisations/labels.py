"""What languages, scripts, readings and sources are called on the screen."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from kakehashi.office.apps.organisations.facts import REGISTER_SOURCE
from kakehashi.office.apps.registers.industries import INDUSTRIES

LANGUAGES = {
    "ja": gettext_lazy("Japanese"),
    "zh-hans": gettext_lazy("Simplified Chinese"),
    "zh-hant": gettext_lazy("Traditional Chinese"),
    "en": gettext_lazy("English"),
    "th": gettext_lazy("Thai"),
    "ko": gettext_lazy("Korean"),
    "de": gettext_lazy("German"),
    "fr": gettext_lazy("French"),
    "vi": gettext_lazy("Vietnamese"),
}
SCRIPTS = {
    "han": pgettext_lazy("script", "Han characters"),
    "kana": pgettext_lazy("script", "Kana"),
    "latin": pgettext_lazy("script", "Latin letters"),
    "thai": pgettext_lazy("script", "Thai letters"),
    "hangul": pgettext_lazy("script", "Hangul"),
    "mixed": pgettext_lazy("script", "Several scripts"),
}
READINGS = {
    "kana": pgettext_lazy("reading", "Reading in kana"),
    "romaji": pgettext_lazy("reading", "Romanised (Hepburn)"),
    "pinyin": pgettext_lazy("reading", "Pinyin"),
    "rtgs": pgettext_lazy("reading", "Romanised (Thai, RTGS)"),
}


def language_label(tag: str) -> str:
    """The name of a language; an unknown tag stands for itself."""
    known = LANGUAGES.get({"zh": "zh-hans"}.get(tag.lower(), tag.lower()))
    return str(known) if known else tag


def industry_label(scheme: str, industry: str) -> str:
    """An industry by its name in the reader's language; one that no scheme knows as it is."""
    known = INDUSTRIES.get(f"{scheme}:{industry}")
    return _(known) if known else industry


def source_label(source: str, registers: Mapping[str, str]) -> str:
    """Where a name or number comes from: a register by its name, what a person stated, or a person's own
    entry.
    """
    if source.startswith(REGISTER_SOURCE):
        code = source.removeprefix(REGISTER_SOURCE)
        return registers.get(code, code)
    return source or _("Entered by hand")
