"""Registers the app with Django."""

from django.apps import AppConfig


class RegistersConfig(AppConfig):
    name = "kakehashi.office.apps.registers"
    label = "registers"
