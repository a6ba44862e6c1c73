"""The sentences of the registers app."""

from kakehashi.kernel import Sentences

SENTENCES: Sentences = {}
