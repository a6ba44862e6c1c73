"""Addresses of the organisations app."""

from django.urls import path

from kakehashi.office.apps.organisations import views

app_name = "organisations"
urlpatterns = [path("", views.index, name="list")]
