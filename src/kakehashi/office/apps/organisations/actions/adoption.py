"""Takes a company on from a register: the row becomes an organisation, or joins the one that it already is."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from kakehashi.kernel import WrongInput
from kakehashi.office.apps.accounts.access import require
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.accounts.roles import Capability
from kakehashi.office.apps.organisations import facts
from kakehashi.office.apps.organisations.access import link_of, organisations_of
from kakehashi.office.apps.organisations.actions.writing import record, write_address
from kakehashi.office.apps.organisations.indexing import index
from kakehashi.office.apps.organisations.models import Identifier, Name, Organisation, RegisterLink
from kakehashi.office.apps.organisations.register_rows import RowReference, row_of
from kakehashi.office.apps.registers.models import Register
from kakehashi.registers.row import RegisterRow

Company = Organisation | RowReference


def adopt(*, actor: User, register: Register, key: str) -> Organisation:
    """The organisation of a register row, made now if it is not there yet; two people at once get the same
    one.

    A row joins the organisation that already carries one of its identifiers. Raises WrongInput
    (`organisations.row_gone`) when the register's current version has no such row.
    """
    require(actor, Capability.WRITE_NOTES)
    with transaction.atomic():
        linked = link_of(actor, register_id=register.pk, key=key)
        if linked:
            return linked.organisation
        row = row_of(RowReference(register, key))
        if row is None:
            raise WrongInput("organisations.row_gone", key=key)
        try:
            with transaction.atomic():
                return _take_on(actor, register, row)
        except IntegrityError:
            linked = link_of(actor, register_id=register.pk, key=key)
            if linked is None:
                raise
            return linked.organisation


def adopted(*, actor: User, company: Company) -> Organisation:
    """The organisation itself, or the one that a register row becomes."""
    if isinstance(company, Organisation):
        return company
    return adopt(actor=actor, register=company.register, key=company.key)


def _take_on(actor: User, register: Register, row: RegisterRow) -> Organisation:
    known = _carrier_of(actor, row)
    organisation = known or _create(actor, row)
    _link(organisation, register, row)
    _write_facts(organisation, register, row)
    index(organisation)
    record(
        actor,
        "organisation_linked" if known else "organisation_adopted",
        organisation,
        params={"register": register.code, "key": row.key},
    )
    return organisation


def _carrier_of(actor: User, row: RegisterRow) -> Organisation | None:
    """The organisation that exists for the actor and already carries one of the row's identifiers."""
    for scheme, value in row.identifiers:
        visible = organisations_of(actor).filter(identifiers__scheme=scheme, identifiers__value=value)
        known = visible.order_by("team_id", "pk").first()
        if known:
            return known
    return None


def _create(actor: User, row: RegisterRow) -> Organisation:
    now = timezone.now()
    legal = facts.names_of(row)[0]
    return Organisation.objects.create(
        display_name=legal.text,
        display_language=legal.language,
        kind=facts.kind_of(row),
        country=row.country,
        industry_scheme=row.industry_scheme,
        industry=row.industry,
        capital=row.capital,
        currency=row.currency,
        listed=row.listed,
        created_by=actor,
        created_at=now,
        changed_at=now,
    )


def _link(organisation: Organisation, register: Register, row: RegisterRow) -> None:
    RegisterLink.objects.create(
        organisation=organisation,
        register=register,
        version=register.current_version,
        key=row.key,
        line=row.line or None,
        row=facts.plain(row),
        as_of=register.as_of,
        linked_at=timezone.now(),
        team=organisation.team,
    )


def _write_facts(organisation: Organisation, register: Register, row: RegisterRow) -> None:
    """Names, identifiers and address of the row, as far as the organisation does not have them yet."""
    source = facts.source_of(register.code)
    names = set(organisation.names.values_list("text", "kind"))
    for fact in facts.names_of(row):
        if (fact.text, fact.kind) not in names:
            Name.objects.create(
                organisation=organisation,
                text=fact.text,
                kind=fact.kind,
                language=fact.language,
                script=fact.script,
                source=source,
            )
    for scheme, value in row.identifiers:
        if not Identifier.objects.filter(scheme=scheme, value=value, team=organisation.team).exists():
            Identifier.objects.create(
                organisation=organisation, scheme=scheme, value=value, source=source, team=organisation.team
            )
    if row.address and not organisation.addresses.filter(text=row.address).exists():
        write_address(
            organisation,
            text=row.address,
            source=source,
            country=row.country,
            region=row.region,
            municipality=row.municipality,
        )
