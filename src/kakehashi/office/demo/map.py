"""Makes the file of municipalities with which addresses are placed on a map."""

from django.conf import settings

from kakehashi.places.gazetteer_build import build_gazetteer


def build_map() -> None:
    if not settings.GAZETTEER.exists():
        build_gazetteer(settings.GAZETTEER)
