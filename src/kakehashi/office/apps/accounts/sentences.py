"""The sentences of the accounts app."""

from kakehashi.kernel import N_, Sentences

SENTENCES: Sentences = {
    "journal.signed_in": N_("%(actor)s signed in."),
    "accounts.locked_out": N_(
        "Too many wrong passwords for this name from this address. Wait ten minutes, or ask your administrator."
    ),
}
