"""An organisation that somebody here works on: all its names, identifiers and addresses, and where each
came from.
"""

from django.conf import settings
from django.db import models
from django.utils.translation import pgettext_lazy

from kakehashi.office.apps.accounts.models import Team
from kakehashi.office.apps.registers.models import Register


def once_per_team(*fields: str, name: str) -> list[models.BaseConstraint]:
    """The fields are unique among what everybody sees, and among what each team keeps to itself."""
    shared, confidential = models.Q(team=None), models.Q(team__isnull=False)
    return [
        models.UniqueConstraint(fields=fields, condition=shared, name=name),
        models.UniqueConstraint(fields=[*fields, "team"], condition=confidential, name=f"{name}_per_team"),
    ]


class Organisation(models.Model):
    class Kind(models.TextChoices):
        COMPANY = "company", pgettext_lazy("organisation kind", "Company")
        AGENCY = "agency", pgettext_lazy("organisation kind", "Agency")
        CHAMBER = "chamber", pgettext_lazy("organisation kind", "Chamber or association")
        BANK = "bank", pgettext_lazy("organisation kind", "Bank")
        UNIVERSITY = "university", pgettext_lazy("organisation kind", "University")
        INTERMEDIARY = "intermediary", pgettext_lazy("organisation kind", "Intermediary")
        OTHER = "other", pgettext_lazy("organisation kind", "Other")

    #: The name by which lists show it: a copy of one of its names, kept by `actions`.
    display_name = models.CharField(max_length=300)
    display_language = models.CharField(max_length=10, blank=True)
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.COMPANY)
    country = models.CharField(max_length=2, blank=True)
    industry_scheme = models.CharField(max_length=20, blank=True)
    industry = models.CharField(max_length=120, blank=True)
    capital = models.BigIntegerField(null=True)
    currency = models.CharField(max_length=3, blank=True)
    listed = models.BooleanField(null=True)
    is_illustrative = models.BooleanField(default=False)  # invented for a demo; every page says so
    #: A confidential organisation exists only for its team (and for those who see all teams). Without an index:
    #: nearly all rows have none, and SQLite would begin every look-up with it.
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="organisations"
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["-changed_at", "-id"], name="organisation_changed")]

    def __str__(self) -> str:
        return self.display_name

    @property
    def is_confidential(self) -> bool:
        return self.team_id is not None


class Name(models.Model):
    class Kind(models.TextChoices):
        LEGAL = "legal", pgettext_lazy("name kind", "Legal name")
        TRADE = "trade", pgettext_lazy("name kind", "Trade name")
        FORMER = "former", pgettext_lazy("name kind", "Former name")
        READING = "reading", pgettext_lazy("name kind", "Reading")
        ROMANISED = "romanised", pgettext_lazy("name kind", "Romanised")
        TRANSLATED = "translated", pgettext_lazy("name kind", "Translated name")

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="names")
    text = models.CharField(max_length=300)  # exactly as it was received
    language = models.CharField(max_length=10, blank=True)
    script = models.CharField(max_length=10, blank=True)
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.LEGAL)
    source = models.CharField(max_length=200)
    since = models.DateField(null=True)
    until = models.DateField(null=True)

    def __str__(self) -> str:
        return self.text


class Identifier(models.Model):
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="identifiers")
    scheme = models.CharField(max_length=30)  # a key of kakehashi.names.identifiers.SCHEMES
    value = models.CharField(max_length=60)
    source = models.CharField(max_length=200)
    #: The organisation's team, so that a confidential record may exist unseen beside another team's.
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = once_per_team("scheme", "value", name="identifier_once")

    def __str__(self) -> str:
        return f"{self.scheme} {self.value}"


class Address(models.Model):
    class Precision(models.TextChoices):
        MUNICIPALITY = "municipality", pgettext_lazy("precision", "municipality")
        PREFECTURE = "prefecture", pgettext_lazy("precision", "prefecture or province")
        COUNTRY = "country", pgettext_lazy("precision", "country")

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="addresses")
    text = models.CharField(max_length=500)
    country = models.CharField(max_length=2, blank=True)
    region = models.CharField(max_length=80, blank=True)
    municipality = models.CharField(max_length=80, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    precision = models.CharField(max_length=12, choices=Precision, blank=True)
    located_by = models.CharField(max_length=200, blank=True)  # what the coordinates come from
    source = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.text


class RegisterLink(models.Model):
    """The register row that an organisation came from, as it stood then."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="register_links")
    register = models.ForeignKey(Register, on_delete=models.PROTECT, related_name="links")
    version = models.CharField(max_length=64)
    key = models.CharField(max_length=80)
    line = models.PositiveIntegerField(null=True)
    row = models.JSONField()  # the row in the register schema, with its original text
    as_of = models.DateField(null=True)
    linked_at = models.DateTimeField()
    #: The organisation's team, for the same reason as on an identifier.
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = once_per_team("register", "key", name="register_row_linked_once")

    def __str__(self) -> str:
        return f"{self.register.code}/{self.key}"
