"""What the templates of the registers app may say: states, fields, values."""

from collections.abc import Mapping

from django import template
from django.utils.translation import gettext as _

from kakehashi.names.identifiers import SCHEMES
from kakehashi.office.apps.registers import labels
from kakehashi.office.apps.registers.industries import INDUSTRIES
from kakehashi.office.apps.registers.models import Register
from kakehashi.office.core import countries
from kakehashi.office.core.models import Import
from kakehashi.registers import RegisterRow

register = template.Library()
State = Import.State

_TONES = {
    State.APPLIED: "good",
    State.PLANNED: "warning",
    State.UNMAPPED: "warning",
    State.OUTDATED: "warning",
    State.REFUSED: "danger",
    State.INTERRUPTED: "danger",
}


@register.filter
def state_name(state: str) -> str:
    """{{ record.state|state_name }}"""
    return str(labels.STATES[State(state)])


@register.filter
def state_tone(state: str) -> str:
    """{{ record.state|state_tone }}: the tone of its badge."""
    return _TONES.get(State(state), "")


@register.filter
def field_name(field: str) -> str:
    """{{ change.field|field_name }}"""
    return labels.field_label(field)


@register.filter
def country(code: str) -> str:
    """{{ register.country|country }}: the name in the reader's language."""
    return countries.country_name(code) if code else ""


@register.filter
def shown(value: object) -> str:
    """{{ change.before|shown }}: a field's value as text; a dash where there is none."""
    if value is None or value in ("", [], ()):
        return "–"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, Mapping):
        return f"{scheme_name(value['scheme'])} {value['value']}"
    if isinstance(value, list | tuple):
        return ", ".join(shown(each) for each in value)
    return f"{value:,}" if isinstance(value, int) else str(value)


@register.filter
def row_industry(row: RegisterRow) -> str:
    """{{ row|row_industry }}: the industry in the reader's language where its code is known."""
    name = INDUSTRIES.get(f"{row.industry_scheme}:{row.industry}")
    return _(name) if name else row.industry


@register.filter
def scheme_name(scheme: str) -> str:
    """{{ identifier.scheme|scheme_name }}: the scheme's own name."""
    return SCHEMES[scheme].title if scheme in SCHEMES else scheme


@register.filter
def source_language(source: Register) -> str:
    """{{ register|source_language }}: the `lang` of what the register's publisher wrote."""
    return labels.LANGUAGE_OF_COUNTRY.get(source.country, "")


@register.filter
def at(counts: Mapping[str, int] | None, key: str) -> int:
    """{{ findings.counts|at:"new" }}: a count, 0 where there is none."""
    return (counts or {}).get(key, 0)
