"""What the top of a list would be under other weights, without running anything again."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from kakehashi.office.apps.targeting.models import TargetList
from kakehashi.office.apps.targeting.ranking import profile_of, rank_again
from kakehashi.targeting import Assessment, Profile, weigh

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Move:
    """A company in the preview; `before` is its rank in the frozen list (None: it was not in it)."""

    rank: int
    key: str
    name: str
    language: str
    score: float
    before: int | None

    @property
    def change(self) -> str:
        if self.before is None:
            return "new"
        return "same" if self.before == self.rank else "up" if self.before > self.rank else "down"


def what_if(target_list: TargetList, weights: Mapping[str, float]) -> list[Move]:
    """The first rows under `weights`. WrongInput when they cannot be weighed."""
    profile = _head_only(replace(profile_of(target_list), weights=dict(weights)))
    ranking = weigh(_assessment(target_list.pk, target_list.fingerprint), profile=profile)
    before = dict(target_list.targets.values_list("register_key", "rank"))
    # A register writes its names in one language, so the first row's will do for a company new to the list.
    language = target_list.targets.values_list("name_language", flat=True).order_by("rank").first() or ""
    return [
        Move(row.rank, row.key, row.name, language, row.score, before.get(row.key))
        for row in ranking.rows[:SHOWN]
    ]


def _head_only(profile: Profile) -> Profile:
    """A profile that gives the first rows of the whole list: what one step, or the unclear, may take of the
    whole list it may take of its head.
    """
    if profile.limit <= SHOWN:
        return profile
    shares = {by: _share(share, profile.limit) for by, share in profile.spread.items()}
    return replace(profile, limit=SHOWN, spread=shares, unclear=_share(profile.unclear, profile.limit))


def _share(share: float, limit: int) -> float:
    """The share of the head that is as many rows as `share` is of the list (half a row more: it is cut off)."""
    return min(1.0, (int(share * limit) + 0.5) / SHOWN)


@lru_cache(maxsize=4)
def _assessment(pk: int, fingerprint: str) -> Assessment:
    """A frozen list never changes, so what was valued for it once may be kept."""
    return rank_again(
        TargetList.objects.select_related("register").get(pk=pk, fingerprint=fingerprint)
    ).assessment
