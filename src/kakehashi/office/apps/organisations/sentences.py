"""The sentences of the organisations app."""

from kakehashi.kernel import Sentences

SENTENCES: Sentences = {}
