"""Location quotients with an interval that stays honest when the counts are small."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
import polars as pl
from scipy.special import betaincinv

from kakehashi.kernel import EvidenceRef, WrongInput
from kakehashi.places.chains import Chain, ChainNode


@dataclass(frozen=True, slots=True)
class Quotient:
    """A location quotient with its confidence interval; `value` is the count it was computed from."""

    value: float
    quotient: float
    low: float
    high: float
    level: float = 0.95
    evidence: tuple[EvidenceRef, ...] = ()


def location_quotient(
    *,
    value: float,
    place_total: float,
    industry_total: float,
    total: float,
    level: float = 0.95,
    unit_size: float = 1.0,
) -> Quotient:
    """How much more of an industry a place has than its size suggests, with an exact interval.

    The quotient is (value / place_total) / (industry_total / total), after Florence (1939); `total` and
    `industry_total` include the place. Given the industry's total X and the place's share s = place_total /
    total of everything, the industry's count in the place is binomial(X, p), and the quotient is p / s. The
    interval is the exact one of Clopper and Pearson (Biometrika 26, 1934) for p, divided by s: it covers at
    least `level`, also for counts of 0 or 1, and cannot leave the possible range 0 … 1 / s.

    The counts are taken to be independent. Employees are not, since they come in establishments: with their
    mean size as `unit_size` the interval counts establishments instead of people. Raises WrongInput for
    negative or missing counts, zero totals, and a part larger than its whole.
    """
    _check_options(level, unit_size)
    where = f"{value} / {place_total} / {industry_total} / {total}"
    for each in (value, place_total, industry_total, total):
        if math.isnan(each):
            raise WrongInput("quotient_missing", where=where, count=1)
        if each < 0:
            raise WrongInput("quotient_negative", where=where, value=each)
    for each in (place_total, industry_total, total):
        if each == 0:
            raise WrongInput("quotient_zero_total", where=where)
    if value > min(place_total, industry_total) or max(place_total, industry_total) > total:
        raise WrongInput("quotient_part_exceeds_whole", where=where)
    arrays = [np.array([each], dtype=float) for each in (value, place_total, industry_total, total)]
    quotient, low, high = (float(each[0]) for each in _quotients(*arrays, level=level, unit_size=unit_size))
    return Quotient(value=float(value), quotient=quotient, low=low, high=high, level=level)


def quotients(
    table: pl.DataFrame | pl.LazyFrame,
    *,
    place: str,
    industry: str,
    value: str,
    reference: str | None = None,
    level: float = 0.95,
    unit_size: float = 1.0,
) -> pl.DataFrame:
    """Location quotients for every row of a long table.

    `place`, `industry` and `value` name the columns. The comparison area is the place called `reference`,
    which contains the others, or without one all places together. Pairs that the table leaves out count as
    zero in the totals. Returns columns place, industry, value, quotient, low, high in the order of the
    table, without the reference's own rows. Raises WrongInput for missing columns, negative or missing
    values, repeated pairs and zero totals.
    """
    _check_options(level, unit_size)
    rows = _checked(table, place=place, industry=industry, value=value)
    whole = rows if reference is None else rows.filter(pl.col("place") == reference)
    if whole.is_empty():
        raise WrongInput("quotient_no_reference", reference=reference)
    parts = rows if reference is None else rows.filter(pl.col("place") != reference)
    joined = parts.join(
        whole.group_by("industry").agg(industry_total=pl.col("value").sum()), on="industry", how="left"
    )
    joined = joined.with_columns(
        pl.col("industry_total").fill_null(0.0),
        place_total=pl.col("value").sum().over("place"),
        total=whole["value"].sum(),
    )
    _check_totals(joined)
    counts = [joined[name].to_numpy() for name in ("value", "place_total", "industry_total", "total")]
    quotient, low, high = _quotients(*counts, level=level, unit_size=unit_size)
    return joined.select("place", "industry", "value").with_columns(
        pl.Series("quotient", quotient), pl.Series("low", low), pl.Series("high", high)
    )


def node_quotients(
    chain: Chain,
    table: pl.DataFrame | pl.LazyFrame,
    *,
    scheme: str,
    at: str,
    place: str = "place",
    industry: str = "industry",
    value: str = "value",
    reference: str | None = None,
    level: float = 0.95,
    unit_size: float = 1.0,
    evidence: tuple[EvidenceRef, ...] = (),
) -> dict[str, Quotient]:
    """Quotients by node code of `chain` for the place `at`, from a table with codes of `scheme`.

    A node is measured by all rows at or below its own codes, else by the finest row above them; a node
    without any such row is left out. The other arguments are those of `quotients`; `evidence` is attached
    to every result.
    """
    rows = _checked(table, place=place, industry=industry, value=value).with_columns(
        pl.col("industry").cast(pl.String)
    )
    known = rows["industry"].unique().to_list()
    found: dict[str, Quotient] = {}
    for node in chain.nodes:
        codes = _rows_for(node, scheme, known)
        if codes:
            label = pl.when(pl.col("industry").is_in(codes)).then(pl.lit("node")).otherwise(pl.lit("rest"))
            pooled = rows.group_by("place", label.alias("industry")).agg(pl.col("value").sum())
            found |= _quotient_at(node, pooled, at=at, reference=reference, level=level, unit_size=unit_size)
    return {code: replace(each, evidence=evidence) for code, each in found.items()}


def _quotient_at(
    node: ChainNode, pooled: pl.DataFrame, *, at: str, reference: str | None, level: float, unit_size: float
) -> dict[str, Quotient]:
    whole = pooled if reference is None else pooled.filter(pl.col("place") == reference)
    here, of_node = pl.col("place") == at, pl.col("industry") == "node"
    if not _sum(whole.filter(of_node)):
        return {}
    quotient = location_quotient(
        value=_sum(pooled.filter(here & of_node)),
        place_total=_sum(pooled.filter(here)),
        industry_total=_sum(whole.filter(of_node)),
        total=_sum(whole),
        level=level,
        unit_size=unit_size,
    )
    return {node.code: quotient}


def _sum(rows: pl.DataFrame) -> float:
    return float(rows["value"].sum())


def _rows_for(node: ChainNode, scheme: str, known: Iterable[str]) -> list[str]:
    codes = node.codes.get(scheme, ())
    below = [each for each in known if each.startswith(tuple(codes))] if codes else []
    if below:
        return below
    above = [each for each in known if any(code.startswith(each) for code in codes)]
    finest = max((len(each) for each in above), default=0)
    return [each for each in above if len(each) == finest]


def _quotients(
    value: np.ndarray,
    place_total: np.ndarray,
    industry_total: np.ndarray,
    total: np.ndarray,
    *,
    level: float,
    unit_size: float,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    share = place_total / total
    hits, trials = value / unit_size, industry_total / unit_size
    tail = (1.0 - level) / 2.0
    misses = np.maximum(trials - hits, 0.0)
    with np.errstate(invalid="ignore"):
        low = np.where(hits > 0, betaincinv(np.where(hits > 0, hits, 1.0), misses + 1.0, tail), 0.0)
        high = np.where(
            misses > 0, betaincinv(hits + 1.0, np.where(misses > 0, misses, 1.0), 1.0 - tail), 1.0
        )
    return (value / industry_total) / share, low / share, high / share


def _check_options(level: float, unit_size: float) -> None:
    if not 0.0 < level < 1.0:
        raise WrongInput("quotient_level", level=level)
    if not (unit_size >= 1.0 and math.isfinite(unit_size)):
        raise WrongInput("quotient_unit_size", unit_size=unit_size)


def _checked(table: pl.DataFrame | pl.LazyFrame, *, place: str, industry: str, value: str) -> pl.DataFrame:
    columns = table.collect_schema().names()
    for name in (place, industry, value):
        if name not in columns:
            raise WrongInput("quotient_columns", column=name, columns=", ".join(columns))
    picked = (
        table.lazy().select(place=pl.col(place), industry=pl.col(industry), value=pl.col(value)).collect()
    )
    if picked.is_empty():
        raise WrongInput("quotient_no_rows")
    if not picked["value"].dtype.is_numeric():
        raise WrongInput("quotient_not_numeric", column=value)
    rows = picked.with_columns(pl.col("value").cast(pl.Float64).fill_nan(None))
    missing = rows.filter(
        pl.col("value").is_null() | pl.col("place").is_null() | pl.col("industry").is_null()
    )
    if missing.height:
        raise WrongInput("quotient_missing", where=_where(missing), count=missing.height)
    negative = rows.filter(pl.col("value") < 0)
    if negative.height:
        raise WrongInput("quotient_negative", where=_where(negative), value=negative["value"][0])
    repeated = rows.group_by("place", "industry", maintain_order=True).len().filter(pl.col("len") > 1)
    if repeated.height:
        raise WrongInput("quotient_repeated", where=_where(repeated), count=repeated.height)
    return rows


def _check_totals(rows: pl.DataFrame) -> None:
    for column, label in (("place_total", "place"), ("industry_total", "industry"), ("total", "place")):
        empty = rows.filter(pl.col(column) == 0)
        if empty.height:
            beyond = empty.filter(pl.col("value") > 0)
            code = "quotient_part_exceeds_whole" if beyond.height else "quotient_zero_total"
            raise WrongInput(code, where=_where(beyond) if beyond.height else str(empty[label][0]))
    beyond = rows.filter(
        (pl.col("value") > pl.col("industry_total")) | (pl.col("place_total") > pl.col("total"))
    )
    if beyond.height:
        raise WrongInput("quotient_part_exceeds_whole", where=_where(beyond))


def _where(rows: pl.DataFrame) -> str:
    return f"{rows['place'][0]} / {rows['industry'][0]}"
