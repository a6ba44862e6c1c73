"""Ties every candidate to the node of a chain at which it would work, and says how sure that is."""

from dataclasses import dataclass, replace
from typing import Literal, cast, get_args

import numpy as np
import polars as pl
from numpy.typing import NDArray

from kakehashi.places.classify import Classifier, How, classifier
from kakehashi.targeting.nodes import Floats, Nodes
from kakehashi.targeting.place import Activity, PlaceView

Mode = Literal["none", "stated"] | How
#: How a candidate was tied to a node, by number; `stated` is a sourced statement, the others as in
#: `places.classify`.
MODES: tuple[str, ...] = ("none", "stated", *get_args(How))
#: A sourced statement leaves no doubt.
STATED = 1.0


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
class Recognition:
    """One entry for each candidate.

    `node` is the number of its node, -1 when only its class is known (which may lead to several); `industry`
    the number of its class, -1 for none; `mode` a number in MODES; `confidence` in [0, 1]. `keywords` has the
    keyword found, by row.
    """

    node: NDArray[np.int32]
    industry: NDArray[np.int32]
    mode: NDArray[np.int8]
    confidence: Floats
    classes: tuple[IndustryClass, ...]
    keywords: dict[int, str]

    def nodes_of(self, row: int) -> tuple[int, ...]:
        """The numbers of the nodes at which the candidate may work: one, or all to which its class leads, or
        none.
        """
        if self.node[row] >= 0:
            return (int(self.node[row]),)
        return self.classes[self.industry[row]].nodes if self.mode[row] else ()

    def only(self, rows: NDArray[np.bool_]) -> "Recognition":
        """The same for some of the candidates, numbered anew."""
        number = np.cumsum(rows) - 1
        kept = {int(number[row]): keyword for row, keyword in self.keywords.items() if rows[row]}
        return replace(
            self,
            node=self.node[rows],
            industry=self.industry[rows],
            mode=self.mode[rows],
            confidence=self.confidence[rows],
            keywords=kept,
        )

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
    framed, classes = _classes(frame.with_row_index("row"), judge, nodes)
    ties = pl.concat([_by_name(framed, judge, nodes), _by_statement(framed, place.activities, nodes)])
    return _assembled(framed, _best(ties, nodes), classes)


def _classes(
    frame: pl.DataFrame, judge: Classifier, nodes: Nodes
) -> tuple[pl.DataFrame, tuple[IndustryClass, ...]]:
    """`frame` with the column `class` (a number, null without an industry), and the classes by number."""
    pair = ["industry_scheme", "industry"]
    known = frame.select(pair).drop_nulls().unique().sort(pair)
    joined = frame.join(known.with_row_index("class"), on=pair, how="left", maintain_order="left")
    return joined, tuple(_class(judge, nodes, scheme, code) for scheme, code in known.iter_rows())


def _class(judge: Classifier, nodes: Nodes, scheme: str, code: str) -> IndustryClass:
    found = judge.nodes_for(industry_scheme=scheme, industry=code, texts=())
    surest = max((match.strength for match in found), default=0.0)
    narrowest = sorted(
        nodes.number[f"{match.chain}/{match.node}"] for match in found if match.strength == surest
    )
    return IndustryClass(scheme, code, tuple(narrowest), surest)


_TIES = {
    "row": pl.UInt32,
    "number": pl.Int32,
    "confidence": pl.Float64,
    "mode": pl.Int8,
    "keyword": pl.String,
}


def _by_name(frame: pl.DataFrame, judge: Classifier, nodes: Nodes) -> pl.DataFrame:
    """Every tie in which a keyword had a part. Names are read first, so that only the few with a hit are
    judged in full.
    """
    texts = pl.concat_list(
        pl.concat_list("name", "english").list.drop_nulls(), pl.col("other_names").fill_null([])
    )
    asked = frame.select(
        "row", key=pl.col("row"), industry_scheme="industry_scheme", industry="industry", texts=texts
    )
    hits = judge.classify(asked.with_columns(industry=pl.lit(None, dtype=pl.String)))["key"].unique()
    ties = judge.classify(asked.filter(pl.col("row").is_in(hits.implode()))).filter(pl.col("keyword") != "")
    refs = pl.DataFrame({"ref": [row.ref for row in nodes.rows], "number": range(len(nodes.rows))})
    return (
        ties.with_columns(ref=pl.concat_str("chain", pl.lit("/"), "node"))
        .join(refs, on="ref", maintain_order="left")
        .select(
            row=pl.col("key"),
            number=pl.col("number").cast(pl.Int32),
            confidence="strength",
            mode=pl.col("how").replace_strict(
                {mode: number for number, mode in enumerate(MODES)}, return_dtype=pl.Int8
            ),
            keyword="keyword",
        )
        .match_to_schema(_TIES)
    )


def _by_statement(frame: pl.DataFrame, activities: tuple[Activity, ...], nodes: Nodes) -> pl.DataFrame:
    stated = {each.key: set[int]() for each in activities}
    for each in activities:
        stated[each.key].add(nodes.number[f"{each.chain}/{each.node}"])
    found = frame.select("row", "key").filter(pl.col("key").is_in(list(stated)))
    mode = MODES.index("stated")
    rows = [
        (row, number, STATED, mode, "") for row, key in found.iter_rows() for number in sorted(stated[key])
    ]
    return pl.DataFrame(rows, schema=_TIES, orient="row")


def _best(ties: pl.DataFrame, nodes: Nodes) -> pl.DataFrame:
    urgency = pl.Series("urgency", nodes.urgency).gather(ties["number"])
    ranked = ties.with_columns(value=urgency * ties["confidence"]).sort(
        ["row", "value", "confidence", "number", "keyword"], descending=[False, True, True, False, False]
    )
    return ranked.unique("row", keep="first", maintain_order=True)


def _assembled(frame: pl.DataFrame, best: pl.DataFrame, classes: tuple[IndustryClass, ...]) -> Recognition:
    industry = frame["class"].cast(pl.Int32).fill_null(-1).to_numpy()
    mode = np.array([*(MODES.index("industry") if each.nodes else 0 for each in classes), 0], dtype=np.int8)[
        industry
    ]
    confidence = np.array([*(each.confidence for each in classes), 0.0])[industry]
    node = np.full(len(frame), -1, dtype=np.int32)
    rows = best["row"].to_numpy()
    node[rows], mode[rows], confidence[rows] = (
        best[name].to_numpy() for name in ("number", "mode", "confidence")
    )
    keywords = dict(best.filter(pl.col("keyword") != "").select("row", "keyword").iter_rows())
    return Recognition(node, industry, mode, confidence, classes, keywords)
