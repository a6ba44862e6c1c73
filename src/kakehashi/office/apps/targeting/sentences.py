"""The sentences of the targeting app."""

from kakehashi.kernel import N_, NN_, Sentences

SENTENCES: Sentences = {
    "targeting.register_empty": N_(
        "Nothing has been imported into %(register)s yet, so there is nobody to rank. Import it first."
    ),
    "targeting.already_frozen": N_("The list “%(list)s” is frozen already. Make a new list instead."),
    "targeting.not_frozen": N_("The list “%(list)s” is not finished yet, so there is nothing to repeat."),
    "targeting.still_running": N_(
        "The list “%(list)s” is being made right now. Wait until it is ready, or stop it."
    ),
    "targeting.not_yours": N_(
        "The list “%(list)s” belongs to %(team)s, who shared it for reading. Ask them to change it, or "
        "make your own."
    ),
    "targeting.none_chosen": N_("No company is chosen. Tick the companies that you want to hand over."),
    "targeting.nothing_to_take_back": N_(
        "There is nothing to take back: it was undone before, or it is not yours."
    ),
    "journal.target_list_started": N_("%(actor)s started the target list “%(subject)s”."),
    "journal.target_list_frozen": NN_(
        "The target list “%(subject)s” of %(actor)s was frozen with %(count)s company.",
        "The target list “%(subject)s” of %(actor)s was frozen with %(count)s companies.",
        "count",
    ),
    "journal.target_list_repeated": N_("%(actor)s repeated the target list “%(subject)s” to compare."),
    "journal.target_list_renamed": N_("%(actor)s renamed the target list “%(subject)s”."),
    "journal.target_list_shared": N_("%(actor)s shared the target list “%(subject)s” with all teams."),
    "journal.target_list_kept_to_team": N_("%(actor)s kept the target list “%(subject)s” to the team."),
    "journal.target_list_exported": NN_(
        "%(actor)s exported %(count)s row of the target list “%(subject)s”.",
        "%(actor)s exported %(count)s rows of the target list “%(subject)s”.",
        "count",
    ),
    "journal.targeting_profile_saved": N_("%(actor)s saved the weights “%(subject)s”."),
    "journal.targets_handed_over": NN_(
        "%(actor)s handed %(count)s company of “%(subject)s” to %(assignee)s.",
        "%(actor)s handed %(count)s companies of “%(subject)s” to %(assignee)s.",
        "count",
    ),
    "journal.targets_taken_back": NN_(
        "%(actor)s took %(count)s company back that had been handed over.",
        "%(actor)s took %(count)s companies back that had been handed over.",
        "count",
    ),
}
