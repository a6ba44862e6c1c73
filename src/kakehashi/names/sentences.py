"""The sentences of the names engine: what is wrong with an input, why two names are the same or not."""

from kakehashi.kernel import N_, Sentences

SENTENCES: Sentences = {
    "identifier.unknown_scheme": N_(
        "There is no identifier scheme called “%(scheme)s”. Choose one of: %(known)s."
    ),
    "identifier.empty": N_("The identifier (%(title)s) is empty. Enter a value, or remove the identifier."),
    "identifier.wrong_format": N_(
        "“%(value)s” is not written as an identifier of the kind %(title)s. Write it like %(example)s."
    ),
    "identifier.wrong_check_digit": N_(
        "The check digit of “%(value)s” (%(title)s) is wrong. Look for a mistyped or an exchanged digit."
    ),
}
