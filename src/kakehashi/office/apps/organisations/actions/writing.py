"""What every verb does around its own writing: checks, the time of change, the index, the journal."""

from collections.abc import Mapping

from django.http import Http404
from django.utils import timezone

from kakehashi.kernel import Json
from kakehashi.office.apps.accounts.access import require
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.accounts.roles import Capability
from kakehashi.office.apps.organisations.access import organisations_of
from kakehashi.office.apps.organisations.location import locate
from kakehashi.office.apps.organisations.models import Address, Organisation
from kakehashi.office.core import journal


def check(actor: User, organisation: Organisation, capability: Capability) -> None:
    """403 without the capability; 404 when the organisation does not exist for the actor."""
    require(actor, capability)
    if not organisations_of(actor).filter(pk=organisation.pk).exists():
        raise Http404


def touch(organisation: Organisation) -> None:
    """Notes that the record has changed just now."""
    organisation.changed_at = timezone.now()
    organisation.save(update_fields=["changed_at"])


def record(
    actor: User,
    action: str,
    organisation: Organisation,
    *,
    params: Mapping[str, Json] | None = None,
    changes: Mapping[str, Json] | None = None,
    team_id: int | None = None,
) -> None:
    """Records in the journal what was done to an organisation, for those for whom the organisation exists."""
    journal.record(
        actor=actor,
        action=action,
        subject=organisation,
        params=params,
        changes=changes,
        team_id=team_id or organisation.team_id,
    )


def write_address(
    organisation: Organisation,
    *,
    text: str,
    source: str,
    country: str,
    region: str = "",
    municipality: str = "",
) -> Address:
    """Writes an address down with the point that the gazetteer gives for it, if any."""
    found = locate(country=country, address=text, region=region)
    return Address.objects.create(
        organisation=organisation,
        text=text,
        country=country,
        region=region,
        municipality=municipality,
        latitude=found.lat if found else None,
        longitude=found.lon if found else None,
        precision=found.precision if found else "",
        located_by=found.source if found else "",
        source=source,
    )
