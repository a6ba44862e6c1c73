"""Addresses of the targeting app."""

from django.urls import path

from kakehashi.office.apps.targeting import views

app_name = "targeting"
urlpatterns = [
    path("", views.index, name="list"),
    path("new/", views.new, name="new"),
    path("new/ready/", views.ready, name="ready"),
    path("company/", views.company_panel, name="company-panel"),
    path("evidence/<slug:key>/", views.evidence_use, name="evidence-use"),
    path("restore/<int:entry>/", views.undo_delete, name="undo-delete"),
    path("take-back/<int:entry>/", views.take_back, name="take-back"),
    path("<int:pk>/", views.detail, name="detail"),
    path("<int:pk>/rename/", views.rename, name="rename"),
    path("<int:pk>/share/", views.share, name="share"),
    path("<int:pk>/repeat/", views.repeat, name="repeat"),
    path("<int:pk>/run-again/", views.run_again, name="run-again"),
    path("<int:pk>/delete/", views.delete, name="delete"),
    path("<int:pk>/export/", views.export_list, name="export"),
    path("<int:pk>/hand-over/", views.hand_over, name="hand-over"),
    path("<int:pk>/what-if/", views.what_if_preview, name="what-if"),
    path("<int:pk>/<int:rank>/", views.target, name="target"),
    path("<int:pk>/<int:rank>/reasons/<int:index>/", views.reason_evidence, name="reason-evidence"),
]
