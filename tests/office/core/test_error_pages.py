"""Error pages say what happened and what to do, even when nothing else works."""

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from kakehashi.office.core.errors import server_error

STATUSES = (400, 403, 404, 413, 429, 500)


@pytest.mark.parametrize("status", STATUSES)
def test_an_error_page_needs_neither_a_request_nor_a_database(status: int) -> None:
    """The framework renders these templates with no context at all."""
    page = render_to_string(f"{status}.html")
    assert f"Error {status}" in page
    assert 'class="do"' in page


@pytest.mark.parametrize("status", STATUSES)
def test_the_office_renders_the_same_page_from_a_status(status: int) -> None:
    """`core/error.html` with a status is what the office's own handlers show."""
    assert render_to_string("core/error.html", {"status": status}) == render_to_string(f"{status}.html")


def test_a_sentence_of_the_caller_replaces_the_general_one() -> None:
    """A view that knows more about what happened says it."""
    page = render_to_string("core/error.html", {"status": 429, "what": "Ten wrong passwords."})
    assert "Ten wrong passwords." in page
    assert "For safety" not in page


@pytest.mark.parametrize(
    ("language", "tag"), [("en", "en"), ("zh-hans", "zh-Hans"), ("ja", "ja"), ("th", "th")]
)
def test_an_error_page_names_its_language(language: str, tag: str) -> None:
    """The `lang` attribute chooses the font."""
    with translation.override(language):
        assert f'<html lang="{tag}"' in render_to_string("500.html")


def test_the_page_after_a_fault_asks_nothing_of_the_database(
    rf: RequestFactory, db: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """The fault may have been the database's."""
    with django_assert_num_queries(0):
        assert server_error(rf.get("/")).status_code == 500
