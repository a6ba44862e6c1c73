"""Signing in and out, and the two things a person may switch on every page: the language and the theme."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import views as auth_views
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kakehashi.office.apps.accounts.actions import choose_language, choose_theme, note_sign_in
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.accounts.queries import demo_accounts
from kakehashi.office.core.sentences import sentence


@method_decorator(login_not_required, name="dispatch")
class SignIn(auth_views.LoginView):
    template_name = "core/sign_in.html"
    redirect_authenticated_user = True
    extra_context = {"demo_accounts": demo_accounts}  # noqa: RUF012

    def form_valid(self, form):  # type: ignore[no-untyped-def]
        response = super().form_valid(form)
        note_sign_in(form.get_user())
        return response


class SignOut(auth_views.LogoutView):
    next_page = "sign-in"


class ChangePassword(auth_views.PasswordChangeView):
    template_name = "accounts/change_password.html"
    success_url = reverse_lazy("desk")

    def form_valid(self, form):  # type: ignore[no-untyped-def]
        messages.success(self.request, _("Your password has been changed."))
        return super().form_valid(form)


@login_not_required
@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Remembers the language with the person, and with the browser for the sign-in page."""
    language = request.POST.get("language", "")
    response = redirect(_back(request))
    if language in dict(settings.LANGUAGES):
        choose_language(user=_signed_in(request), language=language)
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            language,
            max_age=settings.LANGUAGE_COOKIE_AGE,
            samesite="Lax",
        )
    return response


@require_POST
def set_theme(request: HttpRequest) -> HttpResponse:
    theme = request.POST.get("theme", "")
    user = _signed_in(request)
    if user and theme in User.Theme.values:
        choose_theme(user=user, theme=theme)
    return redirect(_back(request))


def locked_out(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
    """The page after too many wrong passwords."""
    return render(
        request, "core/error.html", {"status": 429, "what": sentence("accounts.locked_out", {})}, status=429
    )


def _signed_in(request: HttpRequest) -> User | None:
    return None if isinstance(request.user, AnonymousUser) else request.user


def _back(request: HttpRequest) -> str:
    here = request.POST.get("next", "") or request.META.get("HTTP_REFERER", "")
    if url_has_allowed_host_and_scheme(here, allowed_hosts={request.get_host()}):
        return here
    return reverse("desk")
