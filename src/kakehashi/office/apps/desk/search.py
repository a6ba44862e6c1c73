"""The search of every page: the office's organisations first, then the registers, each hit with how it was
found.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from kakehashi.names import fold
from kakehashi.names.identifiers import SCHEMES
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.organisations.access import linked_keys, organisations_of
from kakehashi.office.apps.organisations.facts import LANGUAGES
from kakehashi.office.apps.organisations.models import Organisation
from kakehashi.office.apps.organisations.queries.search import NAMES, Found, asked_keys, find
from kakehashi.office.apps.organisations.tokens import ADDRESS, IDENTIFIER
from kakehashi.office.apps.registers.models import Register
from kakehashi.office.apps.registers.queries import current_registers, snapshot_of
from kakehashi.registers import Hit

#: Most hits that one register contributes to a page of results; what is sought further down is sought
#: otherwise.
FROM_REGISTER = 200
SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a shown text; a met one is what was looked for."""

    text: str
    met: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """One company found. `pieces` make up its name; `route` says in words how it was found, empty where it
    shows.
    """

    url: str
    name: str
    language: str
    pieces: tuple[Piece, ...]
    route: str
    where: str
    detail: str = ""
    detail_language: str = ""
    is_ours: bool = False


@dataclass(frozen=True, slots=True)
class Results:
    """What was found, in order; `is_cut` when a register has more than are shown."""

    rows: Sequence["Source"]
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A hit before it is dressed for the page: of the office, or of a register.

    `typed` is the folded query, `asked` the folded text that was looked for on its account, `matched` the
    key met.
    """

    typed: str
    asked: str
    route: str
    matched: str
    organisation_id: int | None = None
    register: Register | None = None
    key: str = ""
    name: str = ""


def is_too_short(text: str) -> bool:
    """Whether there is nothing to look for yet: fewer than two characters."""
    return len(text.strip()) < SHORTEST


def search(viewer: User, text: str, *, most: int = FROM_REGISTER) -> Results:
    """Everything that `text` may mean for the viewer; of each register at most `most`."""
    if is_too_short(text):
        return Results(rows=())
    ours = [_ours(found, fold(text)) for found in find(viewer, text)]
    theirs: list[Source] = []
    is_cut = False
    for register in current_registers():
        hits = _hits(register, text, most)
        is_cut |= len(hits) == most
        theirs += _unlinked(viewer, register, hits, text)
    return Results(rows=(*ours, *theirs), is_cut=is_cut)


def suggest(viewer: User, text: str, *, most: int = 8) -> list[Result]:
    """The few best, for the list under the search box."""
    if is_too_short(text):
        return []
    sources = [_ours(found, fold(text)) for found in find(viewer, text, most=most)]
    for register in current_registers():
        if len(sources) >= most:
            break
        sources += _unlinked(viewer, register, _hits(register, text, most), text)
    return dressed(viewer, sources[:most], with_addresses=False)


def dressed(viewer: User, sources: Sequence[Source], *, with_addresses: bool = True) -> list[Result]:
    """The hits of one page as they are shown."""
    organisations = _organisations(viewer, sources, with_addresses=with_addresses)
    results = []
    for source in sources:
        if source.register:
            results.append(_register_result(source, source.register))
        elif source.organisation_id in organisations:
            organisation = organisations[source.organisation_id]
            address = next(iter(organisation.addresses.all()), None) if with_addresses else None
            results.append(_office_result(source, organisation, address.text if address else ""))
    return results


def _organisations(
    viewer: User, sources: Sequence[Source], *, with_addresses: bool
) -> dict[int, Organisation]:
    """The organisations of the hits, each with what saying how it was found needs."""
    ours = [source for source in sources if source.organisation_id]
    kinds = {_kind(source) for source in ours}
    needed = {"names": kinds & NAMES, "identifiers": kinds & {IDENTIFIER}, "addresses": with_addresses}
    rows = organisations_of(viewer).only("display_name", "display_language", "country")
    rows = rows.prefetch_related(*(table for table, wanted in needed.items() if wanted))
    return rows.in_bulk([source.organisation_id for source in ours])


def _ours(found: Found, typed: str) -> Source:
    return Source(typed, found.asked, found.route, found.matched, organisation_id=found.organisation_id)


def _hits(register: Register, text: str, most: int) -> list[Hit]:
    snapshot = snapshot_of(register)
    return snapshot.search(text, limit=most) if snapshot else []


def _unlinked(viewer: User, register: Register, hits: list[Hit], text: str) -> list[Source]:
    """The hits that are not yet one of the office's organisations, as far as the viewer knows of them."""
    linked = linked_keys(viewer, register_id=register.pk, keys=[hit.key for hit in hits])
    asked = asked_keys(text)
    return [
        Source(
            fold(text),
            _asked_for(hit, asked),
            hit.route,
            hit.matched,
            register=register,
            key=hit.key,
            name=hit.name,
        )
        for hit in hits
        if hit.key not in linked
    ]


