"""Addresses of the accounts app (at the root of the site, since every page uses them)."""

from django.urls import path

from kakehashi.office.apps.accounts import views

urlpatterns = [
    path("sign-in/", views.SignIn.as_view(), name="sign-in"),
    path("sign-out/", views.SignOut.as_view(), name="sign-out"),
    path("account/password/", views.ChangePassword.as_view(), name="change-password"),
    path("preferences/language/", views.set_language, name="set-language"),
    path("preferences/theme/", views.set_theme, name="set-theme"),
]
