"""Which nodes of the chains an organisation can belong to, by its industry and the words in its names."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import polars as pl

from kakehashi.places.chains import Chain
from kakehashi.places.tse33 import tse33_code

How = Literal["industry_and_keyword", "keyword", "industry", "keyword_other_industry"]

#: How much a tie is worth when only the industry speaks, by the number of digits that the two codes share.
INDUSTRY_STRENGTH = {4: 0.8, 3: 0.5, 2: 0.3}
#: A TSE industry is as broad as two digits of another classification.
TSE33_STRENGTH = 0.3
#: The name alone, when the register gives no industry; and when it gives one that does not lead to the node.
KEYWORD_STRENGTH = 0.6
OTHER_INDUSTRY_STRENGTH = 0.25
#: Industry and name together, plus a share of the industry's own strength.
BOTH_STRENGTH = 0.9

#: Names that registers use for the schemes of a chain.
SCHEME_ALIASES = {
    "edinet": "tse33",
    "jpx": "tse33",
    "jsic14": "jsic",
    "gbt4754_2017": "gbt4754",
    "isic": "isic4",
}

_OUTPUT = ("key", "chain", "node", "strength", "how", "keyword")
_MATCH_SCHEMA = {"chain": pl.String, "node": pl.String, "keyword": pl.String}


@dataclass(frozen=True, slots=True)
class NodeMatch:
    """A node an organisation may belong to: `strength` from 0 to 1, `how` it was found, and the `keyword`
    if any.
    """

    chain: str
    node: str
    strength: float
    how: How
    keyword: str = ""


@dataclass(frozen=True)
class Classifier:
    """The codes and keywords of some chains, compiled once and used for one organisation or a million."""

    chains: tuple[Chain, ...]

    def nodes_for(self, *, industry_scheme: str, industry: str, texts: Sequence[str]) -> list[NodeMatch]:
        """The nodes one organisation can belong to, strongest first; `texts` are its names and
        descriptions.
        """
        row = {"key": "", "industry_scheme": industry_scheme, "industry": industry, "texts": list(texts)}
        frame = pl.DataFrame(
            [row], schema={"key": str, "industry_scheme": str, "industry": str, "texts": pl.List(pl.String)}
        )
        found = self.classify(frame).drop("key").iter_rows(named=True)
        return [NodeMatch(**match) for match in found]

    def classify(self, organisations: pl.DataFrame, *, minimum: float = 0.0) -> pl.DataFrame:
        """The same for a frame with columns key, industry_scheme, industry, texts (a list of texts).

        Returns columns key, chain, node, strength, how, keyword: one row for each pair of organisation and
        node with at least `minimum` strength, in the order of the input, strongest first within a key.
        """
        rows = organisations.select(
            pl.int_range(pl.len(), dtype=pl.UInt32).alias("row"),
            "key",
            "industry_scheme",
            "industry",
            "texts",
        )
        rows = rows.with_columns(pl.col("industry_scheme", "industry").fill_null(""))
        industries = self._by_industry(rows)
        words = self._by_keyword(rows)
        pairs = industries.join(words, on=["row", "chain", "node"], how="full", coalesce=True)
        recognised = (
            industries["row"].unique() if not industries.is_empty() else pl.Series("row", [], dtype=pl.UInt32)
        )
        known = self._rows_with_known_industry(rows)
        judged = _judged(pairs, industry_is_known=pl.concat([recognised, known]).unique())
        judged = judged.filter(pl.col("strength") >= minimum).join(rows.select("row", "key"), on="row")
        return judged.sort(
            ["row", "strength", "chain", "node"], descending=[False, True, False, False]
        ).select(_OUTPUT)

    def _by_industry(self, rows: pl.DataFrame) -> pl.DataFrame:
        """row, chain, node, base for every node whose codes the organisation's industry leads to."""
        pairs = rows.select("industry_scheme", "industry").unique(maintain_order=True)
        found = [
            (scheme, industry, chain, node, base)
            for scheme, industry in pairs.iter_rows()
            for chain, node, base in self._nodes_by_code(scheme, industry)
        ]
        schema = ["industry_scheme", "industry", "chain", "node", "base"]
        types = [pl.String, pl.String, pl.String, pl.String, pl.Float64]
        table = pl.DataFrame(found, schema=dict(zip(schema, types, strict=True)), orient="row")
        return (
            rows.select("row", "industry_scheme", "industry")
            .join(table, on=["industry_scheme", "industry"])
            .select("row", "chain", "node", "base")
        )

    def _nodes_by_code(self, scheme: str, industry: str) -> list[tuple[str, str, float]]:
        scheme, code = canonical_industry(scheme, industry)
        if not code:
            return []
        found = []
        for chain in self.chains:
            for node in chain.nodes:
                base = max((_overlap(scheme, code, each) for each in node.codes.get(scheme, ())), default=0.0)
                if base:
                    found.append((chain.code, node.code, base))
        return found

    def _rows_with_known_industry(self, rows: pl.DataFrame) -> pl.Series:
        pairs = rows.select("industry_scheme", "industry").unique(maintain_order=True)
        known = [bool(canonical_industry(scheme, industry)[1]) for scheme, industry in pairs.iter_rows()]
        return rows.join(
            pairs.filter(pl.Series(known, dtype=pl.Boolean)), on=["industry_scheme", "industry"]
        )["row"]

    def _by_keyword(self, rows: pl.DataFrame) -> pl.DataFrame:
        """row, chain, node, keyword: the longest keyword of each node that occurs in the organisation's
        texts.
        """
        if not self._patterns:
            return pl.DataFrame(schema={"row": pl.UInt32, **_MATCH_SCHEMA})
        folded = rows.select("row", text=_folded(pl.col("texts").list.join(" | ", ignore_nulls=True)))
        hits = (
            folded.filter(pl.col("text").str.contains_any(self._patterns))
            .select("row", pattern=pl.col("text").str.extract_many(self._patterns, overlapping=True))
            .explode("pattern", empty_as_null=True, keep_nulls=True)
            .drop_nulls("pattern")
        )
        found = hits.join(self._nodes_by_pattern, on="pattern").sort(
            [pl.col("pattern").str.len_chars(), pl.col("pattern")], descending=[True, False]
        )
        return found.unique(["row", "chain", "node"], keep="first", maintain_order=True).select(
            "row", "chain", "node", "keyword"
        )

    @cached_property
    def _nodes_by_pattern(self) -> pl.DataFrame:
        found = {
            (pattern, chain.code, node.code): keyword
            for chain in self.chains
            for node in chain.nodes
            for keywords in node.keywords.values()
            for keyword in keywords
            for pattern in _patterns(keyword)
        }
        rows = [(pattern, chain, node, keyword) for (pattern, chain, node), keyword in found.items()]
        return pl.DataFrame(rows, schema={"pattern": pl.String, **_MATCH_SCHEMA}, orient="row")

    @cached_property
    def _patterns(self) -> list[str]:
        return sorted(set(self._nodes_by_pattern["pattern"]))


