"""Industry chains: nodes from upstream to downstream, with the codes and words that recognise each."""

from django.db import models

from kakehashi.office.core.multilingual import text_in


class Chain(models.Model):
    code = models.SlugField(unique=True)
    name = models.JSONField()  # multilingual
    description = models.JSONField(default=dict)  # multilingual
    version = models.CharField(max_length=20)
    position = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return text_in(self.name)


class ChainNode(models.Model):
    chain = models.ForeignKey(Chain, on_delete=models.CASCADE, related_name="nodes")
    code = models.SlugField()
    name = models.JSONField()  # multilingual
    codes = models.JSONField(default=dict)  # {scheme: [code, …]}
    keywords = models.JSONField(default=dict)  # {language: [word, …]}
    requirements = models.JSONField(default=dict)
    is_critical = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["chain", "code"], name="chain_node_once")]

    def __str__(self) -> str:
        return text_in(self.name)


class ChainLink(models.Model):
    chain = models.ForeignKey(Chain, on_delete=models.CASCADE, related_name="links")
    upstream = models.ForeignKey(ChainNode, on_delete=models.CASCADE, related_name="feeds")
    downstream = models.ForeignKey(ChainNode, on_delete=models.CASCADE, related_name="fed_by")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["upstream", "downstream"], name="chain_link_once")]

    def __str__(self) -> str:
        return f"{self.upstream} → {self.downstream}"