def _asked_for(hit: Hit, asked: list[tuple[str, str]]) -> str:
    """The folded text that led to a register's hit."""
    kind = hit.route.partition(".")[0]
    return next((text for own, text in asked if own == kind and text in hit.matched), hit.matched)


def _office_result(source: Source, organisation: Organisation, address: str) -> Result:
    pieces = tuple(marked(organisation.display_name, source.asked))
    return Result(
        url=reverse("organisations:detail", args=[organisation.pk]),
        name=organisation.display_name,
        language=organisation.display_language,
        pieces=pieces,
        route=_route(source, pieces, organisation),
        where=_("In the office"),
        detail=address,
        detail_language=LANGUAGES.get(organisation.country, ""),
        is_ours=True,
    )


def _register_result(source: Source, register: Register) -> Result:
    pieces = tuple(marked(source.name, source.asked))
    return Result(
        url=reverse("organisations:row", args=[register.code, source.key]),
        name=source.name,
        language=LANGUAGES.get(register.country, ""),
        pieces=pieces,
        route=_route(source, pieces, None),
        where=str(register),
    )


def _route(source: Source, pieces: Sequence[Piece], organisation: Organisation | None) -> str:
    """How it was found, in words; empty when the marked name says it."""
    kind = _kind(source)
    if kind == IDENTIFIER:
        scheme = _scheme(source, organisation)
        title = SCHEMES[scheme].title if scheme in SCHEMES else scheme
        return _("%(kind)s %(value)s") % {"kind": title, "value": source.matched.upper()}
    if kind == ADDRESS:
        return _("by its address")
    met = next((piece.text for piece in pieces if piece.met), "")
    if met and source.asked in source.typed:
        return ""
    if kind in NAMES and met:
        return _("written %(name)s") % {"name": met}
    if kind in NAMES:
        return _("also called %(name)s") % {"name": _other_name(source, organisation)}
    return _("read as %(reading)s") % {"reading": source.asked}


def _kind(source: Source) -> str:
    """The kind of key that was met."""
    return source.route.partition(".")[0]


def _other_name(source: Source, organisation: Organisation | None) -> str:
    """The name that was met, when it is not the shown one; of a register row only its folded form is known."""
    names = [name.text for name in organisation.names.all()] if organisation else []
    return next((name for name in names if source.asked in fold(name)), source.matched)


def _scheme(source: Source, organisation: Organisation | None) -> str:
    """The scheme of the identifier that was met: a register's hit names it itself."""
    if organisation is None:
        return source.route.partition(".")[2]
    values = {fold(each.value): each.scheme for each in organisation.identifiers.all()}
    return values.get(source.matched, "")


def marked(text: str, asked: str) -> Iterator[Piece]:
    """`text` in pieces, of which the shortest one that folds to `asked` is met."""
    found = _span(text, asked)
    if found is None:
        yield Piece(text)
        return
    start, end = found
    parts = (Piece(text[:start]), Piece(text[start:end], met=True), Piece(text[end:]))
    yield from (part for part in parts if part.text)


def _span(text: str, asked: str) -> tuple[int, int] | None:
    for start in range(len(text)):
        if asked and not fold(text[start]).startswith(asked[0]):
            continue
        for end in range(start + 1, min(len(text), start + 2 * len(asked) + 4) + 1):
            if fold(text[start:end]) == asked:
                return start, end
    return None
