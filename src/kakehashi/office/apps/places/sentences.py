"""The sentences of the places app."""

from kakehashi.kernel import Sentences

SENTENCES: Sentences = {}