def canonical_industry(scheme: str, industry: str) -> tuple[str, str]:
    """The scheme of a chain and the code in it for what a register gives; an empty code where it says
    nothing.
    """
    scheme = SCHEME_ALIASES.get(scheme, scheme)
    if scheme == "tse33":
        return scheme, tse33_code(industry) or ""
    digits = unicodedata.normalize("NFKC", industry).strip().lstrip("ABCDEFGHIJKLMNOPQRSTUVW")
    return scheme, digits if digits.isdigit() else ""


def classifier(chains: Iterable[Chain]) -> Classifier:
    """A classifier over these chains."""
    return Classifier(tuple(chains))


def _overlap(scheme: str, code: str, node_code: str) -> float:
    if scheme == "tse33":
        return TSE33_STRENGTH if code == node_code else 0.0
    shorter = min(len(code), len(node_code))
    if code[:shorter] != node_code[:shorter]:
        return 0.0
    return INDUSTRY_STRENGTH.get(min(shorter, 4), 0.0)


def _judged(pairs: pl.DataFrame, *, industry_is_known: pl.Series) -> pl.DataFrame:
    has_industry, has_word = pl.col("base").is_not_null(), pl.col("keyword").is_not_null()
    known = pl.col("row").is_in(industry_is_known.implode())
    how = (
        pl.when(has_industry & has_word)
        .then(pl.lit("industry_and_keyword"))
        .when(has_industry)
        .then(pl.lit("industry"))
        .when(known)
        .then(pl.lit("keyword_other_industry"))
        .otherwise(pl.lit("keyword"))
    )
    strength = (
        pl.when(has_industry & has_word)
        .then(BOTH_STRENGTH + (1.0 - BOTH_STRENGTH) * pl.col("base"))
        .when(has_industry)
        .then(pl.col("base"))
        .when(known)
        .then(OTHER_INDUSTRY_STRENGTH)
        .otherwise(KEYWORD_STRENGTH)
    )
    return pairs.with_columns(how=how, strength=strength, keyword=pl.col("keyword").fill_null(""))


def _folded(text: pl.Expr) -> pl.Expr:
    plain = (
        text.fill_null("")
        .str.normalize("NFKC")
        .str.to_lowercase()
        .str.replace_all(r"[^\p{L}\p{M}\p{N}|]+", " ")
    )
    return pl.lit(" ") + plain + pl.lit(" ")


def _patterns(keyword: str) -> list[str]:
    """What to look for: Latin words at the start of a word (up to four letters: the whole word), other
    scripts anywhere.
    """
    folded = " ".join(unicodedata.normalize("NFKC", keyword).lower().replace("-", " ").split())
    if not folded:
        return []
    if not folded.isascii():
        return [folded]
    return [f" {folded} "] if len(folded) <= 4 else [f" {folded}"]
