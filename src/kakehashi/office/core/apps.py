"""Registers the core with Django."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "kakehashi.office.core"
    label = "core"
