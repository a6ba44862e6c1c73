"""What people fill in about an organisation; the rules are in the actions."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kakehashi.names.identifiers import SCHEMES
from kakehashi.office.apps.accounts.access import colleagues_of
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.organisations.labels import LANGUAGES
from kakehashi.office.apps.organisations.models import Interaction, Name, Organisation
from kakehashi.office.core.countries import country_choices

EMPTY = ("", "–")
LANGUAGE_CHOICES = [EMPTY, *LANGUAGES.items()]
SCHEME_CHOICES = [EMPTY, *((code, scheme.title) for code, scheme in SCHEMES.items())]


def countries() -> list[tuple[str, str]]:
    """Every country by its name in the reader's language."""
    return [EMPTY, *country_choices()]


class PersonChoice(forms.ModelChoiceField[User]):
    """A colleague by name, with the team."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj} ({obj.team})" if obj.team else str(obj)


class FilterForm(forms.Form):
    """What the list is narrowed by; a value that cannot be understood narrows nothing."""

    q = forms.CharField(label=_("Name, number or address"), required=False, max_length=200)
    country = forms.ChoiceField(label=_("Country"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    assignee = forms.ChoiceField(label=_("Assigned to"), required=False)

    def __init__(self, data: Any, *, viewer: User, countries: list[tuple[str, str]]) -> None:
        super().__init__(data)
        everything = ("", pgettext_lazy("filter", "All"))
        people = [(str(person.pk), str(person)) for person in colleagues_of(viewer)]
        mine = [("me", _("Me")), ("nobody", _("Nobody"))]
        self._choose("country", [everything, *countries])
        self._choose("kind", [everything, *Organisation.Kind.choices])
        self._choose("assignee", [everything, *mine, *people])

    def chosen(self) -> dict[str, str]:
        """The values that can be understood."""
        self.is_valid()
        return {name: str(value) for name, value in self.cleaned_data.items() if value}

    def _choose(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices


class BasicsForm(forms.Form):
    name = forms.CharField(
        label=_("Name"),
        max_length=300,
        help_text=_("As the organisation writes it."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    language = forms.ChoiceField(label=_("Language of the name"), choices=LANGUAGE_CHOICES, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=Organisation.Kind.choices)
    country = forms.ChoiceField(label=_("Country"), choices=countries, required=False)
    industry = forms.CharField(label=_("Industry"), max_length=120, required=False)
    address = forms.CharField(label=_("Address"), max_length=500, required=False)


class NewForm(BasicsForm):
    scheme = forms.ChoiceField(label=_("Kind of identifier"), choices=SCHEME_CHOICES, required=False)
    value = forms.CharField(label=_("Identifier"), max_length=60, required=False)
    source = forms.CharField(
        label=_("Source"),
        max_length=200,
        required=False,
        help_text=_("Where this is known from: a web address, a card."),
    )
    confidential = forms.BooleanField(
        label=_("Only my team may see it"),
        required=False,
        help_text=_("For other teams it does not exist, in search neither."),
    )


class AssignForm(forms.Form):
    assignee = PersonChoice(
        label=_("Colleague"),
        queryset=User.objects.none(),
        empty_label=_("Choose a colleague"),
        widget=forms.Select(attrs={"autofocus": True}),
    )
    due_on = forms.DateField(
        label=_("Due on"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    message = forms.CharField(
        label=_("Message to the colleague"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, viewer: User, team_id: int | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = colleagues_of(viewer)
        field = self.fields["assignee"]
        assert isinstance(field, PersonChoice)
        field.queryset = people.filter(team_id=team_id) if team_id else people


class InteractionForm(forms.Form):
    text = forms.CharField(
        label=_("What was said or done"),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 5, "autofocus": True}),
        max_length=20_000,
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=Interaction.Kind.choices, initial=Interaction.Kind.NOTE)
    on = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))


class NoteForm(InteractionForm):
    team_only = forms.BooleanField(label=_("Only my team may read it"), required=False)


class NameForm(forms.Form):
    text = forms.CharField(label=_("Name"), max_length=300, widget=forms.TextInput(attrs={"autofocus": True}))
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGE_CHOICES, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=Name.Kind.choices)
    source = forms.CharField(label=_("Source"), max_length=200, required=False)


class IdentifierForm(forms.Form):
    scheme = forms.ChoiceField(label=_("Kind"), choices=SCHEME_CHOICES[1:])
    value = forms.CharField(label=_("Identifier"), max_length=60)
    source = forms.CharField(label=_("Source"), max_length=200, required=False)
