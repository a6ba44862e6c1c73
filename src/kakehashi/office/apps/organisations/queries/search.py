"""Finds organisations of the office by name in any script, by identifier and by address."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection
from django.db.models import BooleanField, F, QuerySet
from django.db.models.expressions import RawSQL

from kakehashi.names import fold, query_keys
from kakehashi.office.apps.accounts.access import teams_scope
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.organisations.indexing import keys_of_kind
from kakehashi.office.apps.organisations.models import SearchDocument
from kakehashi.office.apps.organisations.tokens import ADDRESS, IDENTIFIER, WAYS

NAMES = frozenset({"name", "latin"})
#: Met less than wholly, these kinds say too little; an identifier needs its beginning, of this many
#: characters.
WHOLE_ONLY = frozenset({"pinyin_initials"})
SHORTEST_NUMBER = 4
#: How many candidates of one look-up are looked at.
LOOKED_AT = 400


@dataclass(frozen=True, slots=True)
class Found:
    """An organisation that was found: `route` says by which kind of key and how, as in `kana.prefix`.

    `asked` is the folded text that was looked for, `matched` the folded key that has it.
    """

    organisation_id: int
    route: str
    asked: str
    matched: str
    rank: tuple[int, int]


def find(viewer: User, text: str, *, most: int | None = None) -> list[Found]:
    """The organisations that exist for the viewer and may be meant by `text`, the best first; at most 400
    of each kind, or `most`.

    Names and identifiers before readings before addresses; within these exact before prefix before substring.
    """
    asked = asked_keys(text)
    if not asked:
        return []
    begins = _candidates(viewer, asked, "prefix")
    if len(begins) == LOOKED_AT:
        begins += _candidates(viewer, asked, "exact")
    found = _ranked(begins, asked)
    if most is not None and sum(each.rank < (_level("name", "substring"), 0) for each in found) >= most:
        return found[:most]
    return _ranked([*begins, *_candidates(viewer, asked, "substring")], asked)[:most]


def _ranked(documents: Iterable[tuple[int, str]], asked: list[tuple[str, str]]) -> list[Found]:
    """What of the documents is really met, the best first; the larger first where that is equal."""
    met = (_meet(pk, keys, asked) for pk, keys in dict(documents).items())
    return sorted((each for each in met if each), key=lambda each: each.rank)


def asked_keys(text: str) -> list[tuple[str, str]]:
    """The (kind, folded text) pairs to look for when somebody types `text`; none below two characters."""
    keys: list[tuple[str, str]] = [(key.kind, key.text) for key in query_keys(text)]
    folded = fold(text)
    if len(folded) < 2:
        return keys
    if folded.isascii() and len(folded) >= SHORTEST_NUMBER and any(letter.isdigit() for letter in folded):
        keys.insert(0, (IDENTIFIER, folded))
    return [*keys, (ADDRESS, folded)]


def _candidates(viewer: User, asked: Iterable[tuple[str, str]], way: str) -> list[tuple[int, str]]:
    """The key and the folded texts of the largest organisations whose tokens say that they may be met in
    this way.
    """
    wanted = [WAYS[way](kind, text) for kind, text in asked if kind != ADDRESS or way == "substring"]
    visible = SearchDocument.objects.filter(teams_scope(viewer, team="organisation__team_id"))
    large_first = F("organisation__capital").desc(nulls_last=True)
    found = _having(visible, wanted).order_by(large_first, "pk").values_list("pk", "keys")
    return list(found[:LOOKED_AT])


def _having(documents: QuerySet[SearchDocument], wanted: Iterable[Iterable[str]]) -> QuerySet[SearchDocument]:
    """The documents that have all tokens of one of the wanted sets, through the index that the migration
    made.
    """
    sets = dict.fromkeys(tuple(tokens) for tokens in wanted)
    if connection.vendor == "sqlite":
        match = " OR ".join(f"({' AND '.join(tokens)})" for tokens in sets)
        sql = "SELECT rowid FROM organisations_search WHERE organisations_search MATCH %s"
        return documents.filter(pk__in=RawSQL(sql, (match,)))  # noqa: S611 - no text of anybody in `sql`
    query = " | ".join(f"({' & '.join(tokens)})" for tokens in sets)
    condition = RawSQL(
        "to_tsvector('simple', organisations_searchdocument.tokens) @@ to_tsquery('simple', %s)",
        (query,),
        output_field=BooleanField(),
    )
    return documents.alias(met=condition).filter(met=True)


def _meet(pk: int, keys: str, asked: list[tuple[str, str]]) -> Found | None:
    """The best way in which one of the keys has one of the asked texts."""
    best: Found | None = None
    for place, (kind, text) in enumerate(asked):
        if text not in keys:
            continue
        for own in keys_of_kind(keys, kind):
            way = _way(kind, text, own)
            rank = (_level(kind, way), place) if way else None
            if way and rank and (best is None or rank < best.rank):
                best = Found(pk, f"{kind}.{way}", asked=text, matched=own, rank=rank)
    return best


def _way(kind: str, asked: str, own: str) -> str | None:
    if asked == own:
        return "exact"
    if kind in WHOLE_ONLY:
        return None
    if own.startswith(asked):
        return "prefix"
    return "substring" if asked in own and kind != IDENTIFIER else None


def _level(kind: str, way: str) -> int:
    if kind == ADDRESS:
        return 6
    return list(WAYS).index(way) + (0 if kind in NAMES or kind == IDENTIFIER else 3)
