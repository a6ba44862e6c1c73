"""Addresses of background jobs: progress and cancellation."""

from django.urls import path

from kakehashi.office.core import views

app_name = "jobs"
urlpatterns = [
    path("<int:pk>/progress/", views.progress, name="progress"),
    path("<int:pk>/cancel/", views.cancel, name="cancel"),
]
