"""Where industry classes lead: from many classes at once to the nodes of chains, each with its strength."""

from collections.abc import Iterable, Mapping, Sequence

import polars as pl

from kakehashi.places.chains import Chain, ChainNode
from kakehashi.places.classify import classifier
from kakehashi.targeting.place import Industry

#: A class: its scheme and its code, as a register or a chain writes them.
ClassCode = tuple[str, str]
#: Class → what it leads to (`chain/node`, or the code of an industry) → strength from 0 to 1.
Leads = Mapping[ClassCode, Mapping[str, float]]
_INDUSTRIES = "industries"


def to_nodes(chains: Sequence[Chain], classes: Iterable[ClassCode]) -> Leads:
    """The nodes, as `chain/node`, to which each class leads by `places.classify`; classes that lead
    nowhere are left out.
    """
    asked = sorted(set(classes))
    frame = pl.DataFrame(
        {
            "key": range(len(asked)),
            "industry_scheme": [scheme for scheme, _ in asked],
            "industry": [code for _, code in asked],
            "texts": [[] for _ in asked],
        },
        schema={
            "key": pl.UInt32,
            "industry_scheme": pl.String,
            "industry": pl.String,
            "texts": pl.List(pl.String),
        },
    )
    found: dict[ClassCode, dict[str, float]] = {}
    for row in classifier(chains).classify(frame).iter_rows(named=True):
        found.setdefault(asked[row["key"]], {})[f"{row['chain']}/{row['node']}"] = row["strength"]
    return found


def to_industries(industries: Sequence[Industry], classes: Iterable[ClassCode]) -> Leads:
    """The same to the industries of a place, by their codes: they are read as a chain without links."""
    if not industries:
        return {}
    nodes = tuple(ChainNode(each.code, {"en": each.code}, each.codes) for each in industries)
    leads = to_nodes([Chain(_INDUSTRIES, {"en": _INDUSTRIES}, nodes, ())], classes)
    return {
        each: {ref.removeprefix(f"{_INDUSTRIES}/"): strength for ref, strength in found.items()}
        for each, found in leads.items()
    }


def narrowest(leads: Leads, classes: Iterable[ClassCode]) -> tuple[tuple[str, ...], float]:
    """What these classes lead to most strongly, in order of name, and how strongly; nothing and 0 if
    nowhere.
    """
    found = [item for each in classes for item in leads.get(each, {}).items()]
    surest = max((strength for _, strength in found), default=0.0)
    return tuple(sorted({name for name, strength in found if strength == surest})), surest
