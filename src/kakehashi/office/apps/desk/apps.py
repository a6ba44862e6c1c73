"""Registers the app with Django."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "kakehashi.office.apps.desk"
    label = "desk"
