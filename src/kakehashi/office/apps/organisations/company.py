"""All that the company page shows, the same for an organisation and for a company that is only in a
register.
"""

from dataclasses import dataclass
from datetime import date

from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.organisations.models import Assignment, Organisation
from kakehashi.office.apps.registers.models import Register


@dataclass(frozen=True, slots=True)
class NameLine:
    """One name. `language` is a tag for the page's `lang`; a derived name was made by the names engine."""

    text: str
    language: str
    script: str
    kind: str
    source: str
    is_derived: bool = False
    since: date | None = None
    until: date | None = None
    pk: int | None = None
    is_shown: bool = False


@dataclass(frozen=True, slots=True)
class IdentifierLine:
    """One identifier. `verdict` is `valid` (check digit right), `format` (no check digit to verify),
    `wrong`, `unknown`.
    """

    title: str
    title_language: str
    value: str
    source: str
    verdict: str
    complaint: str = ""
    pk: int | None = None


@dataclass(frozen=True, slots=True)
class AddressLine:
    """One address, and the point at which a map shows it."""

    text: str
    language: str
    source: str
    latitude: float | None = None
    longitude: float | None = None
    precision: str = ""
    located_by: str = ""


@dataclass(frozen=True, slots=True)
class FieldChange:
    field: str
    then: str
    now: str


@dataclass(frozen=True, slots=True)
class RowLine:
    """The register row behind the company: which register, version and line, and the cells as they were
    received.
    """

    register: Register
    key: str
    version: str
    as_of: date | None
    line: int | None
    language: str
    cells: tuple[tuple[str, str], ...]
    is_gone: bool = False
    changes: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Company:
    name: str
    language: str
    kind: str
    country: str
    industry: str
    industry_scheme: str
    capital: int | None
    currency: str
    listed: bool | None
    names: tuple[NameLine, ...]
    identifiers: tuple[IdentifierLine, ...]
    addresses: tuple[AddressLine, ...]
    rows: tuple[RowLine, ...]
    organisation: Organisation | None = None
    assignee: User | None = None
    open_assignment: Assignment | None = None
    query: str = ""  # what tells a panel which company is meant, as a query string
    secondary: NameLine | None = None  # a name in Latin letters, for the line under the heading
