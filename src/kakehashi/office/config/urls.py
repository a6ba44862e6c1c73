"""The address plan of the office."""

from django.urls import include, path

from kakehashi.office.core.health import healthz

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("", include("kakehashi.office.apps.accounts.urls")),
    path("", include("kakehashi.office.apps.desk.urls")),
    path("jobs/", include("kakehashi.office.core.urls")),
    path("registers/", include("kakehashi.office.apps.registers.urls")),
    path("organisations/", include("kakehashi.office.apps.organisations.urls")),
    path("places/", include("kakehashi.office.apps.places.urls")),
    path("targets/", include("kakehashi.office.apps.targeting.urls")),
]

handler400 = "kakehashi.office.core.errors.bad_request"
handler403 = "kakehashi.office.core.errors.forbidden"
handler404 = "kakehashi.office.core.errors.not_found"
handler500 = "kakehashi.office.core.errors.server_error"
