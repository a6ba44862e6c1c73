"""Addresses of the targeting app."""

from django.urls import path

from kakehashi.office.apps.targeting import views

app_name = "targeting"
urlpatterns = [path("", views.index, name="list"), path("new/", views.index, name="new")]
