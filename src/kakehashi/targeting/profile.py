"""A profile: how much each criterion weighs, how long the list is, and how much of it one node may take."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from kakehashi.kernel import WrongInput

#: Criterion → its weight unless the profile says otherwise.
DEFAULT_WEIGHTS: Mapping[str, float] = MappingProxyType(
    {"fills_gap": 40.0, "industry_fit": 10.0, "size": 10.0, "near": 15.0, "signals": 20.0, "relations": 5.0}
)

#: What a list can be spread over.
SPREADS: tuple[str, ...] = ("node", "chain", "region", "industry")
#: Companies of which it is not clear what they make are for research, not for a call.
UNCLEAR = 0.3
_KEYS = ("weights", "limit", "spread", "unclear", "countries")


@dataclass(frozen=True, slots=True)
class Profile:
    """How a list is made: weights by criterion (only their proportions matter; one left out weighs 0).

    `limit` is the number of rows; `spread` the largest share (0 to 1] of the list that one node, chain,
    region or industry may take; `unclear` the largest share [0 to 1] for companies of which it is not clear
    what they make; `countries` (ISO 3166 alpha-2), when given, are the only ones wanted. Raises WrongInput
    for an unknown criterion or spread, a weight that is negative or not a number, weights that are all
    zero, a share outside its bounds, or a limit below 1.
    """

    weights: Mapping[str, float] = field(default_factory=lambda: DEFAULT_WEIGHTS)
    limit: int = 50
    spread: Mapping[str, float] = field(default_factory=dict)
    unclear: float = UNCLEAR
    countries: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for code, weight in self.weights.items():
            _check_weight(code, weight)
        if not any(weight > 0 for weight in self.weights.values()):
            raise WrongInput("targeting.profile_no_weight")
        for by, share in self.spread.items():
            _check_share(by, share)
        if not _is_number(self.unclear) or not 0 <= self.unclear <= 1:
            raise WrongInput("targeting.profile_unclear", share=self.unclear)
        if type(self.limit) is not int or self.limit < 1:
            raise WrongInput("targeting.profile_limit", limit=self.limit)

    def weight(self, code: str) -> float:
        """The weight of a criterion, 0 when the profile does not name it."""
        return float(self.weights.get(code, 0.0))


def profile_from(data: Mapping[str, Any]) -> Profile:
    """A profile from a mapping (TOML or JSON) whose keys are the fields of `Profile`, each optional."""
    unknown = sorted(set(data) - set(_KEYS))
    if unknown:
        raise WrongInput("targeting.profile_unknown_key", key=unknown[0], known=", ".join(_KEYS))
    for key in ("weights", "spread"):
        if not isinstance(data.get(key, {}), Mapping):
            raise WrongInput("targeting.profile_not_a_table", key=key)
    return Profile(
        weights=dict(data.get("weights", DEFAULT_WEIGHTS)),
        limit=data.get("limit", 50),
        spread=dict(data.get("spread", {})),
        unclear=data.get("unclear", UNCLEAR),
        countries=tuple(str(country).upper() for country in data.get("countries", ())),
    )


def _check_weight(code: str, weight: object) -> None:
    if code not in DEFAULT_WEIGHTS:
        raise WrongInput(
            "targeting.profile_unknown_criterion", criterion=code, known=", ".join(DEFAULT_WEIGHTS)
        )
    if not _is_number(weight) or weight < 0:  # type: ignore[operator]
        raise WrongInput("targeting.profile_weight", criterion=code, weight=weight)


def _check_share(by: str, share: object) -> None:
    if by not in SPREADS:
        raise WrongInput("targeting.profile_unknown_spread", spread=by, known=", ".join(SPREADS))
    if not _is_number(share) or not 0 < share <= 1:  # type: ignore[operator]
        raise WrongInput("targeting.profile_share", spread=by, share=share)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
