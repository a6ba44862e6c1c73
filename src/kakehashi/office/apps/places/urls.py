"""Addresses of the places app."""

from django.urls import path

from kakehashi.office.apps.places import views

app_name = "places"
urlpatterns = [
    path("", views.index, name="list"),
    path("evidence/<slug:key>/", views.evidence, name="evidence"),
    path("chains/<slug:code>/", views.chain, name="chain"),
    path("<slug:code>/", views.detail, name="detail"),
]
