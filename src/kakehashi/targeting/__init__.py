"""Which companies to approach, and why: criteria, scores that add up, reasons with proof, frozen lists."""

from kakehashi.targeting.assessment import Assessment, Progress, assess
from kakehashi.targeting.comparison import Comparison, Move, compare
from kakehashi.targeting.criteria import CRITERIA, Criterion
from kakehashi.targeting.fingerprint import ENGINE_VERSION
from kakehashi.targeting.place import Activity, Exclusion, Industry, Neighbours, PlaceView, Relation, Signal
from kakehashi.targeting.profile import DEFAULT_WEIGHTS, Profile, profile_from
from kakehashi.targeting.rank import rank, weigh
from kakehashi.targeting.ranking import Excluded, Part, Ranking, Row
from kakehashi.targeting.sentences import SENTENCES
from kakehashi.targeting.standing import Standing, standing

__all__ = [
    "CRITERIA",
    "DEFAULT_WEIGHTS",
    "ENGINE_VERSION",
    "SENTENCES",
    "Activity",
    "Assessment",
    "Comparison",
    "Criterion",
    "Excluded",
    "Exclusion",
    "Industry",
    "Move",
    "Neighbours",
    "Part",
    "PlaceView",
    "Profile",
    "Progress",
    "Ranking",
    "Relation",
    "Row",
    "Signal",
    "Standing",
    "assess",
    "compare",
    "profile_from",
    "rank",
    "standing",
    "weigh",
]
