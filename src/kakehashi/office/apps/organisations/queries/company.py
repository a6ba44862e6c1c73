"""Gathers what the company page shows, from the office's records or from a register row."""

import json
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlencode

from kakehashi.kernel import Json, WrongInput
from kakehashi.names import identifiers as schemes
from kakehashi.names.identifiers.check_digits import nothing
from kakehashi.names.readings import readings
from kakehashi.names.scripts import script_of
from kakehashi.office.apps.organisations import facts
from kakehashi.office.apps.organisations.company import (
    AddressLine,
    Company,
    FieldChange,
    IdentifierLine,
    NameLine,
    RowLine,
)
from kakehashi.office.apps.organisations.labels import READINGS, SCRIPTS, source_label
from kakehashi.office.apps.organisations.location import locate
from kakehashi.office.apps.organisations.models import Name, Organisation, RegisterLink
from kakehashi.office.apps.organisations.register_rows import RowReference, row_of
from kakehashi.office.apps.registers.labels import field_label
from kakehashi.office.apps.registers.models import Register
from kakehashi.office.core.sentences import complaint
from kakehashi.registers.row import COMPARED, RegisterRow

#: Tags of readings: the language they are of, in Latin letters.
READING_TAGS = {"kana": "ja", "romaji": "ja-Latn", "pinyin": "zh-Latn", "rtgs": "th-Latn"}
TITLE_LANGUAGES = {"JP": "ja", "CN": "zh-Hans", "TH": "th"}


def company_of(organisation: Organisation) -> Company:
    """The page of an organisation of this office."""
    links = list(organisation.register_links.select_related("register").order_by("pk"))
    titles = _register_titles()
    received = [_name_line(name, titles, organisation) for name in organisation.names.order_by("pk")]
    names = (*received, *derived(received))
    return Company(
        name=organisation.display_name,
        language=organisation.display_language,
        kind=organisation.get_kind_display(),
        country=organisation.country,
        industry=organisation.industry,
        industry_scheme=organisation.industry_scheme,
        capital=organisation.capital,
        currency=organisation.currency,
        listed=organisation.listed,
        names=names,
        identifiers=tuple(
            identifier_line(each.scheme, each.value, source_label(each.source, titles), pk=each.pk)
            for each in organisation.identifiers.order_by("pk")
        ),
        addresses=tuple(
            AddressLine(
                text=each.text,
                language=facts.LANGUAGES.get(each.country, ""),
                source=source_label(each.source, titles),
                latitude=each.latitude,
                longitude=each.longitude,
                precision=each.precision,
                located_by=each.located_by,
            )
            for each in organisation.addresses.order_by("pk")
        ),
        rows=tuple(_linked_row(link) for link in links),
        organisation=organisation,
        assignee=organisation.assignee,
        open_assignment=organisation.assignments.filter(done_at=None)
        .select_related("assignee", "assigned_by")
        .first(),
        query=urlencode(
            {"organisation": organisation.pk}
            | ({"register": links[0].register.code, "key": links[0].key} if links else {})
        ),
        secondary=_secondary(organisation.display_name, names),
    )


def company_in_register(reference: RowReference, row: RegisterRow) -> Company:
    """The page of a company that is only in a register so far."""
    register, source = reference.register, str(reference.register)
    language = row.language or facts.LANGUAGES.get(row.country, "")
    received = [
        NameLine(
            text=fact.text,
            language=fact.language,
            script=str(SCRIPTS[fact.script]),
            kind=str(Name.Kind(fact.kind).label),
            source=source,
        )
        for fact in facts.names_of(row)
    ]
    names = (*received, *derived(received))
    return Company(
        name=row.name,
        language=language,
        kind=str(Organisation.Kind(facts.kind_of(row)).label),
        country=row.country,
        industry=row.industry,
        industry_scheme=row.industry_scheme,
        capital=row.capital,
        currency=row.currency,
        listed=row.listed,
        names=names,
        identifiers=tuple(identifier_line(scheme, value, source) for scheme, value in row.identifiers),
        addresses=(_located(row, language, source),) if row.address else (),
        rows=(
            RowLine(
                register=register,
                key=row.key,
                version=register.current_version,
                as_of=register.as_of,
                line=row.line or None,
                language=language,
                cells=cells_of(row.original),
            ),
        ),
        query=urlencode({"register": register.code, "key": row.key}),
        secondary=_secondary(row.name, names),
    )


