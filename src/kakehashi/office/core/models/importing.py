"""One import: the file as it was received, what a dry run found in it, and what became of it."""

from django.conf import settings
from django.db import models

from kakehashi.office.core.models.job import Job


class Import(models.Model):
    class State(models.TextChoices):
        RECEIVED = "received"  # the file is stored, nothing is known yet
        READING = "reading"  # the dry run is under way
        UNMAPPED = "unmapped"  # the layout is not known: a person says which column is which
        PLANNED = "planned"  # the dry run can be looked at; nothing is written
        APPLYING = "applying"
        APPLIED = "applied"
        UNDONE = "undone"
        REFUSED = "refused"  # the file as a whole cannot be read
        DISCARDED = "discarded"  # looked at and not wanted; the file is kept
        CANCELLED = "cancelled"  # the job was stopped by a person; nothing was written
        INTERRUPTED = "interrupted"  # stopped in the middle; nothing was written
        OUTDATED = "outdated"  # somebody else's import came in between; plan again

    target = models.CharField(max_length=40)  # what it feeds: registers, evidence, …
    target_key = models.CharField(max_length=80, blank=True)  # which of them, e.g. the register's code
    file_name = models.CharField(max_length=255)
    stored_name = models.CharField(max_length=80)  # below settings.IMPORT_FILES
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    options = models.JSONField(default=dict)  # declared encoding, sheet, format, column mapping
    findings = models.JSONField(default=dict)  # encoding, columns, counts by kind, warnings
    result = models.JSONField(default=dict)  # version written, version before
    problem_code = models.CharField(max_length=80, blank=True)
    problem_params = models.JSONField(default=dict)
    state = models.CharField(max_length=12, choices=State, default=State.RECEIVED)
    job = models.ForeignKey(Job, on_delete=models.SET_NULL, null=True, related_name="+")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="imports")
    team_id = models.BigIntegerField(null=True)  # the owner's team when it was made
    repeats = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="repeated_by")
    created_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["target", "target_key"], name="import_target")]

    def __str__(self) -> str:
        return self.file_name
