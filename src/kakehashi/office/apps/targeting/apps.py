"""Registers the app with Django."""

from django.apps import AppConfig


class TargetingConfig(AppConfig):
    name = "kakehashi.office.apps.targeting"
    label = "targeting"
