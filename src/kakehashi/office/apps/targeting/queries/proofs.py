"""From a reason to the rows that prove it: the figure, its source, its date, and where to read on."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kakehashi.office.apps.organisations.models import Interaction, Signal
from kakehashi.office.apps.places import wording as places_wording
from kakehashi.office.apps.places.models import Evidence, Presence
from kakehashi.office.apps.targeting.models import Target
from kakehashi.office.apps.targeting.queries.records import Records
from kakehashi.office.apps.targeting.wording import Wording, industry_name
from kakehashi.office.core.multilingual import text_in
from kakehashi.office.core.sentences import sentence
from kakehashi.registers.row import RegisterRow
from kakehashi.targeting.place import SIGNALS as _SIGNALS


@dataclass(frozen=True, slots=True)
class Proof:
    """One row behind a reason. `url` leads to it in this office, `source_url` to where it was published."""

    label: str = ""
    language: str = ""  # of the label, when that is a name
    figure: str = ""
    unit: str = ""
    text: str = ""
    source: str = ""
    source_url: str = ""
    period: str = ""
    checked: str = ""
    url: str = ""
    estimate: bool = False
    illustrative: bool = False


def proofs_of(target: Target, reason: Mapping[str, Any], words: Wording, records: Records) -> list[Proof]:
    """What a reason rests on; a record that is gone since is said to be gone."""
    found: list[Proof] = []
    for kind, key, label in reason["evidence"]:
        match kind:
            case "register_row":
                found.append(_register_row(target, key, str(reason["code"]), records.register_rows.get(key)))
            case "chain_node":
                found.append(_chain_node(target, key, words))
            case "evidence":
                found.append(_evidence(records.evidence.get(key), label))
            case "presence":
                found.append(_presence(records.presences.get(key)))
            case "signal":
                found.append(_signal(records.signals.get(key), label))
            case "interaction":
                found.append(_interaction(records.interactions.get(key)))
    return found


def _register_row(target: Target, key: str, code: str, row: RegisterRow | None) -> Proof:
    of = target.target_list
    as_of = of.register_as_of
    return Proof(
        label=_("Register row %(key)s") % {"key": key},
        text=_stated(row, code) if row else _("This row is no longer in the store."),
        source=text_in(of.register.name),
        source_url=of.register.source_url,
        period=_("as of %(date)s") % {"date": date_format(as_of, "DATE_FORMAT")} if as_of else "",
        url=reverse("organisations:row", args=[of.register.code, key]),
    )


def _stated(row: RegisterRow, code: str) -> str:
    """What the register says about the matter of the reason."""
    if code.startswith(("size.", "missing.size")):
        return "; ".join(_size(row))
    industry = industry_name(row.industry_scheme, row.industry) if row.industry else _("no industry given")
    return _("%(name)s; industry: %(industry)s") % {"name": row.name, "industry": industry}


def _size(row: RegisterRow) -> list[str]:
    facts = []
    if row.capital:
        amount = places_wording.figure(row.capital)
        facts.append(_("Capital: %(amount)s %(currency)s") % {"amount": amount, "currency": row.currency})
    else:
        facts.append(_("No capital given"))
    if row.listed is not None:
        facts.append(_("Listed") if row.listed else _("Not listed"))
    if row.consolidated is not None:
        facts.append(_("Consolidated accounts") if row.consolidated else _("No consolidated accounts"))
    return facts


def _chain_node(target: Target, ref: str, words: Wording) -> Proof:
    chain, _slash, node = ref.partition("/")
    place = target.target_list.place
    return Proof(
        label=_("%(node)s, in the chain %(chain)s") % {"node": words.node(ref), "chain": words.chain(chain)},
        text=words.gap(ref) or _("No gap when this list was made."),
        source=text_in(place.name),
        url=f"{reverse('places:chain', args=[chain])}?place={place.code}#node-{node}",
    )


def _evidence(row: Evidence | None, label: str) -> Proof:
    if row is None:
        return Proof(label=_("Evidence"), text=_gone(), source=label)
    industry = text_in(row.industry_name)
    return Proof(
        label=f"{text_in(row.measure)} · {industry}" if industry else text_in(row.measure),
        figure=places_wording.figure(row.value),
        unit=places_wording.unit(row.unit),
        text=text_in(row.statement),
        source=row.source_title,
        source_url=row.source_url,
        period=row.period,
        checked=date_format(row.checked_on, "DATE_FORMAT") if row.checked_on else "",
        url=reverse("places:evidence", args=[row.key]),
        estimate=row.is_estimate,
        illustrative=row.is_illustrative,
    )


def _presence(row: Presence | None) -> Proof:
    if row is None:
        return Proof(label=_("Organisation near the place"), text=_gone())
    return Proof(
        label=row.organisation.display_name,
        language=row.organisation.display_language,
        figure=places_wording.figure(row.employees) if row.employees else "",
        unit=_("employees") if row.employees else "",
        text=_("%(node)s, in %(place)s") % {"node": text_in(row.node.name), "place": text_in(row.place.name)},
        source=row.source_title,
        source_url=row.source_url,
        period=row.since,
        url=reverse("organisations:detail", args=[row.organisation_id]),
        illustrative=row.is_illustrative,
    )


def _signal(row: Signal | None, label: str) -> Proof:
    if row is None:
        return Proof(label=_("Signal"), text=_gone(), source=label)
    return Proof(
        label=sentence(f"signal.{row.kind}", {}) if row.kind in _SIGNALS else row.kind,
        text=text_in(row.text),
        source=row.source_title,
        source_url=row.source_url,
        period=date_format(row.occurred_on, "DATE_FORMAT"),
        checked="",
        url=reverse("organisations:detail", args=[row.organisation_id]),
        illustrative=row.is_illustrative,
    )


def _interaction(row: Interaction | None) -> Proof:
    if row is None:
        return Proof(label=_("Record of a contact"), text=_gone())
    return Proof(
        label=row.get_kind_display(),
        text=row.text[:300],
        source=row.source_title or str(row.author or ""),
        source_url=row.source_url,
        period=date_format(row.on, "DATE_FORMAT"),
        url=reverse("organisations:detail", args=[row.organisation_id]),
    )


def _gone() -> str:
    return _("This record has been removed since the list was made.")
