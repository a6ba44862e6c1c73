"""Which nodes of the chains an organisation can belong to, by its industry and the words in its names."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import polars as pl

from kakehashi.places.chains import Chain, ChainNode
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

#: A katakana word of so many letters is also taken at the beginning of a compound.
_BEGINNING = 4
_KATAKANA, _NOT_KATAKANA = "[ァ-ヺー]", "[^ァ-ヺー]"

_OUTPUT = ("key", "chain", "node", "strength", "how", "keyword")
_MATCH_SCHEMA = {"place": pl.UInt32, "keyword": pl.String}


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
        pairs = [industries.join(words, on=["row", "place"], how="left")]
        pairs.append(words.join(industries, on=["row", "place"], how="anti"))
        together = pl.concat(pairs, how="diagonal_relaxed")
        known = self._speaks_against(rows).gather(together["row"])
        judged = _judged(together.with_columns(industry_is_known=known))
        judged = judged.filter(pl.col("strength") >= minimum)
        judged = judged.sort(["row", "strength", "place"], descending=[False, True, False])
        named = judged.with_columns(
            rows["key"].gather(judged["row"]),
            self._places["chain"].gather(judged["place"]),
            self._places["node"].gather(judged["place"]),
        )
        return named.select(_OUTPUT)

    def _by_industry(self, rows: pl.DataFrame) -> pl.DataFrame:
        """row, place, base for every node whose codes the organisation's industry leads to."""
        pairs = rows.select("industry_scheme", "industry").unique(maintain_order=True)
        found = [
            (scheme, industry, place, base)
            for scheme, industry in pairs.iter_rows()
            for place, base in self._nodes_by_code(scheme, industry)
        ]
        schema = ["industry_scheme", "industry", "place", "base"]
        types = [pl.String, pl.String, pl.UInt32, pl.Float64]
        table = pl.DataFrame(found, schema=dict(zip(schema, types, strict=True)), orient="row")
        return (
            rows.select("row", "industry_scheme", "industry")
            .join(table, on=["industry_scheme", "industry"])
            .select("row", "place", "base")
        )

    def _nodes_by_code(self, scheme: str, industry: str) -> list[tuple[int, float]]:
        scheme, code = canonical_industry(scheme, industry)
        if not code:
            return []
        found = []
        for place, (_, node) in enumerate(self._nodes):
            base = max((_overlap(scheme, code, each) for each in node.codes.get(scheme, ())), default=0.0)
            if base:
                found.append((place, base))
        return found

    @cached_property
    def _nodes(self) -> list[tuple[Chain, ChainNode]]:
        """All nodes of all chains, in the order of their codes; `place` is the position in it."""
        nodes = [(chain, node) for chain in self.chains for node in chain.nodes]
        return sorted(nodes, key=lambda pair: (pair[0].code, pair[1].code))

    @cached_property
    def _places(self) -> pl.DataFrame:
        rows = [(chain.code, node.code) for chain, node in self._nodes]
        return pl.DataFrame(rows, schema={"chain": pl.String, "node": pl.String}, orient="row")

    def _speaks_against(self, rows: pl.DataFrame) -> pl.Series:
        """By row, whether the industry would speak against a node to which it does not lead."""
        pairs = rows.select("industry_scheme", "industry").unique(maintain_order=True)
        judging = [self._can_judge(scheme, industry) for scheme, industry in pairs.iter_rows()]
        flags = pairs.with_columns(pl.Series("industry_is_known", judging, dtype=pl.Boolean))
        joined = rows.join(flags, on=["industry_scheme", "industry"], how="left", maintain_order="left")
        return joined["industry_is_known"]

    def _can_judge(self, scheme: str, industry: str) -> bool:
        """Whether the class can speak against a node: some node must have codes of its classification."""
        scheme, code = canonical_industry(scheme, industry)
        return bool(code) and any(scheme in node.codes for chain in self.chains for node in chain.nodes)

    def _by_keyword(self, rows: pl.DataFrame) -> pl.DataFrame:
        """row, place, keyword: the longest keyword of each node that occurs in the organisation's texts."""
        if not self._patterns:
            return pl.DataFrame(schema={"row": pl.UInt32, **_MATCH_SCHEMA})
        plain = rows.select("row", text=_plain(pl.col("texts").list.join(" | ", ignore_nulls=True)))
        worthwhile = plain.filter(pl.col("text").str.contains_any(self._first_words))
        hits = (
            worthwhile.with_columns(text=_parted(pl.col("text")))
            .with_columns(pattern=pl.col("text").str.extract_many(self._patterns, overlapping=True))
            .explode("pattern", empty_as_null=True, keep_nulls=True)
            .drop_nulls("pattern")
            .unique(["row", "pattern"])
        )
        found = (
            _standing_for_itself(hits)
            .join(self._nodes_by_pattern, on="pattern")
            .sort([pl.col("pattern").str.len_chars(), pl.col("pattern")], descending=[True, False])
        )
        return found.unique(["row", "place"], keep="first", maintain_order=True).select(
            "row", "place", "keyword"
        )

    @cached_property
    def _nodes_by_pattern(self) -> pl.DataFrame:
        found = {
            (pattern, place): keyword
            for place, (_, node) in enumerate(self._nodes)
            for keywords in node.keywords.values()
            for keyword in keywords
            for pattern in _patterns(keyword)
        }
        rows = [(pattern, place, keyword) for (pattern, place), keyword in found.items()]
        return pl.DataFrame(rows, schema={"pattern": pl.String, **_MATCH_SCHEMA}, orient="row")

    @cached_property
    def _patterns(self) -> list[str]:
        return sorted(set(self._nodes_by_pattern["pattern"]))

    @cached_property
    def _first_words(self) -> list[str]:
        """The first word of each pattern: a text without any of them need not be looked at closely."""
        return sorted({pattern.split()[0] for pattern in self._patterns})


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


