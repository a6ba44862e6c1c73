"""Every candidate valued by every criterion: the work that no weight changes, done once, kept for what-if."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import polars as pl

from kakehashi.targeting.candidates import checked
from kakehashi.targeting.criteria import CRITERIA
from kakehashi.targeting.fingerprint import fingerprint_of
from kakehashi.targeting.nodes import Floats, numbered
from kakehashi.targeting.place import EXCLUSIONS, Exclusion, PlaceView
from kakehashi.targeting.question import Question
from kakehashi.targeting.recognition import MODES, Recognition, recognise

#: Called with the name of the step that starts and the share of the work that is done. What it raises ends
#: the ranking.
Progress = Callable[[str, float], None]
#: Why a candidate is not ranked, in the order in which the reasons are looked for.
LEFT_OUT: tuple[str, ...] = ("not_a_company", "closed", *EXCLUSIONS, "no_link")


def silent(step: str, share: float) -> None:
    """Tells nobody."""


@dataclass(frozen=True)
class Assessment:
    """`values` is (candidates × criteria), criteria in the order of CRITERIA, NaN for missing.

    `applies` says which criteria rest on something in the place view; `excluded` has the columns `key` and
    `code` (one of LEFT_OUT) of every candidate that is not ranked; `fingerprint` is of everything that went
    in.
    """

    question: Question
    values: Floats = field(repr=False)
    applies: tuple[bool, ...]
    excluded: pl.DataFrame = field(repr=False)
    fingerprint: str


def assess(
    *,
    candidates: pl.DataFrame | pl.LazyFrame,
    place: PlaceView,
    as_of: date,
    exclusions: Iterable[Exclusion] = (),
    progress: Progress = silent,
) -> Assessment:
    """Values the candidates (columns as in `candidates.COLUMNS`) for the place on the day `as_of`.

    Raises WrongInput for a frame that cannot be read.
    """
    progress("read", 0.0)
    frame, barred = (
        checked(candidates),
        tuple(sorted(set(exclusions), key=lambda each: (each.key, each.code))),
    )
    fingerprint = fingerprint_of(frame=frame, place=place, as_of=as_of, exclusions=barred)
    progress("recognise", 0.2)
    nodes = numbered(place)
    recognition = recognise(frame, place=place, nodes=nodes)
    code = _left_out(frame, barred, recognition)
    excluded = frame.select("key", code=code).drop_nulls("code")
    progress("value", 0.6)
    ranked = code.is_null()
    question = Question(frame.filter(ranked), place, nodes, recognition.only(ranked.to_numpy()), as_of)
    values, applies = _valued(question, progress)
    return Assessment(question, values, applies, excluded, fingerprint)


def _valued(question: Question, progress: Progress) -> tuple[Floats, tuple[bool, ...]]:
    applies = tuple(criterion.applies(question.place) for criterion in CRITERIA)
    columns = []
    for number, (criterion, wanted) in enumerate(zip(CRITERIA, applies, strict=True)):
        progress(criterion.code, 0.6 + 0.4 * number / len(CRITERIA))
        columns.append(criterion.values(question) if wanted else question.unknown())
    return np.column_stack(columns), applies


def _left_out(frame: pl.DataFrame, barred: tuple[Exclusion, ...], recognition: Recognition) -> pl.Series:
    """For each candidate the first of LEFT_OUT that holds, or null."""
    first = {
        each.key: each.code
        for each in sorted(barred, key=lambda each: EXCLUSIONS.index(each.code), reverse=True)
    }
    named = pl.DataFrame(
        {"key": list(first), "barred": list(first.values())}, schema={"key": pl.String, "barred": pl.String}
    )
    judged = frame.join(named, on="key", how="left", maintain_order="left").select(
        code=pl.when(pl.col("kind").fill_null("company") != "company")
        .then(pl.lit("not_a_company"))
        .when(pl.col("status") == "closed")
        .then(pl.lit("closed"))
        .when(pl.col("barred").is_not_null())
        .then("barred")
        .when(pl.Series(recognition.mode == MODES.index("none")))
        .then(pl.lit("no_link"))
    )
    return judged["code"]
