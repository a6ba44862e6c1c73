"""Addresses of the desk: the pages that look across, at the root of the site."""

from django.urls import path

from kakehashi.office.apps.desk import views

urlpatterns = [
    path("", views.desk, name="desk"),
    path("search/", views.search, name="search"),
    path("search/suggest/", views.suggest, name="search-suggest"),
    path("journal/", views.journal_page, name="journal"),
    path("journal/<int:pk>/restore/", views.restore, name="journal-restore"),
    path("parts/", views.parts, name="parts"),
]
