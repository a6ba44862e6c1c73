"""What the filters of a list offer: only what occurs in it, with how often."""

from collections import Counter
from dataclasses import dataclass

from kakehashi.office.apps.places.wording import gap
from kakehashi.office.apps.targeting.models import TargetList
from kakehashi.office.apps.targeting.wording import Wording, industry_name


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Options:
    chains: list[Option]
    nodes: list[Option]
    gaps: list[Option]
    industries: list[Option]
    regions: list[Option]


def options_of(target_list: TargetList, words: Wording) -> Options:
    """Read in one go: a list has at most some hundred rows."""
    chains: Counter[str] = Counter()
    nodes: Counter[str] = Counter()
    gaps: Counter[str] = Counter()
    industries: Counter[str] = Counter()
    regions: Counter[str] = Counter()
    columns = ("node_refs", "gap_kind", "industry_scheme", "industry", "region")
    for refs, kind, scheme, industry, region in target_list.targets.values_list(*columns):
        found = [ref for ref in refs.split("|") if ref]
        nodes.update(found)
        chains.update({ref.partition("/")[0] for ref in found})
        gaps[kind or "none"] += 1
        industries[f"{scheme}:{industry}"] += bool(industry)
        regions[region] += bool(region)
    return Options(
        chains=[Option(code, words.chain(code), count) for code, count in chains.most_common()],
        nodes=[Option(ref, words.node(ref), count) for ref, count in nodes.most_common()],
        gaps=[
            Option(kind, gap("present" if kind == "none" else kind), count)
            for kind, count in gaps.most_common()
        ],
        industries=[
            Option(code, industry_name(*code.partition(":")[::2]), count)
            for code, count in industries.most_common()
            if count
        ],
        regions=[Option(region, region, count) for region, count in regions.most_common() if count],
    )
