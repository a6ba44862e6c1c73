"""Loads the demo's offices, teams and people."""

from django.contrib.auth.hashers import make_password

from kakehashi.office.apps.accounts.models import Office, Team, User
from kakehashi.office.apps.accounts.queries import DEMO_PASSWORD
from kakehashi.office.demo.files import read_toml


def load_people() -> None:
    """Makes what is missing and leaves alone what somebody changed."""
    content = read_toml("people.toml")
    for entry in content["office"]:
        defaults = {name: entry[name] for name in ("name", "kind", "country", "time_zone")}
        Office.objects.get_or_create(code=entry["code"], defaults=defaults)
    for entry in content["team"]:
        office = Office.objects.get(code=entry["office"])
        Team.objects.get_or_create(code=entry["code"], defaults={"name": entry["name"], "office": office})
    password = make_password(
        DEMO_PASSWORD
    )  # hashed once: it is the same for all, and hashing is slow on purpose
    for entry in content["person"]:
        defaults = {name: entry[name] for name in ("name", "role", "language")}
        defaults |= {"password": password, "team": Team.objects.get(code=entry["team"])}
        User.objects.get_or_create(username=entry["username"], defaults=defaults)


def person(username: str) -> User:
    return User.objects.get(username=username)
