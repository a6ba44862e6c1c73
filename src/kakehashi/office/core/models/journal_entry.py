"""One line of the journal. It has no foreign key on purpose: it outlives what it describes."""

from django.db import models


class JournalEntry(models.Model):
    at = models.DateTimeField()
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=200, blank=True)
    action = models.CharField(max_length=80)
    subject_type = models.CharField(max_length=80, blank=True)
    subject_id = models.CharField(max_length=64, blank=True)
    subject_label = models.CharField(max_length=300, blank=True)
    params = models.JSONField(default=dict)
    changes = models.JSONField(default=dict)
    snapshot = models.JSONField(null=True)
    team_id = models.BigIntegerField(null=True)
    channel = models.CharField(max_length=20)
    address = models.CharField(max_length=45, blank=True)
    request = models.CharField(max_length=40, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["subject_type", "subject_id"], name="journal_subject"),
            models.Index(fields=["actor_id"], name="journal_actor"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor_name} {self.action} {self.subject_label}"
