"""Gathers what a ranking reads about a place out of the office's rows, as far as the runner may see them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kakehashi.kernel import EvidenceRef
from kakehashi.office.apps.accounts.access import teams_scope
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.organisations.access import interactions_of, organisations_of
from kakehashi.office.apps.organisations.models import Interaction, RegisterLink
from kakehashi.office.apps.organisations.models import Signal as SignalRow
from kakehashi.office.apps.places.access import places_of
from kakehashi.office.apps.places.bridge import CHAIN_PARTS, chain_gaps, chain_value, presence_ref
from kakehashi.office.apps.places.models import Evidence, Place, Presence
from kakehashi.office.apps.places.queries.chains import presences_at
from kakehashi.office.apps.places.queries.industries import IndustryTable, industry_tables
from kakehashi.office.apps.places.queries.tree import Tree, tree
from kakehashi.office.apps.registers.models import Register
from kakehashi.office.apps.targeting.frozen import Inputs
from kakehashi.places.chains import Chain
from kakehashi.targeting import Activity, Exclusion, Industry, Neighbours, PlaceView, Relation, Signal
from kakehashi.targeting.place import SIGNALS

#: The measure of which the sentences about specialisation speak.
EMPLOYMENT = "employment"
#: What counts as a past relation, and as which. A note to oneself does not.
RELATIONS = {
    Interaction.Kind.VISIT: "visited",
    Interaction.Kind.MEETING: "met",
    Interaction.Kind.CALL: "contacted",
    Interaction.Kind.MESSAGE: "contacted",
    Interaction.Kind.AGREEMENT: "agreement",
    Interaction.Kind.AGREEMENT: "agreement",
}
#: The widest kind of place whose organisations still count as near.
NEAR = (Place.Kind.CITY, Place.Kind.DISTRICT, Place.Kind.PARK, Place.Kind.ZONE)


def inputs_for(*, viewer: User, place: Place, register: Register) -> Inputs:
    """Everything that a run by `viewer` may read about `place` for the companies of `register`.

    Raises WrongInput when the place has no chain, or one of its chains cannot be read.
    """
    territory = tree(places_of(viewer))
    here = {each.pk for each in territory.within(place)}
    presences = list(presences_at(viewer, _near(territory, place)))
    inside = [row for row in presences if row.place_id in here]
    chains = tuple(
        chain_value(row) for row in place.chains.order_by("position", "pk").prefetch_related(*CHAIN_PARTS)
    )
    tables = [
        table
        for table in industry_tables(place, territory.around(place))
        if table.measure.topic == EMPLOYMENT
    ]
    links = _links(viewer, register)
    view = PlaceView(
        chains=chains,
        gaps={chain.code: chain_gaps(chain, _of_chain(inside, chain)) for chain in chains},
        industries=_industries(tables, chains),
        neighbours=_neighbours(presences, chains),
        activities=_activities([row for row in presences if row.place_id not in here], links, chains),
        signals=_signals(viewer, links),
        relations=_relations(viewer, links),
    )
    names = {
        _industry_code(row): dict(row.industry_name)
        for table in tables
        for row in (r.row for r in table.rows)
    }
    return Inputs(view, _already_here(inside, links), names)


def _near(territory: Tree, place: Place) -> list[Place]:
    """`place` and everything else within the widest place around it that is no larger than a city."""
    widest = place
    for each in territory.around(place):
        if each.kind in NEAR:
            widest = each
    return territory.within(widest)


def _of_chain(rows: Iterable[Presence], chain: Chain) -> list[Presence]:
    return [row for row in rows if row.node.chain.code == chain.code]


def _links(viewer: User, register: Register) -> dict[int, str]:
    """Organisation → its key in the register."""
    links = RegisterLink.objects.filter(teams_scope(viewer), register=register)
    found = links.filter(organisation__in=organisations_of(viewer)).order_by("pk")
    return dict(found.values_list("organisation_id", "key"))


def _industries(tables: Sequence[IndustryTable], chains: Sequence[Chain]) -> tuple[Industry, ...]:
    """The measured industries; those to which a node of a chain belongs are the ones that the place looks
    for.
    """
    found: dict[str, Industry] = {}
    for table in tables:
        for each in table.rows:
            scheme, code, quotient = each.row.industry_scheme, each.row.industry, each.quotient
            wanted = any(
                theirs.startswith(code)
                for chain in chains
                for node in chain.nodes
                for theirs in node.codes.get(scheme, ())
            )
            if quotient is None and not wanted:
                continue
            found[_industry_code(each.row)] = Industry(
                code=_industry_code(each.row),
                codes={scheme: (code,)},
                target=wanted,
                quotient=quotient.quotient if quotient else None,
                low=quotient.low if quotient else None,
                high=quotient.high if quotient else None,
                evidence=quotient.evidence if quotient else (EvidenceRef("evidence", each.row.key),),
            )
    return tuple(found.values())


def _industry_code(row: Evidence) -> str:
    return f"{row.industry_scheme}:{row.industry}"


def _neighbours(rows: Iterable[Presence], chains: Sequence[Chain]) -> tuple[Neighbours, ...]:
    """Who is near, counted by node and country."""
    known = {chain.code for chain in chains}
    found: dict[tuple[str, str, str], dict[int, Presence]] = defaultdict(dict)
    for row in rows:
        if row.node.chain.code in known:
            place = (row.node.chain.code, row.node.code, row.home_country or row.organisation.country)
            found[place].setdefault(row.organisation_id, row)
    return tuple(
        Neighbours(chain, node, len(at), country or None, tuple(presence_ref(row) for row in at.values()))
        for (chain, node, country), at in found.items()
    )


def _activities(
    rows: Iterable[Presence], links: dict[int, str], chains: Sequence[Chain]
) -> tuple[Activity, ...]:
    """What a company is known to make because it does so in a neighbouring place."""
    known = {chain.code for chain in chains}
    return tuple(
        Activity(links[row.organisation_id], row.node.chain.code, row.node.code, (presence_ref(row),))
        for row in rows
        if row.organisation_id in links and row.node.chain.code in known
    )


def _already_here(rows: Iterable[Presence], links: dict[int, str]) -> tuple[Exclusion, ...]:
    found = {links[row.organisation_id]: row for row in rows if row.organisation_id in links}
    return tuple(Exclusion(key, "already_here", (presence_ref(row),)) for key, row in sorted(found.items()))


def _signals(viewer: User, links: dict[int, str]) -> tuple[Signal, ...]:
    rows = SignalRow.objects.filter(
        organisation__in=organisations_of(viewer), organisation_id__in=links
    ).order_by("pk")
    return tuple(
        Signal(
            key=links[row.organisation_id],
            kind=row.kind if row.kind in SIGNALS else "other",
            dated=row.occurred_on,
            expires=max(row.expires_on, row.occurred_on),
            evidence=(EvidenceRef("signal", str(row.pk), row.source_title),),
        )
        for row in rows
    )


def _relations(viewer: User, links: dict[int, str]) -> tuple[Relation, ...]:
    rows = interactions_of(viewer).filter(organisation_id__in=links, kind__in=list(RELATIONS)).order_by("pk")
    return tuple(
        Relation(
            key=links[row.organisation_id],
            kind=RELATIONS[Interaction.Kind(row.kind)],
            dated=row.on,
            evidence=(EvidenceRef("interaction", str(row.pk)),),
        )
        for row in rows
    )
