"""The one policy: what a person may do, and which rows of which team exist for that person."""

from typing import TypeVar

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import Model, Q, QuerySet
from django.http import Http404, HttpRequest

from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.accounts.roles import Capability

Row = TypeVar("Row", bound=Model)


def viewer_of(request: HttpRequest) -> User:
    """The signed-in person of a request (pages without sign-in never call this)."""
    if isinstance(request.user, AnonymousUser):
        raise PermissionDenied
    return request.user


def require(viewer: User, capability: Capability) -> None:
    """Raises PermissionDenied (403) when the viewer's role does not include `capability`."""
    if not viewer.may(capability):
        raise PermissionDenied


def teams_scope(viewer: User, *, team: str = "team_id", shared: str | None = None) -> Q:
    """The rows of the viewer's own team, those without a team, and those that the field `shared` opens to all."""
    if viewer.may(Capability.SEE_ALL_TEAMS):
        return Q()
    scope = Q(**{f"{team}__isnull": True})
    if viewer.team_id is not None:
        scope |= Q(**{team: viewer.team_id})
    if shared:
        scope |= Q(**{shared: True})
    return scope


def one(rows: QuerySet[Row], **lookup: object) -> Row:
    """The one row among those that exist for the viewer; otherwise 404, whether it is absent or hidden."""
    row = rows.filter(**lookup).first()
    if row is None:
        raise Http404
    return row


def colleagues_of(viewer: User) -> QuerySet[User]:
    """The people to whom the viewer may hand work: everybody active, own team first."""
    return (
        User.objects.filter(is_active=True)
        .select_related("team__office")
        .order_by("team_id", "name", "username")
    )
