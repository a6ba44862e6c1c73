"""Creating an organisation by hand, changing its basic fields, deleting it."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from kakehashi.kernel import Json, WrongInput
from kakehashi.names import identifiers
from kakehashi.names.scripts import script_of
from kakehashi.office.apps.accounts.access import require
from kakehashi.office.apps.accounts.models import Team, User
from kakehashi.office.apps.accounts.roles import Capability
from kakehashi.office.apps.organisations.actions.naming import refuse_taken
from kakehashi.office.apps.organisations.actions.writing import check, record, touch, write_address
from kakehashi.office.apps.organisations.indexing import index
from kakehashi.office.apps.organisations.models import Identifier, Name, Organisation
from kakehashi.office.core import deletion, journal
from kakehashi.office.core.models import JournalEntry


@dataclass(frozen=True, slots=True)
class Basics:
    """The fields that a person fills in: `name` is a name of the organisation, `address` its first address."""

    name: str
    language: str = ""
    kind: str = Organisation.Kind.COMPANY
    country: str = ""
    industry: str = ""
    address: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise WrongInput("organisations.name_empty")


def create(
    *,
    actor: User,
    basics: Basics,
    scheme: str = "",
    value: str = "",
    source: str = "",
    confidential: bool = False,
) -> Organisation:
    """Writes down an organisation that no register brought. With `scheme`, `value` is its first identifier.

    Raises WrongInput: those of `identifiers.check`, `organisations.identifier_taken`,
    `organisations.no_team`.
    """
    require(actor, Capability.WRITE_NOTES)
    checked = identifiers.check(scheme, value) if scheme or value else None
    with transaction.atomic():
        if checked:
            refuse_taken(actor, checked)
        organisation = _write(actor, basics, source=source, team=_team(actor) if confidential else None)
        if checked:
            Identifier.objects.create(
                organisation=organisation,
                scheme=checked.scheme,
                value=checked.value,
                source=source,
                team=organisation.team,
            )
        index(organisation)
        record(actor, "organisation_created", organisation)
    return organisation


def edit(*, actor: User, organisation: Organisation, basics: Basics) -> None:
    """Changes the basic fields; a name that the organisation does not have yet is added to its names."""
    check(actor, organisation, Capability.WRITE_NOTES)
    changes = journal.difference(_state(organisation), _state_of(basics))
    if not changes:
        return
    with transaction.atomic():
        _keep_name(organisation, basics, source="")
        organisation.kind, organisation.country = basics.kind, basics.country
        organisation.industry = basics.industry
        organisation.save()
        if "address" in changes:
            first = organisation.addresses.order_by("pk").first()
            if first:
                first.delete()
            _keep_address(organisation, basics, source="")
        index(organisation)
        record(actor, "organisation_changed", organisation, changes=changes)
        touch(organisation)


def delete(*, actor: User, organisation: Organisation) -> JournalEntry:
    """Deletes an organisation with all that hangs on it; the journal entry restores it."""
    check(actor, organisation, Capability.DELETE)
    return deletion.delete(actor=actor, subject=organisation, team_id=organisation.team_id)


def _write(actor: User, basics: Basics, *, source: str, team: Team | None) -> Organisation:
    now = timezone.now()
    organisation = Organisation.objects.create(
        display_name=basics.name,
        display_language=basics.language,
        kind=basics.kind,
        country=basics.country,
        industry=basics.industry,
        team=team,
        created_by=actor,
        created_at=now,
        changed_at=now,
    )
    _keep_name(organisation, basics, source=source)
    _keep_address(organisation, basics, source=source)
    return organisation


def _keep_name(organisation: Organisation, basics: Basics, *, source: str) -> None:
    """The shown name is always one of the names."""
    organisation.display_name, organisation.display_language = basics.name, basics.language
    known = organisation.names.filter(text=basics.name).first()
    if known is None:
        Name.objects.create(
            organisation=organisation,
            text=basics.name,
            language=basics.language,
            script=script_of(basics.name),
            source=source,
        )
    elif known.language != basics.language:
        known.language = basics.language
        known.save(update_fields=["language"])


def _keep_address(organisation: Organisation, basics: Basics, *, source: str) -> None:
    if basics.address.strip():
        write_address(organisation, text=basics.address, source=source, country=basics.country)


def _state(organisation: Organisation) -> dict[str, Json]:
    first = organisation.addresses.order_by("pk").first()
    return {
        "name": organisation.display_name,
        "language": organisation.display_language,
        "kind": organisation.kind,
        "country": organisation.country,
        "industry": organisation.industry,
        "address": first.text if first else "",
    }


def _state_of(basics: Basics) -> dict[str, Json]:
    return {
        "name": basics.name,
        "language": basics.language,
        "kind": str(basics.kind),
        "country": basics.country,
        "industry": basics.industry,
        "address": basics.address,
    }


def _team(actor: User) -> Team:
    if actor.team is None:
        raise WrongInput("organisations.no_team")
    return actor.team
