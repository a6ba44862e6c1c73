"""The sentences of the names engine: what is wrong with an input, why two names are the same or not."""

from kakehashi.kernel import N_, Sentences

SENTENCES: Sentences = {
    "identifier.unknown_scheme": N_(
        "There is no identifier scheme called “%(scheme)s”. Choose one of: %(known)s."
    ),
    "names.same_letters": N_("Both names are “%(text)s” once spelling differences are set aside."),
    "names.initials": N_("“%(left)s” and “%(right)s”: one is the initials of the other."),
    "names.translated": N_("“%(left)s” and “%(right)s” mean the same."),
    "names.letters_alike": N_("“%(left)s” and “%(right)s” are written alike (%(percent)d %%)."),
    "names.sounds_alike": N_(
        "“%(left)s” (%(left_sound)s) and “%(right)s” (%(right_sound)s) sound alike (%(percent)d %%)."
    ),
    "names.words_missing": N_("Only one of the names has: %(words)s."),
    "names.numbers_differ": N_("The numbers in “%(left)s” and “%(right)s” differ."),
    "names.forms_differ": N_(
        "The legal forms of “%(left)s” and “%(right)s” cannot be the same organisation's."
    ),
    "names.places_differ": N_("“%(left)s” and “%(right)s” name different places or branches."),
    "names.little_alike": N_("The two names have little in common."),
    "names.nothing_alike": N_("The two names have nothing in common."),
    "names.missing_column": N_(
        "The file %(file)s has no column “%(column)s”. Its columns are: %(columns)s. Name the right one."
    ),
    "names.unreadable_row": N_(
        "Line %(line)d of %(file)s cannot be read: a cell is too long or a quotation mark is missing."
    ),
    "identifier.empty": N_("The identifier (%(title)s) is empty. Enter a value, or remove the identifier."),
    "identifier.wrong_format": N_(
        "“%(value)s” is not written as an identifier of the kind %(title)s. Write it like %(example)s."
    ),
    "identifier.wrong_check_digit": N_(
        "The check digit of “%(value)s” (%(title)s) is wrong. Look for a mistyped or an exchanged digit."
    ),
}
