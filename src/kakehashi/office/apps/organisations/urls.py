"""Addresses of the organisations app."""

from django.urls import path

from kakehashi.office.apps.organisations.views import company, listing, naming, records, work

app_name = "organisations"
urlpatterns = [
    path("", listing.index, name="list"),
    path("export/", listing.export, name="export"),
    path("new/", records.new, name="new"),
    path("new/similar/", records.similar, name="similar"),
    path("assign/", work.assign, name="assign"),
    path("note/", work.note, name="note"),
    path("adopt/", work.adopt, name="adopt"),
    path("undo/<int:entry>/", work.undo, name="undo"),
    path("row/<slug:register>/<path:key>/", company.row, name="row"),
    path("assignments/<int:pk>/done/", work.complete, name="assignment-done"),
    path("interactions/<int:pk>/edit/", work.edit_interaction, name="interaction-edit"),
    path("interactions/<int:pk>/delete/", work.delete_interaction, name="interaction-delete"),
    path("names/<int:pk>/remove/", naming.remove_name, name="name-remove"),
    path("identifiers/<int:pk>/remove/", naming.remove_identifier, name="identifier-remove"),
    path("<int:pk>/", company.detail, name="detail"),
    path("<int:pk>/edit/", records.edit, name="edit"),
    path("<int:pk>/delete/", records.delete, name="delete"),
    path("<int:pk>/confidential/", records.confidential, name="confidential"),
    path("<int:pk>/names/add/", naming.add_name, name="name-add"),
    path("<int:pk>/identifiers/add/", naming.add_identifier, name="identifier-add"),
]
