"""The few values that every engine speaks: a reason, a piece of evidence, a wrong input, a sentence."""

from kakehashi.kernel.reason import EvidenceRef, Json, Reason
from kakehashi.kernel.sentences import N_, NN_, Sentences, say
from kakehashi.kernel.wrong_input import WrongInput

__all__ = ["NN_", "N_", "EvidenceRef", "Json", "Reason", "Sentences", "WrongInput", "say"]
