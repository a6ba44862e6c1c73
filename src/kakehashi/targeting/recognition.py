"""Ties every candidate to the node of a chain at which it would work, and says how sure that is."""

from dataclasses import dataclass, replace
from typing import Literal, cast, get_args

import numpy as np
import polars as pl
from numpy.typing import NDArray

from kakehashi.places.classify import Classifier, How, classifier
from kakehashi.targeting.leads import ClassCode, Leads, narrowest, to_nodes
from kakehashi.targeting.nodes import Floats, Nodes
from kakehashi.targeting.place import Activity, PlaceView

Mode = Literal["none", "stated"] | How
#: How a candidate was tied to a node, by number; `stated` is a sourced statement, the others as in
#: `places.classify`.
MODES: tuple[str, ...] = ("none", "stated", *get_args(How))
#: A sourced statement leaves no doubt.
STATED = 1.0
#: Up to here a class is so broad that it says little about what a company makes (33 industries, or two
#: digits).
BROAD = 0.3
#: A broad class that leads to so many nodes is as likely as not to mean a company of the chains at all.
HALF_NODES = 4


@dataclass(frozen=True, slots=True)
class IndustryClass:
    """A class that candidates have: the numbers of the nodes to which it leads most narrowly, and how sure
    that is.
    """

    scheme: str
    code: str
    nodes: tuple[int, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Found:
    """A keyword in a name, the numbers of the further nodes for which it also stands, and how many of the
    candidates with this word and a known class (`known`) have a class that leads to the node (`agreeing`).
    """

    keyword: str
    shared: tuple[int, ...]
    known: int
    agreeing: int


@dataclass(frozen=True, slots=True)
class Recognition:
    """One entry for each candidate.

    `node` is the number of its node, -1 when its class alone speaks and leads to several; `industry` the
    number of its class, -1 for none; `mode` a number in MODES; `confidence` in [0, 1]. `keywords` has, by
    row, the keyword found and the numbers of the other nodes that share it.
    """

    node: NDArray[np.int32]
    industry: NDArray[np.int32]
    mode: NDArray[np.int8]
    confidence: Floats
    classes: tuple[IndustryClass, ...]
    keywords: pl.DataFrame

    def found(self, row: int) -> Found | None:
        """The keyword by which the candidate was recognised, if it was one."""
        place = self.keywords["row"].search_sorted(row)
        if place == len(self.keywords) or self.keywords["row"][place] != row:
            return None
        told = self.keywords.row(place, named=True)
        shared = tuple(number for number in told["sharing"] if number != told["number"])
        return Found(told["keyword"], shared, told["known"], told["agreeing"])

    def nodes_of(self, row: int) -> tuple[int, ...]:
        """The numbers of the nodes at which the candidate may work: one, or all to which its class leads, or
        none.
        """
        if self.node[row] >= 0:
            return (int(self.node[row]),)
        return self.classes[self.industry[row]].nodes if self.mode[row] else ()

    def only(self, rows: NDArray[np.bool_]) -> "Recognition":
        """The same for some of the candidates, numbered anew."""
        kept = self.keywords.filter(pl.Series(rows).gather(self.keywords["row"]))
        number = pl.Series(np.cumsum(rows) - 1)
        kept = kept.with_columns(row=number.gather(kept["row"]).cast(pl.UInt32))
        return replace(
            self,
            node=self.node[rows],
            industry=self.industry[rows],
            mode=self.mode[rows],
            confidence=self.confidence[rows],
            keywords=kept,
        )

    def is_unclear(self) -> NDArray[np.bool_]:
        """For which candidates it is not clear what they make: only a broad class, or a doubtful word, is
        known.
        """
        return np.asarray(self.confidence <= BROAD)

    def how(self, row: int) -> Mode:
        """How the candidate was tied to its nodes."""
        return cast(Mode, MODES[self.mode[row]])

    def handed_on(self, by_node: Floats) -> Floats:
        """A value per node, handed on to the candidates: of their own node, or the mean over those of their
        class, or 0.
        """
        means = [by_node[list(each.nodes)].mean() if each.nodes else 0.0 for each in self.classes]
        by_class = np.array([*means, 0.0])[self.industry]
        return np.where(self.node >= 0, by_node[self.node], np.where(self.mode > 0, by_class, 0.0))


def recognise(frame: pl.DataFrame, *, place: PlaceView, nodes: Nodes) -> Recognition:
    """Recognises every row of `frame` (columns as in `candidates.COLUMNS`).

    A company whose name, or whose stated activities, point to several nodes is tied to the one where urgency
    × confidence is highest, then to the surest, then to the first as written down.
    """
    judge = classifier(place.chains)
    framed, classes = _classes(frame.with_row_index("row"), place, nodes)
    ties = pl.concat([_by_name(framed, judge, nodes), _by_statement(framed, place.activities, nodes)])
    return _assembled(framed, ties, nodes, classes)


def _classes(
    frame: pl.DataFrame, place: PlaceView, nodes: Nodes
) -> tuple[pl.DataFrame, tuple[IndustryClass, ...]]:
    """`frame` with the column `class` (a number, null without an industry), and the classes by number."""
    pair = ["industry_scheme", "industry"]
    known = frame.select(pair).drop_nulls().unique().sort(pair)
    joined = frame.join(known.with_row_index("class"), on=pair, how="left", maintain_order="left")
    codes = list(known.iter_rows())
    leads = to_nodes(place.chains, codes)
    return joined, tuple(_class(each, leads, nodes) for each in codes)


def _class(each: ClassCode, leads: Leads, nodes: Nodes) -> IndustryClass:
    """The class with the nodes to which it leads most narrowly.

    The confidence in a broad class is its strength × n / (n + 4) for n nodes: the more links of the chains it
    leads to, the likelier it is that a company of that class is in them at all.
    """
    refs, surest = narrowest(leads, [each])
    numbers = tuple(sorted(nodes.number[ref] for ref in refs))
    central = len(numbers) / (len(numbers) + HALF_NODES) if surest <= BROAD else 1.0
    return IndustryClass(*each, numbers, surest * central)


_TIES = {
    "row": pl.UInt32,
    "number": pl.Int32,
    "confidence": pl.Float64,
    "mode": pl.Int8,
    "keyword": pl.String,
    "known": pl.Int64,
    "agreeing": pl.Int64,
}


def _by_name(frame: pl.DataFrame, judge: Classifier, nodes: Nodes) -> pl.DataFrame:
    """Every tie in which a keyword had a part. Names are read first, so that only those with a hit are
    judged.

    A keyword that several nodes share is divided among them. Where no class confirms it, it counts as far as
    it can be relied on: with k candidates that have the word and a known class, of which a agree with the
    node, times min(1, 2 (a + 1) / (k + 2)). A word that mostly stands in other industries' names says
    little.
    """
    texts = pl.concat_list(
        pl.concat_list("name", "english").list.drop_nulls(), pl.col("other_names").fill_null([])
    )
    asked = frame.select("row", "industry_scheme", "industry", key=pl.col("row"), texts=texts)
    hits = judge.classify(asked.with_columns(industry=pl.lit(None, dtype=pl.String)))["key"].unique()
    ties = judge.classify(asked.filter(pl.col("row").is_in(hits.implode()))).filter(pl.col("keyword") != "")
    refs = {row.ref: number for number, row in enumerate(nodes.rows)}
    modes = {mode: number for number, mode in enumerate(MODES)}
    agreeing, known = pl.col("how") == "industry_and_keyword", pl.col("how") != "keyword"
    same = ["chain", "node", "keyword"]
    counted = ties.with_columns(agreeing=agreeing.sum().over(same), known=known.sum().over(same))
    relied = pl.min_horizontal(1.0, 2 * (pl.col("agreeing") + 1) / (pl.col("known") + 2))
    return counted.select(
        row=pl.col("key").cast(pl.UInt32),
        number=pl.concat_str("chain", pl.lit("/"), "node").replace_strict(refs, return_dtype=pl.Int32),
        confidence=pl.col("strength")
        * pl.when(agreeing).then(1.0).otherwise(relied)
        / pl.len().over("key", "keyword"),
        mode=pl.col("how").replace_strict(modes, return_dtype=pl.Int8),
        keyword="keyword",
        known=pl.col("known").cast(pl.Int64),
        agreeing=pl.col("agreeing").cast(pl.Int64),
    )


def _by_statement(frame: pl.DataFrame, activities: tuple[Activity, ...], nodes: Nodes) -> pl.DataFrame:
    stated = {each.key: set[int]() for each in activities}
    for each in activities:
        stated[each.key].add(nodes.number[f"{each.chain}/{each.node}"])
    found = frame.select("row", "key").filter(pl.col("key").is_in(list(stated)))
    mode = MODES.index("stated")
    rows = [
        (row, number, STATED, mode, "", 0, 0)
        for row, key in found.iter_rows()
        for number in sorted(stated[key])
    ]
    return pl.DataFrame(rows, schema=_TIES, orient="row")


def _best(ties: pl.DataFrame, nodes: Nodes) -> pl.DataFrame:
    urgency = pl.Series("urgency", nodes.urgency).gather(ties["number"])
    ranked = ties.with_columns(value=urgency * ties["confidence"]).sort(
        ["row", "value", "confidence", "number", "keyword"], descending=[False, True, True, False, False]
    )
    return ranked.unique("row", keep="first", maintain_order=True)


def _assembled(
    frame: pl.DataFrame, ties: pl.DataFrame, nodes: Nodes, classes: tuple[IndustryClass, ...]
) -> Recognition:
    industry = frame["class"].cast(pl.Int32).fill_null(-1).to_numpy()
    of_class = (MODES.index("industry") if each.nodes else 0 for each in classes)
    mode = np.array([*of_class, 0], dtype=np.int8)[industry]
    confidence = np.array([*(each.confidence for each in classes), 0.0])[industry]
    alone = (each.nodes[0] if len(each.nodes) == 1 else -1 for each in classes)
    node = np.array([*alone, -1], dtype=np.int32)[industry]
    best = _best(ties, nodes)
    rows = best["row"].to_numpy()
    node[rows], mode[rows], confidence[rows] = (
        best[name].to_numpy() for name in ("number", "mode", "confidence")
    )
    return Recognition(node, industry, mode, confidence, classes, _keywords(best, ties))


def _keywords(best: pl.DataFrame, ties: pl.DataFrame) -> pl.DataFrame:
    """By row, the keyword that decided, and the nodes that share it."""
    same = (
        ties.filter(pl.col("keyword") != "").group_by("row", "keyword").agg(sharing=pl.col("number").sort())
    )
    told = best.join(same, on=["row", "keyword"], maintain_order="left")
    return told.select("row", "keyword", "number", "sharing", "known", "agreeing")
