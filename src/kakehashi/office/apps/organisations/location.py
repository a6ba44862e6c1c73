"""Where an address is, from the gazetteer of this workspace, if it has one."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from kakehashi.places.gazetteer import Gazetteer, Located


@lru_cache(maxsize=2)
def _gazetteer(path: Path, changed_ns: int) -> Gazetteer:
    """The gazetteer as the file was at `changed_ns`; a new file is read anew."""
    return Gazetteer(path)


def has_gazetteer() -> bool:
    return Path(settings.GAZETTEER).is_file()


def locate(*, country: str, address: str, region: str = "") -> Located | None:
    """The best point for an address; None without a gazetteer or without any point for the country."""
    path = Path(settings.GAZETTEER)
    if not path.is_file() or not country:
        return None
    return _gazetteer(path, path.stat().st_mtime_ns).locate(country=country, address=address, region=region)
