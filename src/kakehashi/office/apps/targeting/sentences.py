"""The sentences of the targeting app."""

from kakehashi.kernel import Sentences

SENTENCES: Sentences = {}
