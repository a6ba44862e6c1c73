"""Under which folded texts an organisation is found; the index over `tokens` is made per database by a
migration.
"""

from django.db import models

from kakehashi.office.apps.organisations.models.organisation import Organisation


class SearchDocument(models.Model):
    organisation = models.OneToOneField(
        Organisation, on_delete=models.CASCADE, primary_key=True, related_name="search_document"
    )
    #: One line `kind=folded text` for each key.
    keys = models.TextField()
    tokens = models.TextField()

    def __str__(self) -> str:
        return f"search document {self.pk}"
