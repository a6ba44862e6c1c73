"""What the apps contribute to the core, written down in one place instead of being found by magic."""

from django.utils.translation import gettext_lazy as _

#: Modules whose SENTENCES become part of the one table of sentences.
SENTENCE_MODULES = [
    "kakehashi.tables.sentences",
    "kakehashi.names.sentences",
    "kakehashi.registers.sentences",
    "kakehashi.places.sentences",
    "kakehashi.targeting.sentences",
    "kakehashi.office.core.sentences",
    "kakehashi.office.core.importing.sentences",
    "kakehashi.office.apps.accounts.sentences",
    "kakehashi.office.apps.registers.sentences",
    "kakehashi.office.apps.organisations.sentences",
    "kakehashi.office.apps.places.sentences",
    "kakehashi.office.apps.targeting.sentences",
]

#: Kinds of background work and the functions that do them.
JOBS = {
    "registers.dry_run": "kakehashi.office.apps.registers.jobs.dry_run",
    "registers.apply": "kakehashi.office.apps.registers.jobs.apply_import",
    "targeting.rank": "kakehashi.office.apps.targeting.jobs.rank_list",
    "targeting.repeat": "kakehashi.office.apps.targeting.jobs.repeat_list",
}

#: Parts of the company page that other apps bring: the address that answers with the part, and its name.
#: The address gets `organisation=` and `register=`, `key=` as far as they are known.
COMPANY_PANELS = {
    "targeting:company-panel": _("Why it is a target"),
}
