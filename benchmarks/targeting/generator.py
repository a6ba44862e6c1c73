"""Seeded candidates of any number, in the shape of a Japanese register, and a place with five chains."""

from datetime import date, timedelta

import numpy as np
import polars as pl

from kakehashi.kernel import EvidenceRef
from kakehashi.places.chains import Chain, ChainNode, Link
from kakehashi.places.gaps import Presence, gaps
from kakehashi.targeting import Industry, Neighbours, PlaceView, Relation, Signal

STEMS = [
    *("歯車", "軸受", "鋳造", "磁石", "電動", "工作", "金型", "切削", "油圧", "真空", "弁", "搬送", "半導体"),
    *("基板", "計測", "光学", "画像", "電池", "塗料", "樹脂", "触媒", "内視", "試薬", "検査", "制御"),
]
FORMS = ["機器", "機械", "装置", "部品", "材料", "工具", "システム", "素材", "器具", "技術"]
LATIN = [
    *("gear", "bear", "cast", "magnet", "servo", "tool", "mould", "cut", "valve", "pump", "wafer", "board"),
    *("sensor", "optic", "laser", "cell", "cable", "resin", "cataly", "scope", "reagent", "test"),
]
ENDINGS = ["tron", "tech", "matic", "line", "works", "flow", "port", "lux", "dyne", "form"]
#: What companies make, as it stands in their names: 250 words in Japanese, 220 in English.
PRODUCTS = [stem + form for stem in STEMS for form in FORMS]
WORDS = [stem + ending for stem in LATIN for ending in ENDINGS]
SYLLABLES = "東西南北大小山川田中村井上下木林森石原松竹梅富士日本光栄新和三共昭明平成宮島崎岡谷野口橋本"
OTHERS = [
    *("商事", "建設", "食品", "不動産", "運輸", "印刷", "薬局", "産業"),
    *("製作所", "工業", "技研", "物産", "観光", "設備", "紙業", "繊維"),
]
TSE33 = [f"{code:04d}" for code in (50, *range(1050, 9051, 250))]
EVIDENCE = (EvidenceRef("evidence", "generated"),)


def chains(*, seed: int, count: int = 5, nodes: int = 18) -> tuple[Chain, ...]:
    """Chains of `nodes` nodes, each fed by one or two before it, with keywords and codes in two schemes."""
    random = np.random.default_rng(seed)
    made = []
    for number in range(count):
        row = tuple(_node(random, number, at) for at in range(nodes))
        links = {(int(random.integers(at)), at) for at in range(1, nodes) for _ in range(2)}
        flow = tuple(Link(f"n{start}", f"n{end}") for start, end in sorted(links))
        made.append(Chain(f"chain{number}", {"en": f"Chain {number}"}, row, flow))
    return tuple(made)


def _node(random: np.random.Generator, number: int, at: int) -> ChainNode:
    return ChainNode(
        code=f"n{at}",
        names={"en": f"Step {number}.{at}"},
        codes={
            "tse33": tuple(random.choice(TSE33, size=2, replace=False).tolist()),
            "jsic": tuple(str(code) for code in random.integers(1600, 3300, size=3)),
        },
        keywords={
            "ja": tuple(random.choice(PRODUCTS, size=4, replace=False).tolist()),
            "en": tuple(random.choice(WORDS, size=3, replace=False).tolist()),
        },
        critical=bool(random.random() < 0.4),
    )


def place(*, seed: int, keys: list[str]) -> PlaceView:
    """A place with every kind of knowledge: gaps, quotients, neighbours, 2,000 signals and 500 relations."""
    random = np.random.default_rng(seed + 1)
    found = chains(seed=seed)
    here = {
        chain.code: {node.code: int(random.choice([0, 0, 1, 3, 8])) for node in chain.nodes}
        for chain in found
    }
    marked = random.choice(len(keys), size=min(2_500, len(keys)), replace=False).tolist()
    days = [date(2026, 10, 1) - timedelta(days=int(random.integers(900))) for _ in marked]
    kinds = random.choice(
        ["new_plant", "capacity", "outward_investment", "hiring"], size=len(marked)
    ).tolist()
    return PlaceView(
        chains=found,
        gaps={
            chain.code: gaps(chain, [Presence(node, count) for node, count in here[chain.code].items()])
            for chain in found
        },
        industries=tuple(
            Industry(
                f"industry{code}",
                {"tse33": (code,)},
                target=number % 3 == 0,
                quotient=0.2 + number / 10,
                evidence=EVIDENCE,
            )
            for number, code in enumerate(TSE33)
        ),
        neighbours=tuple(
            Neighbours(chain, node, count, "JP" if count > 1 else None)
            for chain, nodes in here.items()
            for node, count in nodes.items()
            if count
        ),
        signals=tuple(
            Signal(keys[row], kind, day, None, EVIDENCE)
            for row, day, kind in zip(marked[:2_000], days[:2_000], kinds[:2_000], strict=True)
        ),
        relations=tuple(
            Relation(keys[row], "met", day) for row, day in zip(marked[2_000:], days[2_000:], strict=True)
        ),
    )


def candidates(*, seed: int, rows: int) -> pl.DataFrame:
    """A register of `rows` companies: one in eight has a product in its name, two thirds have an industry."""
    random = np.random.default_rng(seed + 2)
    heads = [a + b for a in SYLLABLES for b in SYLLABLES]
    tails = np.where(
        random.random(rows) < 0.08, random.choice(PRODUCTS, size=rows), random.choice(OTHERS, size=rows)
    )
    english = np.where(random.random(rows) < 0.05, random.choice(WORDS, size=rows), "works")
    known = random.random(rows)
    return pl.DataFrame(
        {
            "key": [f"{1000000000000 + number}" for number in range(rows)],
            "name": pl.Series(random.choice(heads, size=rows)) + pl.Series(tails) + "株式会社",
            "language": pl.repeat("ja", rows, eager=True),
            "english": [f"Generated {word} Co., Ltd." for word in english],
            "country": pl.repeat("JP", rows, eager=True),
            "region": random.choice(["東京都", "大阪府", "愛知県", "福井県"], size=rows),
            "industry_scheme": pl.Series(np.where(known < 0.33, "tse33", np.where(known < 0.66, "jsic", ""))),
            "industry": pl.Series(
                np.where(
                    known < 0.33,
                    random.choice(TSE33, size=rows),
                    np.where(known < 0.66, (random.integers(1, 1_000, size=rows) * 10 - 1).astype(str), ""),
                )
            ),
            "capital": pl.Series((10 ** random.normal(7.5, 1, size=rows)).astype(np.int64)),
            "currency": pl.repeat("JPY", rows, eager=True),
            "listed": random.random(rows) < 0.02,
            "consolidated": random.random(rows) < 0.05,
            "kind": pl.repeat("company", rows, eager=True),
            "status": pl.repeat("active", rows, eager=True),
        }
    )
