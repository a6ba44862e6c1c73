"""What the office does with an organisation: who has it, what was said, and what makes now the moment."""

from django.conf import settings
from django.db import models
from django.utils.translation import pgettext_lazy

from kakehashi.office.apps.accounts.models import Team
from kakehashi.office.apps.organisations.models.organisation import Organisation


class Assignment(models.Model):
    """A colleague is asked to take an organisation on, by a day."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="assignments")
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="assignments"
    )
    assigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    message = models.CharField(max_length=500, blank=True)
    due_on = models.DateField(null=True)
    created_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["assignee", "done_at", "due_on"], name="assignment_due")]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"], condition=models.Q(done_at=None), name="one_open_assignment"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation} → {self.assignee}"


class Interaction(models.Model):
    """A note, visit, meeting or call. The text is kept as it was written."""

    class Kind(models.TextChoices):
        NOTE = "note", pgettext_lazy("interaction kind", "Note")
        VISIT = "visit", pgettext_lazy("interaction kind", "Visit")
        MEETING = "meeting", pgettext_lazy("interaction kind", "Meeting")
        CALL = "call", pgettext_lazy("interaction kind", "Call")
        MESSAGE = "message", pgettext_lazy("interaction kind", "Message")
        AGREEMENT = "agreement", pgettext_lazy("interaction kind", "Agreement signed")

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="interactions")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.NOTE)
    on = models.DateField()
    text = models.TextField(max_length=20_000)
    language = models.CharField(max_length=10, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    #: Set when only this team may read it.
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="+")
    source_title = models.CharField(max_length=200, blank=True)
    source_url = models.URLField(max_length=500, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["organisation", "-on", "-id"], name="interaction_timeline")]

    def __str__(self) -> str:
        return f"{self.organisation}, {self.on}"


class Signal(models.Model):
    """A dated fact with a source that says why now; after `expires_on` it no longer counts."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="signals")
    kind = models.CharField(max_length=40)
    text = models.JSONField()  # multilingual
    occurred_on = models.DateField()
    expires_on = models.DateField()
    source_title = models.CharField(max_length=200)
    source_url = models.URLField(max_length=500, blank=True)
    is_illustrative = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.organisation}: {self.kind}"
