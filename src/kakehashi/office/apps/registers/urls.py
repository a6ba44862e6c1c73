"""Addresses of the registers app."""

from django.urls import path

from kakehashi.office.apps.registers import views

app_name = "registers"
urlpatterns = [
    path("", views.register_list, name="list"),
    path("import/", views.new_import, name="import"),
    path("imports/", views.history, name="imports"),
    path("imports/<int:pk>/", views.import_page, name="import-page"),
    path("imports/<int:pk>/columns/", views.map_columns, name="import-columns"),
    path("imports/<int:pk>/confirm/", views.confirm, name="import-confirm"),
    path("imports/<int:pk>/discard/", views.discard, name="import-discard"),
    path("imports/<int:pk>/again/", views.again, name="import-again"),
    path("imports/<int:pk>/undo/", views.undo, name="import-undo"),
    path("imports/<int:pk>/file/", views.received_file, name="import-file"),
    path("imports/<int:pk>/rejected.csv", views.rejected_rows, name="import-rejected"),
    path("<slug:code>/", views.rows, name="rows"),
    path("<slug:code>/versions/", views.versions, name="versions"),
]
