"""Weights that were saved under a name, target lists that were frozen, and the targets in them."""

from django.conf import settings
from django.db import models

from kakehashi.office.apps.accounts.models import Team
from kakehashi.office.apps.places.models import Place
from kakehashi.office.apps.registers.models import Register
from kakehashi.office.core.models import Job
from kakehashi.office.core.multilingual import text_in


class Profile(models.Model):
    """Weights of the criteria, saved under a name."""

    code = models.SlugField(unique=True)
    name = models.JSONField()  # multilingual
    weights = models.JSONField()  # {criterion: weight}
    limit = models.PositiveIntegerField(default=200)
    max_share = models.FloatField(default=1.0)  # of the list that one chain node may take
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return text_in(self.name)


class TargetList(models.Model):
    """One run. Once frozen it does not change: the same register version, place and weights give the same
    list.
    """

    class State(models.TextChoices):
        RUNNING = "running"
        FROZEN = "frozen"
        FAILED = "failed"

    name = models.CharField(max_length=200)
    register = models.ForeignKey(Register, on_delete=models.PROTECT, related_name="target_lists")
    register_version = models.CharField(max_length=64)
    register_as_of = models.DateField(null=True)  # the date that the register itself stated then
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="target_lists")
    profile = models.ForeignKey(Profile, on_delete=models.SET_NULL, null=True, related_name="target_lists")
    weights = models.JSONField()
    limit = models.PositiveIntegerField()
    max_share = models.FloatField()  # of the list that one chain node may take
    as_of = models.DateField()  # the day for which signals count
    state = models.CharField(max_length=10, choices=State, default=State.RUNNING)
    fingerprint = models.CharField(max_length=64, blank=True)
    engine_version = models.CharField(max_length=20, blank=True)
    considered = models.PositiveIntegerField(null=True)
    excluded = models.JSONField(default=list)  # [{code, count}, …]
    summary = models.JSONField(default=dict)  # {ranked, passed_over: {spread: count}, unused: [criterion, …]}
    inputs = models.JSONField(
        default=dict
    )  # the place as the engine saw it, for repeating the run (see `frozen`)
    job = models.ForeignKey(Job, on_delete=models.SET_NULL, null=True, related_name="+")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="target_lists")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="target_lists")
    is_shared = models.BooleanField(default=False)  # with every team
    created_at = models.DateTimeField()
    frozen_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name

    @property
    def max_share_percent(self) -> int:
        return round(100 * self.max_share)


class Target(models.Model):
    """One company in a frozen list, with the reasons as they stood."""

    target_list = models.ForeignKey(TargetList, on_delete=models.CASCADE, related_name="targets")
    rank = models.PositiveIntegerField()
    score = models.FloatField()
    register_key = models.CharField(max_length=80)
    name = models.CharField(max_length=300)
    english = models.CharField(max_length=300, blank=True)
    reading = models.CharField(max_length=300, blank=True)
    name_language = models.CharField(max_length=10, blank=True)
    industry_scheme = models.CharField(max_length=20, blank=True)
    industry = models.CharField(max_length=120, blank=True)
    region = models.CharField(max_length=80, blank=True)
    municipality = models.CharField(max_length=80, blank=True)
    capital = models.BigIntegerField(null=True)
    currency = models.CharField(max_length=3, blank=True)
    listed = models.BooleanField(null=True)
    node_code = models.CharField(max_length=160, blank=True)  # chain/node, where one is named
    node_refs = models.TextField(blank=True)  # |chain/node|chain/node|: all at which it may work
    gap_kind = models.CharField(max_length=10, blank=True)
    certainty = models.FloatField(default=1.0)  # the share of the weights that could be judged
    parts = models.JSONField(default=dict)  # {criterion: points}
    missing = models.JSONField(default=list)  # criteria without data
    reasons = models.JSONField(default=list)  # [{code, params, weight, evidence: [[kind, key, label], …]}, …]

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["target_list", "rank"], name="target_rank_once"),
            models.UniqueConstraint(fields=["target_list", "register_key"], name="target_company_once"),
        ]
        indexes = [models.Index(fields=["target_list", "node_code"], name="target_node")]

    def __str__(self) -> str:
        return self.name
