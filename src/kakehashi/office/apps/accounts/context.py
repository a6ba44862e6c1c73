"""What the frame of every page needs: navigation, theme, the entries of the command palette."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.accounts.roles import Capability


@dataclass(frozen=True, slots=True)
class NavigationEntry:
    url: str
    label: str
    icon: str
    key: str  # the letter after `g` that leads there
    current: bool


def frame(request: HttpRequest) -> dict[str, object]:
    user = getattr(request, "user", None)
    if not isinstance(user, User):
        return {"navigation": [], "palette": [], "theme": "auto"}
    navigation = _navigation(request.path)
    palette = [{"label": entry.label, "url": entry.url, "icon": entry.icon} for entry in navigation]
    return {"navigation": navigation, "palette": palette + _verbs(user), "theme": user.theme}


def _navigation(path: str) -> list[NavigationEntry]:
    entries = [
        ("desk", _("Desk"), "layout-dashboard", "d"),
        ("registers:list", _("Registers"), "library", "r"),
        ("targeting:list", _("Targets"), "target", "t"),
        ("organisations:list", _("Organisations"), "building-2", "o"),
        ("places:list", _("Places"), "map", "p"),
        ("journal", _("Journal"), "scroll-text", "j"),
    ]
    home = reverse("desk")
    found = []
    for name, label, icon, key in entries:
        url = reverse(name)
        current = path == url if url == home else path.startswith(url)
        found.append(NavigationEntry(url=url, label=label, icon=icon, key=key, current=current))
    return found


def _verbs(user: User) -> list[dict[str, str]]:
    verbs = []
    if user.may(Capability.IMPORT_REGISTERS):
        verbs.append({"label": _("Import a register"), "url": reverse("registers:import"), "icon": "upload"})
    if user.may(Capability.RUN_TARGETING):
        verbs.append({"label": _("New target list"), "url": reverse("targeting:new"), "icon": "plus"})
    verbs.append({"label": _("Change password"), "url": reverse("change-password"), "icon": "key-round"})
    return verbs
