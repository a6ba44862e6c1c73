"""Shows a form on a page of its own: where a dialog cannot be, and where an answer needs another look."""

from collections.abc import Mapping

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kakehashi.kernel import WrongInput
from kakehashi.office.core.sentences import complaint


def refuse(form: forms.Form, problem: WrongInput, fields: Mapping[str, str]) -> None:
    """Puts what an action refused beside the field that it is about; `fields` is {beginning of the code:
    field}.
    """
    field = next((name for begin, name in fields.items() if problem.code.startswith(begin)), None)
    form.add_error(field, complaint(problem))


def form_page(
    request: HttpRequest,
    form: forms.Form,
    *,
    title: str,
    verb: str,
    back: str,
    about: str = "",
    danger: bool = False,
) -> HttpResponse:
    """The form with its title, its one button and the way back; 422 when it was sent and refused."""
    context = {"form": form, "title": title, "verb": verb, "back": back, "about": about, "danger": danger}
    return render(request, "organisations/form.html", context, status=422 if form.is_bound else 200)
