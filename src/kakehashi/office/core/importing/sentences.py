"""The sentences about imports of every kind."""

from kakehashi.kernel import N_, Sentences

SENTENCES: Sentences = {
    "importing.empty_file": N_(
        "The file %(file)s is empty. Choose the file again, or download it once more."
    ),
    "importing.file_gone": N_(
        "The stored file %(file)s is no longer in this workspace. Import it once more from your own copy."
    ),
    "importing.moved_on": N_(
        "The import of %(file)s has changed in the meantime, so nothing was done. "
        "This page shows how it stands now."
    ),
    "importing.outdated": N_(
        "%(who)s imported %(file)s in the meantime, so this dry run no longer holds and nothing was written. "
        "Plan again."
    ),
    "importing.outdated_by_undo": N_(
        "Another import was undone in the meantime, so this dry run no longer holds and nothing was written. "
        "Plan again."
    ),
    "importing.not_on_top": N_(
        "This import cannot be undone, because a later import is on top of it: undo %(file)s first."
    ),
    "journal.import_received": N_("%(actor)s handed in the file “%(subject)s” for import."),
    "journal.import_discarded": N_("%(actor)s discarded the import of “%(subject)s”."),
    "journal.import_applied": N_("%(actor)s imported “%(subject)s” into %(into)s."),
    "journal.import_undone": N_("%(actor)s undid the import of “%(subject)s” into %(into)s."),
}
