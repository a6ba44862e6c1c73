"""The sentences and labels of the targeting app."""

from kakehashi.kernel import N_, Sentences

#: Industry classes of registers by `scheme:code`. Source of the English names: the Tokyo Stock Exchange.
INDUSTRIES: dict[str, str] = {
    "tse33:0050": N_("Fishery, agriculture and forestry"),
    "tse33:1050": N_("Mining"),
    "tse33:2050": N_("Construction"),
    "tse33:3050": N_("Foods"),
    "tse33:3100": N_("Textiles and apparel"),
    "tse33:3150": N_("Pulp and paper"),
    "tse33:3200": N_("Chemicals"),
    "tse33:3250": N_("Pharmaceuticals"),
    "tse33:3300": N_("Oil and coal products"),
    "tse33:3350": N_("Rubber products"),
    "tse33:3400": N_("Glass and ceramics products"),
    "tse33:3450": N_("Iron and steel"),
    "tse33:3500": N_("Nonferrous metals"),
    "tse33:3550": N_("Metal products"),
    "tse33:3600": N_("Machinery"),
    "tse33:3650": N_("Electric appliances"),
    "tse33:3700": N_("Transportation equipment"),
    "tse33:3750": N_("Precision instruments"),
    "tse33:3800": N_("Other products"),
    "tse33:4050": N_("Electric power and gas"),
    "tse33:5050": N_("Land transportation"),
    "tse33:5100": N_("Marine transportation"),
    "tse33:5150": N_("Air transportation"),
    "tse33:5200": N_("Warehousing and harbour transportation services"),
    "tse33:5250": N_("Information and communication"),
    "tse33:6050": N_("Wholesale trade"),
    "tse33:6100": N_("Retail trade"),
    "tse33:7050": N_("Banks"),
    "tse33:7100": N_("Securities and commodity futures"),
    "tse33:7150": N_("Insurance"),
    "tse33:7200": N_("Other financing business"),
    "tse33:8050": N_("Real estate"),
    "tse33:9050": N_("Services"),
}

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
    "journal.target_list_frozen": (
        N_("The target list “%(subject)s” of %(actor)s was frozen with %(count)s company."),
        N_("The target list “%(subject)s” of %(actor)s was frozen with %(count)s companies."),
        "count",
    ),
    "journal.target_list_repeated": N_("%(actor)s repeated the target list “%(subject)s” to compare."),
    "journal.target_list_renamed": N_("%(actor)s renamed the target list “%(subject)s”."),
    "journal.target_list_shared": N_("%(actor)s shared the target list “%(subject)s” with all teams."),
    "journal.target_list_kept_to_team": N_("%(actor)s kept the target list “%(subject)s” to the team."),
    "journal.target_list_exported": (
        N_("%(actor)s exported %(count)s row of the target list “%(subject)s”."),
        N_("%(actor)s exported %(count)s rows of the target list “%(subject)s”."),
        "count",
    ),
    "journal.targeting_profile_saved": N_("%(actor)s saved the weights “%(subject)s”."),
    "journal.targets_handed_over": (
        N_("%(actor)s handed %(count)s company of “%(subject)s” to %(assignee)s."),
        N_("%(actor)s handed %(count)s companies of “%(subject)s” to %(assignee)s."),
        "count",
    ),
    "journal.targets_taken_back": (
        N_("%(actor)s took %(count)s company back that had been handed over."),
        N_("%(actor)s took %(count)s companies back that had been handed over."),
        "count",
    ),
}
