"""Which registers and which imports exist for somebody."""

from django.db.models import QuerySet

from kakehashi.office.apps.accounts.access import teams_scope
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.registers.models import Register
from kakehashi.office.core.models import Import

#: The value of Import.target for imports into registers.
TARGET = "registers"


def registers_of(viewer: User) -> QuerySet[Register]:
    """Every register: what the world publishes is there for everybody who is signed in."""
    return Register.objects.all()


def imports_of(viewer: User) -> QuerySet[Import]:
    """The imports into registers of the viewer's team, the latest first."""
    found = Import.objects.filter(teams_scope(viewer), target=TARGET)
    return found.select_related("owner", "job", "version__register").order_by("-pk")
