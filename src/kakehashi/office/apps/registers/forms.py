"""What the import pages ask: a file, how to read it, and which column holds what."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from kakehashi.kernel import Json
from kakehashi.office.apps.registers import labels
from kakehashi.office.apps.registers.layout import CSV, mapping_as_json
from kakehashi.office.apps.registers.queries import free_code
from kakehashi.office.core.countries import country_choices
from kakehashi.registers.mapping import Mapping as ColumnMapping

_CHOOSE = ("", pgettext_lazy("choice", "Choose"))
_AUTOMATIC = ("", pgettext_lazy("choice", "Recognise automatically"))


class ReadingForm(forms.Form):
    """How a file is to be read; everything may be left to be recognised."""

    format = forms.ChoiceField(
        label=_("Register"), required=False, choices=[_AUTOMATIC, *labels.FORMATS.items()]
    )
    encoding = forms.ChoiceField(
        label=_("Encoding"), required=False, choices=[_AUTOMATIC, *labels.ENCODINGS.items()]
    )
    sheet = forms.CharField(
        label=_("Sheet"),
        required=False,
        max_length=100,
        help_text=_("For a workbook; otherwise its first sheet is read."),
    )

    def options(self) -> dict[str, Json]:
        """What Import.options is to hold."""
        return {
            name: self.cleaned_data[name]
            for name in ("format", "encoding", "sheet")
            if self.cleaned_data[name]
        }


class FileForm(ReadingForm):
    """A file to import."""

    file = forms.FileField(label=_("File"), allow_empty_file=True)
    field_order = ("file", "format", "encoding", "sheet")


class MappingForm(forms.Form):
    """Which column of an unknown table holds what, and which register the table feeds."""

    register = forms.ChoiceField(label=_("Register"), required=False)
    name = forms.CharField(label=_("Name of the new register"), required=False, max_length=120)
    country = forms.ChoiceField(
        label=_("Country or region"), help_text=_("Where a row does not say otherwise.")
    )
    language = forms.ChoiceField(
        label=_("Language of the names"), choices=[_CHOOSE, *labels.LANGUAGES.items()]
    )
    as_of = forms.DateField(
        label=_("As of"), required=False, help_text=_("The date to which the table applies, if it is known.")
    )
    complete = forms.BooleanField(
        label=_("The file states the whole register"),
        required=False,
        initial=True,
        help_text=_("Then the dry run also shows which rows are gone. Untick it for a list of changes."),
    )

    def __init__(
        self, *args: Any, columns: Sequence[str], registers: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        new = ("", pgettext_lazy("choice", "A new register"))
        self.fields["register"].choices = [new, *registers]  # type: ignore[attr-defined]
        self.fields["country"].choices = [_CHOOSE, *country_choices()]  # type: ignore[attr-defined]
        self.fields["as_of"].widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        choices = [("", pgettext_lazy("choice", "Not used")), *_field_choices()]
        for number, column in enumerate(columns):
            self.fields[f"column_{number}"] = forms.ChoiceField(label=column, required=False, choices=choices)
        self._columns = tuple(columns)

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        if not values.get("register") and not values.get("name"):
            self.add_error("name", _("Give the new register a name, or choose an existing one."))
        chosen = [values.get(f"column_{number}") for number in range(len(self._columns))]
        for number, field in enumerate(chosen):
            if field and field in chosen[:number]:
                self.add_error(
                    f"column_{number}", _("Another column already holds this. Choose one of the two.")
                )
        if "name" not in chosen:
            self.add_error(None, _("Choose the column that holds the name of the company."))
        return values

    def columns_by_field(self) -> dict[str, str]:
        """Field → column, as chosen."""
        return {
            self.cleaned_data[f"column_{number}"]: column
            for number, column in enumerate(self._columns)
            if self.cleaned_data.get(f"column_{number}")
        }

    def column_fields(self) -> list[forms.BoundField]:
        return [self[f"column_{number}"] for number in range(len(self._columns))]

    def options(self, before: Mapping[str, Json]) -> dict[str, Json]:
        """What Import.options is to hold from now on; how the file is read stays as in `before`."""
        values = self.cleaned_data
        code = values["register"] or free_code(name=values["name"], country=values["country"])
        mapping = ColumnMapping(
            columns=self.columns_by_field(),
            country=values["country"],
            language=values["language"],
            complete=values["complete"],
            register=code,
        )
        return {
            **before,
            "format": CSV,
            "register": code,
            "name": {get_language() or "en": values["name"]},
            "country": values["country"],
            "as_of": values["as_of"].isoformat() if values["as_of"] else "",
            "mapping": mapping_as_json(mapping),
        }


def _field_choices() -> list[tuple[str, str]]:
    return [(field, labels.field_label(field)) for field in labels.MAPPABLE]
