"""Offices, their teams, and the people who sign in."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import pgettext_lazy

from kakehashi.office.apps.accounts.roles import CAPABILITIES, Capability, Role
from kakehashi.office.core.multilingual import text_in


class Office(models.Model):
    """A place where people of this organisation sit: the home office, or a liaison office abroad."""

    class Kind(models.TextChoices):
        HOME = "home", pgettext_lazy("office kind", "Home office")
        LIAISON = "liaison", pgettext_lazy("office kind", "Liaison office")

    code = models.SlugField(unique=True)
    name = models.JSONField()  # multilingual
    kind = models.CharField(max_length=10, choices=Kind)
    country = models.CharField(max_length=2)
    time_zone = models.CharField(max_length=40)

    def __str__(self) -> str:
        return text_in(self.name)


class Team(models.Model):
    code = models.SlugField(unique=True)
    name = models.JSONField()  # multilingual
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="teams")

    def __str__(self) -> str:
        return text_in(self.name)


class User(AbstractUser):
    """A person who signs in. `name` is written as the person writes it; it is not split into first and last."""

    class Theme(models.TextChoices):
        AUTO = "auto", pgettext_lazy("theme", "As the device")
        LIGHT = "light", pgettext_lazy("theme", "Light")
        DARK = "dark", pgettext_lazy("theme", "Dark")

    name = models.CharField(max_length=120, blank=True)
    role = models.CharField(max_length=20, choices=Role, default=Role.OFFICER)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="members")
    language = models.CharField(max_length=10, blank=True)
    theme = models.CharField(max_length=5, choices=Theme, default=Theme.AUTO)
    time_zone = models.CharField(max_length=40, blank=True)

    def __str__(self) -> str:
        return self.name or self.username

    def may(self, capability: Capability | str) -> bool:
        return self.is_active and Capability(capability) in CAPABILITIES.get(self.role, frozenset())
