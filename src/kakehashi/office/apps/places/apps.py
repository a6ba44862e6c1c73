"""Registers the app with Django."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "kakehashi.office.apps.places"
    label = "places"
