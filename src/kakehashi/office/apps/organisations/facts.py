"""What a register row says of a company, in the terms of the office: read by the page, written down by
adoption.
"""

from dataclasses import asdict, dataclass

from kakehashi.kernel import Json
from kakehashi.names.scripts import script_of
from kakehashi.office.apps.organisations.models import Name, Organisation
from kakehashi.registers.row import RegisterRow

#: The kinds of a register and what the office calls them.
KINDS = {"company": Organisation.Kind.COMPANY, "public_body": Organisation.Kind.AGENCY}
#: How a source says that it is a register; its code follows.
REGISTER_SOURCE = "register:"
#: Languages that a country's register is written in, where the row does not say.
LANGUAGES = {"JP": "ja", "CN": "zh-hans", "TW": "zh-hant", "TH": "th"}


@dataclass(frozen=True, slots=True)
class NameFact:
    text: str
    kind: str
    language: str
    script: str


def names_of(row: RegisterRow) -> tuple[NameFact, ...]:
    """The names that the row states, the legal name first, none twice."""
    language = row.language or LANGUAGES.get(row.country, "")
    found = [NameFact(row.name, Name.Kind.LEGAL, language, script_of(row.name))]
    if row.reading:
        found.append(NameFact(row.reading, Name.Kind.READING, language, script_of(row.reading)))
    if row.english:
        found.append(NameFact(row.english, Name.Kind.TRANSLATED, "en", script_of(row.english)))
    for other in row.other_names:
        found.append(NameFact(other, Name.Kind.TRADE, "", script_of(other)))
    return tuple({(fact.text, fact.kind): fact for fact in found}.values())


def kind_of(row: RegisterRow) -> str:
    return KINDS.get(row.kind, Organisation.Kind.OTHER)


def plain(row: RegisterRow) -> dict[str, Json]:
    """The row as JSON, for keeping it with the organisation as it stood."""
    values: dict[str, Json] = asdict(row)
    values["other_names"] = list(row.other_names)
    values["identifiers"] = [[scheme, value] for scheme, value in row.identifiers]
    return values


def source_of(register_code: str) -> str:
    """How a name or number says that it came from a register; `labels.source_label` turns it into words."""
    return REGISTER_SOURCE + register_code
