"""Loads the demo's offices, teams and people."""

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
    for entry in content["person"]:
        if not User.objects.filter(username=entry["username"]).exists():
            User.objects.create_user(
                username=entry["username"],
                password=DEMO_PASSWORD,
                name=entry["name"],
                role=entry["role"],
                language=entry["language"],
                team=Team.objects.get(code=entry["team"]),
            )


def person(username: str) -> User:
    return User.objects.get(username=username)