def _judged(pairs: pl.DataFrame) -> pl.DataFrame:
    has_industry, has_word = pl.col("base").is_not_null(), pl.col("keyword").is_not_null()
    how = (
        pl.when(has_industry & has_word)
        .then(pl.lit("industry_and_keyword"))
        .when(has_industry)
        .then(pl.lit("industry"))
        .when(pl.col("industry_is_known"))
        .then(pl.lit("keyword_other_industry"))
        .otherwise(pl.lit("keyword"))
    )
    strength = (
        pl.when(has_industry & has_word)
        .then(BOTH_STRENGTH + (1.0 - BOTH_STRENGTH) * pl.col("base"))
        .when(has_industry)
        .then(pl.col("base"))
        .when(pl.col("industry_is_known"))
        .then(OTHER_INDUSTRY_STRENGTH)
        .otherwise(KEYWORD_STRENGTH)
    )
    return pairs.with_columns(how=how, strength=strength, keyword=pl.col("keyword").fill_null(""))


def _plain(text: pl.Expr) -> pl.Expr:
    return text.fill_null("").str.normalize("NFKC").str.to_lowercase()


def _parted(plain: pl.Expr) -> pl.Expr:
    """Words parted by one space, whatever stood between them, and texts by a bar."""
    return pl.lit(" ") + plain.str.replace_all(r"[^\p{L}\p{M}\p{N}|]+", " ") + pl.lit(" ")


def _standing_for_itself(hits: pl.DataFrame) -> pl.DataFrame:
    """Hits whose katakana word stands alone: ツール in ユニオンツール, but not ギヤ in ギヤラリー.

    The last part of a compound says what the thing is: the word must end its run of katakana (a long vowel
    may follow) or, from four letters on, begin it. Words in other scripts are taken as they are. `hits` has
    columns row, text, pattern; one search for each word, since a search is compiled once.
    """
    kept = [
        rows.filter(pl.col("text").str.contains(_katakana_word(pattern))) if _is_katakana(pattern) else rows
        for (pattern,), rows in hits.group_by("pattern")
    ]
    return pl.concat(kept) if kept else hits


def _is_katakana(pattern: str) -> bool:
    return re.fullmatch(f"{_KATAKANA}+", pattern) is not None


def _katakana_word(pattern: str) -> str:
    ends = f"{pattern}ー?(?:$|{_NOT_KATAKANA})"
    return f"{ends}|(?:^|{_NOT_KATAKANA}){pattern}" if len(pattern) >= _BEGINNING else ends


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
