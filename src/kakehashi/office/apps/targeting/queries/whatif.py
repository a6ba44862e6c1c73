"""What the top of a list would be under other weights, without running anything again."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from kakehashi.office.apps.targeting.models import TargetList
from kakehashi.office.apps.targeting.ranking import rank_again
from kakehashi.targeting import Assessment, Profile, weigh

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Move:
    """A company in the preview; `before` is its rank in the frozen list (None: it was not in it)."""

    rank: int
    key: str
    name: str
    score: float
    before: int | None

    @property
    def change(self) -> str:
        if self.before is None:
            return "new"
        return "same" if self.before == self.rank else "up" if self.before > self.rank else "down"


def what_if(target_list: TargetList, weights: Mapping[str, float]) -> list[Move]:
    """The first rows under `weights`. WrongInput when they cannot be weighed."""
    spread = {"node": target_list.max_share} if target_list.max_share < 1 else {}
    # The share of a node counts against the whole list, so the whole list is weighed and its head shown.
    profile = Profile(weights=dict(weights), limit=target_list.limit, spread=spread)
    ranking = weigh(_assessment(target_list.pk, target_list.fingerprint), profile=profile)
    before = dict(target_list.targets.values_list("register_key", "rank"))
    return [Move(row.rank, row.key, row.name, row.score, before.get(row.key)) for row in ranking.rows[:SHOWN]]


@lru_cache(maxsize=4)
def _assessment(pk: int, fingerprint: str) -> Assessment:
    """A frozen list never changes, so what was valued for it once may be kept."""
    return rank_again(
        TargetList.objects.select_related("register").get(pk=pk, fingerprint=fingerprint)
    ).assessment
