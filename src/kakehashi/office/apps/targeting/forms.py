"""What is asked when a list is made, renamed, or handed on."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kakehashi.office.apps.accounts.access import colleagues_of
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.places.access import places_of
from kakehashi.office.apps.places.models import Place
from kakehashi.office.apps.registers.models import Register
from kakehashi.office.apps.registers.queries import current_registers
from kakehashi.office.apps.targeting.access import profiles_of
from kakehashi.office.apps.targeting.actions import Order
from kakehashi.office.apps.targeting.models import Profile
from kakehashi.office.core.multilingual import text_in
from kakehashi.targeting import CRITERIA

#: The longest list: what a team can read, and what a page can filter at once.
LONGEST = 1000
#: Largest share of the list that one node may take.
SHARES = [
    (100, pgettext_lazy("share of the list for one step", "as much as it earns")),
    (50, pgettext_lazy("share of the list for one step", "at most half")),
    (25, pgettext_lazy("share of the list for one step", "at most a quarter")),
    (10, pgettext_lazy("share of the list for one step", "at most a tenth")),
]


class WeightsForm(forms.Form):
    """One number from 0 to 100 for each criterion; only their proportions count."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for criterion in CRITERIA:
            self.fields[f"weight_{criterion.code}"] = forms.FloatField(
                min_value=0, max_value=100, initial=criterion.weight
            )

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        found = [values[name] for name in values if name.startswith("weight_")]
        if len(found) == len(CRITERIA) and not any(found):
            self.add_error(None, _("All weights are zero. Give at least one criterion a weight."))
        return values

    def weights(self) -> dict[str, float]:
        return {each.code: float(self.cleaned_data[f"weight_{each.code}"]) for each in CRITERIA}

    def shown_weights(self) -> dict[str, object]:
        """What the sliders stand at: what was sent, else where they begin."""
        return {each.code: self[f"weight_{each.code}"].value() for each in CRITERIA}


class OrderForm(WeightsForm):
    """What to rank, for which place, and how."""

    register = forms.ModelChoiceField(label=_("Register"), queryset=Register.objects.none(), empty_label=None)
    place = forms.ModelChoiceField(label=_("Place"), queryset=Place.objects.none(), empty_label=None)
    name = forms.CharField(label=_("Name of the list"), max_length=200)
    limit = forms.IntegerField(
        label=_("Length of the list"),
        min_value=1,
        max_value=LONGEST,
        initial=200,
        help_text=_("1 to 1,000 companies"),
    )
    max_share = forms.TypedChoiceField(
        label=_("One step of a chain may take"),
        coerce=int,
        choices=SHARES,
        initial=25,
        help_text=_("So that the list is not twenty of the same."),
    )
    profile = forms.ModelChoiceField(
        queryset=Profile.objects.none(), required=False, to_field_name="code", widget=forms.HiddenInput
    )
    save_as = forms.CharField(
        label=_("Keep these weights under a name"),
        max_length=80,
        required=False,
        help_text=_("For your next list."),
    )

    def __init__(self, *args: Any, viewer: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._choose("register", current_registers(), "code")
        self._choose(
            "place", places_of(viewer).filter(chains__isnull=False).distinct().order_by("pk"), "code"
        )
        self._choose("profile", profiles_of(viewer), "code")

    def _choose(self, name: str, rows: Any, key: str) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset, field.to_field_name = rows, key
        field.label_from_instance = lambda row: text_in(row.name)  # type: ignore[method-assign, assignment]

    def order(self) -> Order:
        values = self.cleaned_data
        return Order(
            name=values["name"],
            register=values["register"],
            place=values["place"],
            weights=self.weights(),
            limit=values["limit"],
            max_share=values["max_share"] / 100,
            profile=self._used_profile(values["profile"]),
        )

    def _used_profile(self, profile: Profile | None) -> Profile | None:
        """The saved weights, if they were not changed on the page."""
        if profile is None:
            return None
        saved = {each.code: float(profile.weights.get(each.code, 0)) for each in CRITERIA}
        return profile if saved == self.weights() else None


class NameForm(forms.Form):
    name = forms.CharField(label=_("Name of the list"), max_length=200)


class HandOverForm(forms.Form):
    """To whom the chosen companies go, until when, and with what words."""

    assignee = forms.ModelChoiceField(label=_("Colleague"), queryset=User.objects.none())
    due_on = forms.DateField(
        label=_("Until"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    message = forms.CharField(
        label=_("Message"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, viewer: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["assignee"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = colleagues_of(viewer)
