"""Registers the app with Django."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "kakehashi.office.apps.accounts"
    label = "accounts"
