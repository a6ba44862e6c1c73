"""Addresses of the places app."""

from django.urls import path

from kakehashi.office.apps.places import views

app_name = "places"
urlpatterns = [path("", views.index, name="list")]
