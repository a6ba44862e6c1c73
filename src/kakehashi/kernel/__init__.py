"""The few values that every engine speaks: a reason, a piece of evidence, a wrong input, a sentence."""

from kakehashi.kernel.reason import EvidenceRef, Json, Reason
from kakehashi.kernel.sentences import N_, Sentences, say
from kakehashi.kernel.wrong_input import WrongInput

__all__ = ["EvidenceRef", "Json", "N_", "Reason", "Sentences", "WrongInput", "say"]
