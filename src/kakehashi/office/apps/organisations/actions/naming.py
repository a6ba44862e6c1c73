"""Adding and taking away names and identifiers."""

from django.db import transaction
from django.http import Http404

from kakehashi.kernel import WrongInput
from kakehashi.names import identifiers
from kakehashi.names.scripts import script_of
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.accounts.roles import Capability
from kakehashi.office.apps.organisations.access import organisations_of
from kakehashi.office.apps.organisations.actions.writing import check, record, touch
from kakehashi.office.apps.organisations.indexing import index
from kakehashi.office.apps.organisations.models import Identifier, Name, Organisation


def add_name(
    *, actor: User, organisation: Organisation, text: str, language: str, kind: str, source: str = ""
) -> Name:
    """Adds a name exactly as given. Raises WrongInput: `organisations.name_empty`,
    `organisations.name_there`.
    """
    check(actor, organisation, Capability.WRITE_NOTES)
    if not text.strip():
        raise WrongInput("organisations.name_empty")
    with transaction.atomic():
        if organisation.names.filter(text=text, kind=kind).exists():
            raise WrongInput("organisations.name_there", name=text)
        name = Name.objects.create(
            organisation=organisation,
            text=text,
            language=language,
            kind=kind,
            script=script_of(text),
            source=source,
        )
        _changed(actor, organisation, "organisation_name_added", text)
    return name


def remove_name(*, actor: User, name: Name) -> None:
    """Takes a name away; the one by which lists show the organisation stays (`organisations.name_shown`)."""
    organisation = name.organisation
    check(actor, organisation, Capability.WRITE_NOTES)
    if name.text == organisation.display_name:
        raise WrongInput("organisations.name_shown", name=name.text)
    with transaction.atomic():
        name.delete()
        _changed(actor, organisation, "organisation_name_removed", name.text)


def add_identifier(
    *, actor: User, organisation: Organisation, scheme: str, value: str, source: str = ""
) -> Identifier:
    """Adds an identifier in its normal spelling.

    Raises WrongInput: those of `kakehashi.names.identifiers.check`, and `organisations.identifier_taken`
    when another organisation that exists for the actor carries it.
    """
    check(actor, organisation, Capability.WRITE_NOTES)
    checked = identifiers.check(scheme, value)
    with transaction.atomic():
        refuse_taken(actor, checked, but=organisation)
        identifier, _ = Identifier.objects.get_or_create(
            organisation=organisation,
            scheme=checked.scheme,
            value=checked.value,
            team=organisation.team,
            defaults={"source": source},
        )
        _changed(actor, organisation, "organisation_identifier_added", checked.value)
    return identifier


def refuse_taken(actor: User, identifier: identifiers.Identifier, *, but: Organisation | None = None) -> None:
    """Raises WrongInput when another organisation that exists for the actor carries the identifier."""
    carriers = organisations_of(actor).filter(
        identifiers__scheme=identifier.scheme, identifiers__value=identifier.value
    )
    other = (carriers.exclude(pk=but.pk) if but else carriers).first()
    if other:
        raise WrongInput("organisations.identifier_taken", value=identifier.value, other=other.display_name)


def remove_identifier(*, actor: User, identifier: Identifier) -> None:
    organisation = identifier.organisation
    check(actor, organisation, Capability.WRITE_NOTES)
    with transaction.atomic():
        if identifier.pk is None:
            raise Http404
        identifier.delete()
        _changed(actor, organisation, "organisation_identifier_removed", identifier.value)


def _changed(actor: User, organisation: Organisation, action: str, value: str) -> None:
    index(organisation)
    record(actor, action, organisation, params={"value": value})
    touch(organisation)