def derived(received: Iterable[NameLine]) -> Iterator[NameLine]:
    """How the received names are said, made by the names engine; what a register states already is left
    out.
    """
    known = list(received)
    reading_kind = str(Name.Kind.READING.label)
    given = next((name.text for name in known if name.kind == reading_kind), None)
    seen = {name.text for name in known}
    for name in known:
        if name.kind == reading_kind or name.script == str(SCRIPTS["latin"]):
            continue
        for reading in readings(name.text, language=name.language.split("-")[0] or None, reading=given):
            if reading.kind not in READINGS or reading.text in seen or (reading.kind == "kana" and given):
                continue
            seen.add(reading.text)
            yield NameLine(
                text=reading.text,
                language=READING_TAGS[reading.kind],
                script=str(SCRIPTS[script_of(reading.text)]),
                kind=str(READINGS[reading.kind]),
                source="",
                is_derived=True,
            )


def identifier_line(scheme: str, value: str, source: str, *, pk: int | None = None) -> IdentifierLine:
    """An identifier with the result of its check."""
    known = schemes.SCHEMES.get(scheme)
    if known is None:
        return IdentifierLine(scheme, "", value, source, "unknown", pk=pk)
    verdict, problem = "format" if known.is_valid is nothing else "valid", ""
    try:
        schemes.check(scheme, value)
    except WrongInput as wrong:
        verdict, problem = "wrong", complaint(wrong)
    language = TITLE_LANGUAGES.get(known.country, "en")
    return IdentifierLine(known.title, language, value, source, verdict, complaint=problem, pk=pk)


def cells_of(original: str) -> tuple[tuple[str, str], ...]:
    """The cells of a register line as received, by column."""
    cells = json.loads(original) if original else {}
    return tuple((str(column), "" if value is None else str(value)) for column, value in cells.items())


def _linked_row(link: RegisterLink) -> RowLine:
    """The row as it stood when it was linked, and what the register's current version says differently."""
    register = link.register
    now = row_of(RowReference(register, link.key)) if register.current_version != link.version else None
    return RowLine(
        register=register,
        key=link.key,
        version=link.version,
        as_of=link.as_of,
        line=link.line,
        language=str(link.row.get("language") or facts.LANGUAGES.get(register.country, "")),
        cells=cells_of(str(link.row.get("original", ""))),
        is_gone=now is None and register.current_version != link.version,
        changes=_changes(link.row, facts.plain(now)) if now else (),
    )


def _changes(then: Mapping[str, Json], now: Mapping[str, Json]) -> tuple[FieldChange, ...]:
    return tuple(
        FieldChange(field_label(name), _shown(then.get(name)), _shown(now.get(name)))
        for name in COMPARED
        if then.get(name) != now.get(name)
    )


def _shown(value: Json) -> str:
    if isinstance(value, list):
        return ", ".join(_shown(each[-1] if isinstance(each, list) else each) for each in value)
    return "" if value is None else str(value)


def _located(row: RegisterRow, language: str, source: str) -> AddressLine:
    found = locate(country=row.country, address=row.address, region=row.region)
    return AddressLine(
        text=row.address,
        language=language,
        source=source,
        latitude=found.lat if found else None,
        longitude=found.lon if found else None,
        precision=found.precision if found else "",
        located_by=found.source if found else "",
    )


def _name_line(name: Name, titles: Mapping[str, str], organisation: Organisation) -> NameLine:
    return NameLine(
        text=name.text,
        language=name.language,
        script=str(SCRIPTS.get(name.script, "")),
        kind=name.get_kind_display(),
        source=source_label(name.source, titles),
        since=name.since,
        until=name.until,
        pk=name.pk,
        is_shown=name.text == organisation.display_name,
    )


def _register_titles() -> dict[str, str]:
    """The names of all registers, by code: there are few."""
    return {register.code: str(register) for register in Register.objects.all()}


def _secondary(shown: str, names: Iterable[NameLine]) -> NameLine | None:
    """The first name in Latin letters beside one that is not."""
    if shown.isascii():
        return None
    latin = str(SCRIPTS["latin"])
    return next((name for name in names if name.script == latin and name.text != shown), None)
