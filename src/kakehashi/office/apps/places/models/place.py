"""Places, the evidence about them, and who is already there."""

from django.db import models
from django.utils.translation import pgettext_lazy

from kakehashi.office.apps.organisations.models import Organisation
from kakehashi.office.apps.places.models.chain import Chain, ChainNode
from kakehashi.office.core.multilingual import text_in


class Place(models.Model):
    class Kind(models.TextChoices):
        PROVINCE = "province", pgettext_lazy("place kind", "Province")
        CITY = "city", pgettext_lazy("place kind", "City")
        DISTRICT = "district", pgettext_lazy("place kind", "District")
        PARK = "park", pgettext_lazy("place kind", "Park")
        ZONE = "zone", pgettext_lazy("place kind", "Zone")

    code = models.SlugField(unique=True)
    name = models.JSONField()  # multilingual
    kind = models.CharField(max_length=10, choices=Kind)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="parts")
    country = models.CharField(max_length=2)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    description = models.JSONField(default=dict)  # multilingual
    chains = models.ManyToManyField(Chain, related_name="places")  # the chains that it wants to complete

    def __str__(self) -> str:
        return text_in(self.name)


class Evidence(models.Model):
    """One figure or fact about a place, with its source. Nothing is claimed without one."""

    key = models.SlugField(unique=True, max_length=120)
    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="evidence")
    topic = models.CharField(max_length=60)  # area, approval, employment, event, …
    measure = models.JSONField()  # multilingual: what was measured
    industry_scheme = models.CharField(max_length=20, blank=True)
    industry = models.CharField(max_length=60, blank=True)
    industry_name = models.JSONField(default=dict)  # multilingual
    value = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    unit = models.CharField(max_length=40, blank=True)
    statement = models.JSONField(default=dict)  # multilingual, for facts that are not numbers
    period = models.CharField(max_length=40)
    source_title = models.CharField(max_length=300)
    source_url = models.URLField(max_length=500, blank=True)
    checked_on = models.DateField(null=True)
    is_estimate = models.BooleanField(default=False)
    is_illustrative = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["place", "topic"], name="evidence_place_topic")]

    def __str__(self) -> str:
        return self.key


class Presence(models.Model):
    """An organisation that already works in a place, and the link of a chain that it holds there."""

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="presences")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="presences")
    node = models.ForeignKey(ChainNode, on_delete=models.CASCADE, related_name="presences")
    #: Where its owners are at home, if not in the organisation's own country (a subsidiary from Japan: JP).
    home_country = models.CharField(max_length=2, blank=True)
    employees = models.PositiveIntegerField(null=True)
    since = models.CharField(max_length=10, blank=True)
    source_title = models.CharField(max_length=300)
    source_url = models.URLField(max_length=500, blank=True)
    is_illustrative = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place", "organisation", "node"], name="presence_once")
        ]

    def __str__(self) -> str:
        return f"{self.organisation} @ {self.place}"
