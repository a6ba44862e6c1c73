"""What the sign-in page of a demo workspace offers."""

from dataclasses import dataclass

from django.conf import settings

from kakehashi.office.apps.accounts.models import User

#: The password of every account of a demo workspace; such a workspace serves only this machine.
DEMO_PASSWORD = "bridge-demo-2026"  # noqa: S105 - printed on the demo's own sign-in page


@dataclass(frozen=True, slots=True)
class DemoAccount:
    name: str
    role: str
    team: str
    username: str
    password: str


def demo_accounts() -> list[DemoAccount]:
    """One account per role and office, in a demo workspace only."""
    if not settings.DEMO:
        return []
    users = User.objects.filter(is_active=True).select_related("team").order_by("pk")
    return [
        DemoAccount(
            name=str(user),
            role=user.get_role_display(),
            team=str(user.team) if user.team else "",
            username=user.username,
            password=DEMO_PASSWORD,
        )
        for user in users
    ]
