"""What the desk shows to one person: what is due, what changed, the current target list."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy

from kakehashi.office.apps.accounts.access import teams_scope
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.organisations.access import organisations_of
from kakehashi.office.apps.organisations.models import Assignment
from kakehashi.office.apps.organisations.queries.timeline import journal_scope
from kakehashi.office.apps.registers.models import Register
from kakehashi.office.apps.targeting.access import target_lists_of
from kakehashi.office.apps.targeting.models import Target, TargetList
from kakehashi.office.core.models import JournalEntry
from kakehashi.office.core.sentences import stored_sentence

#: Most lines that a box of the desk shows before it refers to the full page.
LINES = 8
#: What is recorded but is no news.
ROUTINE = ("signed_in",)


#: What the fields of a change are called; a field that is not here keeps its own name.
FIELDS = {
    "name": gettext_lazy("Name"),
    "language": gettext_lazy("Language of the name"),
    "kind": gettext_lazy("Kind"),
    "country": gettext_lazy("Country"),
    "industry": gettext_lazy("Industry"),
    "address": gettext_lazy("Address"),
    "assignee": gettext_lazy("Assignee"),
    "due_on": gettext_lazy("Due on"),
    "message": gettext_lazy("Message"),
    "on": gettext_lazy("Day"),
    "text": gettext_lazy("What was said or done"),
}


@dataclass(frozen=True, slots=True)
class FieldChange:
    label: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One entry of the journal as a sentence, with the fields that it changed."""

    entry: JournalEntry
    text: str
    changes: tuple[FieldChange, ...] = ()
    can_restore: bool = False


@dataclass(frozen=True, slots=True)
class Desk:
    due: list[Assignment]
    due_total: int
    handed_out: list[Assignment]
    changes: list[JournalLine]
    current_list: TargetList | None
    top_targets: list[Target]
    registers: list[Register]
    today: date


def desk_of(viewer: User) -> Desk:
    today = timezone.localdate()
    mine = open_assignments(viewer).filter(assignee=viewer)
    handed_out = open_assignments(viewer).filter(assigned_by=viewer).exclude(assignee=viewer)
    current = (
        target_lists_of(viewer).filter(state=TargetList.State.FROZEN).order_by("-frozen_at", "-id").first()
    )
    return Desk(
        due=list(mine[:LINES]),
        due_total=mine.count(),
        handed_out=list(handed_out[:LINES]),
        changes=[line_of(entry) for entry in journal_of(viewer).exclude(action__in=ROUTINE)[:LINES]],
        current_list=current,
        top_targets=list(current.targets.order_by("rank")[:LINES]) if current else [],
        registers=list(Register.objects.exclude(current_version="").order_by("code")),
        today=today,
    )


def open_assignments(viewer: User) -> QuerySet[Assignment]:
    """Assignments that are not done, the most urgent first, of organisations that exist for the viewer."""
    return (
        Assignment.objects.filter(done_at=None, organisation__in=organisations_of(viewer))
        .select_related("organisation", "assignee", "assigned_by")
        .order_by("due_on", "id")
    )


def journal_of(viewer: User) -> QuerySet[JournalEntry]:
    """The entries that exist for the viewer, the latest first."""
    return JournalEntry.objects.filter(teams_scope(viewer), journal_scope(viewer)).order_by("-id")


def line_of(entry: JournalEntry, *, can_restore: bool = False) -> JournalLine:
    """The entry as a sentence in the reader's language; an action of an older version keeps its code."""
    params = {**entry.params, "actor": entry.actor_name, "subject": entry.subject_label}
    return JournalLine(
        entry=entry,
        text=stored_sentence(f"journal.{entry.action}", params),
        changes=tuple(
            FieldChange(label=str(FIELDS.get(name, name)), before=before, after=after)
            for name, (before, after) in entry.changes.items()
        ),
        can_restore=can_restore and entry.action == "deleted" and bool(entry.snapshot),
    )
