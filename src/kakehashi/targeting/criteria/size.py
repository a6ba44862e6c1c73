"""Whether the company can afford to invest abroad: its capital, its listing, its group."""

import math
from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
import polars as pl

from kakehashi.kernel import Json, Reason
from kakehashi.targeting.nodes import Floats
from kakehashi.targeting.question import Question

#: Currency → capital below which an investment abroad is out of reach, and above which more of it says
#: nothing more.
BANDS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "JPY": (30e6, 3e9),
        "USD": (2e5, 2e7),
        "EUR": (2e5, 2e7),
        "CNY": (1.5e6, 1.5e8),
        "THB": (7e6, 7e8),
        "TWD": (6e6, 6e8),
        "KRW": (3e8, 3e10),
    }
)
#: Share of each part when all three are known.
SHARES: Mapping[str, float] = MappingProxyType({"capital": 0.6, "listed": 0.2, "consolidated": 0.2})


def values(question: Question) -> Floats:
    """0.6 × place of the capital between the two ends of its currency's band, on a logarithmic scale, + 0.2
    if listed + 0.2 if it files consolidated accounts; over the parts that are known, missing when none is.

    It is level above the band on purpose: a list of giants is useless, and capacity beyond need is no reason.
    Capital of 0 is how registers write "not given".
    """
    parts = question.frame.select(
        capital=_capital(),
        listed=pl.col("listed").cast(pl.Float64),
        consolidated=pl.col("consolidated").cast(pl.Float64),
    )
    known = np.column_stack([parts[name].to_numpy() for name in SHARES])
    shares = np.where(np.isnan(known), 0.0, list(SHARES.values()))
    total, worth = shares.sum(axis=1), (shares * np.nan_to_num(known)).sum(axis=1)
    return np.asarray(np.divide(worth, total, out=question.unknown(), where=total > 0))


def reasons(question: Question, row: int) -> tuple[Reason, ...]:
    """Capital, listing and group, each if it counts; what the register leaves open is said."""
    facts = question.frame.row(row, named=True)
    proof = (question.register_row(row),)
    found = [
        Reason("size.listed", weight=SHARES["listed"], evidence=proof) if facts["listed"] else None,
        Reason("size.consolidated", weight=SHARES["consolidated"], evidence=proof)
        if facts["consolidated"]
        else None,
    ]
    share = capital_share(facts["capital"], facts["currency"])
    if share is None:
        found.append(Reason("size.no_capital", evidence=proof))
    else:
        params: dict[str, Json] = {"capital_amount": facts["capital"], "currency": facts["currency"]}
        code = "size.capital" if share > 0 else "size.small_capital"
        found.insert(0, Reason(code, params, weight=SHARES["capital"] * share, evidence=proof))
    return tuple(reason for reason in found if reason is not None)


def capital_share(capital: int | None, currency: str | None) -> float | None:
    """Where the capital lies in its currency's band, 0 to 1; None when it or the currency's band is not
    known.
    """
    if not capital or capital < 0 or currency is None or currency not in BANDS:
        return None
    low, high = BANDS[currency]
    return min(1.0, max(0.0, math.log(capital / low) / math.log(high / low)))


def _capital() -> pl.Expr:
    shares = pl.lit(None, dtype=pl.Float64)
    for currency, (low, high) in BANDS.items():
        place = ((pl.col("capital") / low).log() / math.log(high / low)).clip(0.0, 1.0)
        shares = (
            pl.when((pl.col("currency") == currency) & (pl.col("capital") > 0)).then(place).otherwise(shares)
        )
    return shares
