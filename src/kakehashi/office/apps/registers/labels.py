"""What fields, kinds of rows, layouts and states are called on the screen."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kakehashi.names.identifiers import SCHEMES
from kakehashi.office.core.models import Import
from kakehashi.registers.mapping import FIELDS as MAPPING_FIELDS
from kakehashi.tables.encodings import shown

State = Import.State

FIELDS = {
    "key": pgettext_lazy("register field", "Key"),
    "name": pgettext_lazy("register field", "Name"),
    "language": pgettext_lazy("register field", "Language of the name"),
    "reading": pgettext_lazy("register field", "Reading"),
    "english": pgettext_lazy("register field", "English name"),
    "other_names": pgettext_lazy("register field", "Other names"),
    "identifiers": pgettext_lazy("register field", "Identifiers"),
    "country": pgettext_lazy("register field", "Country"),
    "region": pgettext_lazy("register field", "Region"),
    "municipality": pgettext_lazy("register field", "Municipality"),
    "address": pgettext_lazy("register field", "Address"),
    "industry_scheme": pgettext_lazy("register field", "Classification"),
    "industry": pgettext_lazy("register field", "Industry"),
    "capital": pgettext_lazy("register field", "Capital"),
    "currency": pgettext_lazy("register field", "Currency"),
    "listed": pgettext_lazy("register field", "Listed"),
    "consolidated": pgettext_lazy("register field", "Consolidated accounts"),
    "fiscal_year_end": pgettext_lazy("register field", "End of the fiscal year"),
    "kind": pgettext_lazy("register field", "Kind"),
    "foreign": pgettext_lazy("register field", "Foreign"),
    "status": pgettext_lazy("register field", "Status"),
    "updated_on": pgettext_lazy("register field", "Updated on"),
}

KINDS = {
    "new": pgettext_lazy("rows of an import", "New"),
    "changed": pgettext_lazy("rows of an import", "Changed"),
    "same": pgettext_lazy("rows of an import", "Same"),
    "gone": pgettext_lazy("rows of an import", "Gone"),
    "rejected": pgettext_lazy("rows of an import", "Rejected"),
}

STATES = {
    State.RECEIVED: pgettext_lazy("state of an import", "Received"),
    State.READING: pgettext_lazy("state of an import", "Reading"),
    State.UNMAPPED: pgettext_lazy("state of an import", "Columns to be named"),
    State.PLANNED: pgettext_lazy("state of an import", "To be confirmed"),
    State.APPLYING: pgettext_lazy("state of an import", "Importing"),
    State.APPLIED: pgettext_lazy("state of an import", "Imported"),
    State.UNDONE: pgettext_lazy("state of an import", "Undone"),
    State.REFUSED: pgettext_lazy("state of an import", "Refused"),
    State.DISCARDED: pgettext_lazy("state of an import", "Discarded"),
    State.CANCELLED: pgettext_lazy("state of an import", "Cancelled"),
    State.INTERRUPTED: pgettext_lazy("state of an import", "Interrupted"),
    State.OUTDATED: pgettext_lazy("state of an import", "Outdated"),
}

FORMATS = {
    "edinet": _("EDINET code list (Japan)"),
    "nta": _("Corporate numbers, all (Japan)"),
    "nta-diff": _("Corporate numbers, changes (Japan)"),
    "csv": _("Another table, whose columns I name"),
}

ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "cp932": "Shift_JIS (CP932)",
    "gb18030": "GB18030",
    "cp874": "TIS-620 (CP874)",
}

DELIMITERS = {
    ",": pgettext_lazy("delimiter", "comma"),
    "\t": pgettext_lazy("delimiter", "tab"),
    ";": pgettext_lazy("delimiter", "semicolon"),
    "|": pgettext_lazy("delimiter", "vertical bar"),
}

#: Names of the languages in which a register may write its names.
LANGUAGES = {
    "ja": _("Japanese"),
    "zh-hans": _("Simplified Chinese"),
    "th": _("Thai"),
    "en": _("English"),
    "ko": _("Korean"),
    "vi": _("Vietnamese"),
    "de": _("German"),
    "fr": _("French"),
}

#: The language in which a country's registers are written, as an HTML `lang`.
LANGUAGE_OF_COUNTRY = {
    "JP": "ja",
    "CN": "zh-Hans",
    "TH": "th",
    "KR": "ko",
    "VN": "vi",
    "DE": "de",
    "FR": "fr",
}

#: What a column of an unknown table may be said to hold, in the order of the choice.
MAPPABLE = (
    "name",
    "reading",
    "english",
    "other_names",
    "key",
    *(f"identifier:{scheme}" for scheme in SCHEMES),
    *(field for field in MAPPING_FIELDS if field not in {"name", "reading", "english", "other_names", "key"}),
)


def field_label(field: str) -> str:
    """What a field of a register row is called; an identifier goes by its scheme's own title."""
    scheme = SCHEMES.get(field.removeprefix("identifier:"))
    return scheme.title if scheme else str(FIELDS.get(field, field))


def encoding_label(decoder: str) -> str:
    """A decoder's name as people know it; nothing for a workbook."""
    return shown(decoder) if decoder else ""
