"""What people do with their own account."""

from kakehashi.office.apps.accounts.models import User
from kakehashi.office.core import journal


def note_sign_in(user: User) -> None:
    journal.record(actor=user, action="signed_in", subject=user)


def choose_language(*, user: User | None, language: str) -> None:
    if user:
        User.objects.filter(pk=user.pk).update(language=language)


def choose_theme(*, user: User, theme: str) -> None:
    User.objects.filter(pk=user.pk).update(theme=theme)
