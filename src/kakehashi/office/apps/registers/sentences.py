"""The sentences of the registers app."""

from kakehashi.kernel import N_, Sentences

SENTENCES: Sentences = {
    "registers.layout_unknown": N_(
        "The layout “%(format)s” is not known here. Let it be recognised, or name the columns."
    ),
}
