"""Addresses of the registers app."""

from django.urls import path

from kakehashi.office.apps.registers import views

app_name = "registers"
urlpatterns = [path("", views.index, name="list"), path("import/", views.index, name="import")]
