"""What was done with an organisation: its timeline, and its part of the journal."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from kakehashi.office.apps.accounts.access import teams_scope
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.organisations.access import hidden_from, interactions_of
from kakehashi.office.apps.organisations.models import Interaction, Organisation
from kakehashi.office.core.models import JournalEntry
from kakehashi.office.core.sentences import sentence

#: How many lines of the journal the company page shows.
SHOWN = 20
ORGANISATION = "organisations.organisation"
INTERACTION = "organisations.interaction"


@dataclass(frozen=True, slots=True)
class JournalLine:
    entry: JournalEntry
    text: str


def timeline_of(viewer: User, organisation: Organisation) -> QuerySet[Interaction]:
    """Notes and meetings that the viewer may read, the latest first."""
    rows = interactions_of(viewer).filter(organisation=organisation)
    return rows.select_related("author", "team").order_by("-on", "-pk")


def journal_of_organisation(viewer: User, organisation: Organisation) -> list[JournalLine]:
    """The latest entries about the organisation and what was written about it."""
    about = Q(subject_type=ORGANISATION, subject_id=str(organisation.pk))
    about |= Q(subject_type=INTERACTION, params__organisation=organisation.pk)
    entries = JournalEntry.objects.filter(teams_scope(viewer), about).order_by("-pk")[:SHOWN]
    return [JournalLine(entry, _sentence(entry)) for entry in entries]


def journal_scope(viewer: User) -> Q:
    """For the journal of the whole office: not what is about organisations that do not exist for the
    viewer.
    """
    hidden = list(hidden_from(viewer).values_list("pk", flat=True))
    if not hidden:
        return Q()
    about = Q(subject_type=ORGANISATION, subject_id__in=[str(pk) for pk in hidden])
    return ~(about | Q(subject_type=INTERACTION, params__organisation__in=hidden))


def _sentence(entry: JournalEntry) -> str:
    params = {**entry.params, "actor": entry.actor_name, "subject": entry.subject_label}
    return sentence(f"journal.{entry.action}", params)
