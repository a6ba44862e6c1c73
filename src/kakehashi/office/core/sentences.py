"""The one place where codes become sentences in the reader's language."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from django.conf import settings
from django.utils.translation import gettext, ngettext

from kakehashi.kernel import N_, Sentences, WrongInput, say

SENTENCES: Sentences = {
    "core.nothing_to_restore": N_(
        "There is nothing to restore: this journal entry does not describe a deletion."
    ),
    "core.already_restored": N_("%(subject)s is already there, so nothing was restored."),
    "core.cannot_restore": N_(
        "%(subject)s cannot be restored, because a record that it belongs to no longer exists. Restore that one first."
    ),
    "core.file_too_large": N_(
        "The file is larger than %(limit)s MB, which is the most this office accepts. Split it, or compress it as ZIP."
    ),
    "core.no_file": N_("No file was received. Choose a file and try again."),
    "core.job_failed": N_(
        "The work stopped because of a fault in the program (%(kind)s). Nothing was written."
    ),
    "core.job_interrupted": N_(
        "The work was interrupted before it was finished. Nothing was written; start it again."
    ),
    "core.job_cancelled": N_("The work was cancelled. Nothing was written."),
    "core.older_words": N_(
        "Written by an older version of the program, whose words are no longer known (%(code)s)."
    ),
    "core.unknown": N_("The request could not be carried out (%(code)s)."),
    "journal.deleted": N_("%(actor)s deleted “%(subject)s”."),
    "journal.restored": N_("%(actor)s restored “%(subject)s”."),
}


@cache
def all_sentences() -> Sentences:
    """Every sentence that the modules of settings.SENTENCE_MODULES wrote down; a code may be written only once."""
    merged: dict[str, str | tuple[str, str, str]] = {}
    for path in settings.SENTENCE_MODULES:
        for code, entry in import_module(path).SENTENCES.items():
            if code in merged:
                raise ValueError(f"the sentence {code} is written down twice (again in {path})")
            merged[code] = entry
    return merged


def sentence(code: str, params: Mapping[str, object]) -> str:
    """The sentence for `code` in the reader's language."""
    return say(code, params, sentences=all_sentences(), translate=gettext, ntranslate=ngettext)


def stored_sentence(code: str, params: Mapping[str, object]) -> str:
    """The sentence for something that was stored, perhaps by an older version whose words are gone."""
    try:
        return sentence(code, params)
    except (KeyError, TypeError, ValueError):
        return sentence("core.older_words", {"code": code})


def complaint(problem: WrongInput) -> str:
    """What is wrong with the input, in the reader's language."""
    if problem.code not in all_sentences():
        return sentence("core.unknown", {"code": problem.code})
    return sentence(problem.code, problem.params)
