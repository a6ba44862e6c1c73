"""Registers that this office uses, and which version is current; the rows live in the register store."""

from django.db import models

from kakehashi.office.core.models import Import
from kakehashi.office.core.multilingual import text_in


class Register(models.Model):
    """One public register. `current_version` points into the store; undoing moves the pointer back."""

    code = models.SlugField(unique=True)
    name = models.JSONField()  # multilingual
    country = models.CharField(max_length=2)
    format = models.CharField(max_length=20)  # a key of kakehashi.registers.FORMATS
    mapping = models.JSONField(default=dict)  # for the generic format
    publisher = models.JSONField(default=dict)  # multilingual
    source_url = models.URLField(blank=True)
    attribution = models.CharField(max_length=300, blank=True)
    current_version = models.CharField(max_length=64, blank=True)
    row_count = models.PositiveIntegerField(default=0)
    as_of = models.DateField(null=True)  # the date that the source itself states
    updated_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return text_in(self.name)


class RegisterVersion(models.Model):
    """One version that an import wrote: which came before it, and which import made it."""

    register = models.ForeignKey(Register, on_delete=models.CASCADE, related_name="versions")
    version = models.CharField(max_length=64)
    previous_version = models.CharField(max_length=64, blank=True)
    row_count = models.PositiveIntegerField()
    as_of = models.DateField(null=True)
    made_by = models.OneToOneField(Import, on_delete=models.PROTECT, related_name="version")
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["register", "version"], name="register_version_once")]

    def __str__(self) -> str:
        return f"{self.register.code} {self.version}"
