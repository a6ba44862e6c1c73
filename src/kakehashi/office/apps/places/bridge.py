"""Turns the office's rows about places into the engine's values."""

from collections import defaultdict
from collections.abc import Iterable

from kakehashi.kernel import EvidenceRef
from kakehashi.office.apps.places import models
from kakehashi.places.chains import Chain, ChainNode, Link
from kakehashi.places.gaps import Gap, Presence, gaps
from kakehashi.places.quotients import Quotient

#: What has to be prefetched with a chain before `chain_value`.
CHAIN_PARTS = ("nodes", "links__upstream", "links__downstream")


def chain_value(row: models.Chain) -> Chain:
    """The chain as the engine knows it. WrongInput when its rows do not make a chain (a circle)."""
    nodes = sorted(row.nodes.all(), key=lambda node: (node.position, node.pk))
    links = sorted(row.links.all(), key=lambda link: link.pk)
    return Chain(
        code=row.code,
        names=dict(row.name),
        nodes=tuple(_node_value(node) for node in nodes),
        links=tuple(Link(upstream=link.upstream.code, downstream=link.downstream.code) for link in links),
    )


def _node_value(row: models.ChainNode) -> ChainNode:
    return ChainNode(
        code=row.code,
        names=dict(row.name),
        codes={scheme: tuple(codes) for scheme, codes in row.codes.items()},
        keywords={language: tuple(words) for language, words in row.keywords.items()},
        critical=row.is_critical,
        requirements=dict(row.requirements),
    )


def presence_values(chain: Chain, rows: Iterable[models.Presence]) -> tuple[Presence, ...]:
    """Who covers each node of `chain`; an organisation that sits in two zones counts once.

    Presences in other chains are left aside.
    """
    by_node: dict[str, dict[int, models.Presence]] = defaultdict(dict)
    for row in rows:
        if row.node.chain.code == chain.code:
            by_node[row.node.code].setdefault(row.organisation_id, row)
    return tuple(_presence_value(node, list(found.values())) for node, found in by_node.items())


def _presence_value(node: str, rows: list[models.Presence]) -> Presence:
    employees = [row.employees for row in rows if row.employees is not None]
    return Presence(
        node=node,
        organisations=len(rows),
        employees=sum(employees) if len(employees) == len(rows) else None,
        evidence=tuple(presence_ref(row) for row in rows),
    )


def presence_ref(row: models.Presence) -> EvidenceRef:
    """Points at one presence. No name goes along: who reads decides whether it may be named."""
    return EvidenceRef(kind="presence", key=str(row.pk))


def evidence_ref(row: models.Evidence) -> EvidenceRef:
    return EvidenceRef(kind="evidence", key=row.key, label=row.source_title)


def chain_gaps(
    chain: Chain, rows: Iterable[models.Presence], *, quotients: dict[str, Quotient] | None = None
) -> tuple[Gap, ...]:
    """The gaps of a chain, given who is there."""
    return gaps(chain, presence_values(chain, rows), quotients=quotients)
