"""Registers the app with Django."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "kakehashi.office.apps.organisations"
    label = "organisations"
