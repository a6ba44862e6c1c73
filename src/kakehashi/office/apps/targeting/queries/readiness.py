"""What a run for a place would find: which criteria have something to rest on, and what to add for the
others.
"""

from dataclasses import dataclass

from kakehashi.kernel import WrongInput
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.places.models import Place
from kakehashi.office.apps.registers.models import Register
from kakehashi.office.apps.targeting.bridge import inputs_for
from kakehashi.office.core.sentences import complaint
from kakehashi.targeting import CRITERIA


@dataclass(frozen=True, slots=True)
class Readiness:
    """`idle` are the criteria without any data: they would not count. `problem` says why nothing can be
    run.
    """

    idle: tuple[str, ...] = ()
    gaps: int = 0
    problem: str = ""


def readiness(viewer: User, *, place: Place, register: Register) -> Readiness:
    try:
        view = inputs_for(viewer=viewer, place=place, register=register).place
    except WrongInput as problem:
        return Readiness(problem=complaint(problem))
    idle = tuple(criterion.code for criterion in CRITERIA if not criterion.applies(view))
    return Readiness(idle=idle, gaps=sum(len(found) for found in view.gaps.values()))
