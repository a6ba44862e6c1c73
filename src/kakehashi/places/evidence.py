"""Evidence: one figure about a place that can be shown, because it says what, where, when and who says so."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from kakehashi.kernel import EvidenceRef, WrongInput

_DAY = r"\d{4}(-\d{2}(-\d{2})?)?"
_PERIOD = re.compile(rf"{_DAY}(/{_DAY})?")
_REQUIRED = ("key", "place", "topic", "measure", "unit", "period")
_SOURCE = ("source_title", "source_url", "checked_on")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A value with its unit, period and source; or a `statement`, for a fact that is not a number.

    `period` is a year, a month, a day, or two of them with a slash (ISO 8601): `2019`, `2019-07`,
    `2018-10/2019-05`. An `illustrative` value is invented to show how the product works and needs no
    source; every other value names its source and the day on which somebody last `checked_on` it.
    `estimate` marks a value that the source itself rounds, forecasts or plans. After `expires_on` the value
    is stale.
    """

    key: str
    place: str
    topic: str
    measure: str
    value: float | None
    unit: str
    period: str
    statement: str = ""
    source_title: str = ""
    source_url: str = ""
    checked_on: date | None = None
    industry_scheme: str = ""
    industry: str = ""
    estimate: bool = False
    illustrative: bool = False
    expires_on: date | None = None
    note: str = ""

    def __post_init__(self) -> None:
        required = _REQUIRED if self.illustrative else (*_REQUIRED, *_SOURCE)
        for name in required:
            if not getattr(self, name):
                raise WrongInput("evidence_incomplete", key=self.key, field=name)
        if self.value is None and not self.statement:
            raise WrongInput("evidence_incomplete", key=self.key, field="value")
        if self.value is not None and not math.isfinite(self.value):
            raise WrongInput("evidence_not_finite", key=self.key)
        if not _PERIOD.fullmatch(self.period):
            raise WrongInput("evidence_period", key=self.key, period=self.period)

    def ref(self) -> EvidenceRef:
        """What a reason carries to point at this row."""
        return EvidenceRef(kind="evidence", key=self.key, label=self.source_title)

    def is_stale(self, *, on: date) -> bool:
        """Whether the value must no longer be used on this day."""
        return self.expires_on is not None and self.expires_on < on


def evidence_from(entry: Mapping[str, Any], *, language: str = "en") -> Evidence:
    """Evidence from a mapping such as one table of a TOML file; unknown keys are left aside.

    Texts may be tables by language tag, of which the one in `language` is taken.
    """
    known = {each.name for each in fields(Evidence)}
    given = {name: _in(value, language) for name, value in entry.items() if name in known}
    for name in _REQUIRED:
        given.setdefault(name, "")
    value = given.get("value")
    return Evidence(
        **{**given, "value": None if value is None else float(value), "period": str(given["period"])}
    )


def _in(value: Any, language: str) -> Any:
    return value.get(language, "") if isinstance(value, Mapping) else value
