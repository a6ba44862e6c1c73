"""Every page in a real browser, in two languages and two sizes: accessible, and never wider than the screen."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.journeys.accessibility import faults

pytestmark = pytest.mark.journey

Visit = Callable[..., Page]
PAGES = (
    "/",
    "/registers/",
    "/registers/import/",
    "/registers/imports/",
    "/registers/imports/1/",
    "/registers/jp-edinet/",
    "/registers/jp-edinet/versions/",
    "/organisations/",
    "/organisations/new/",
    "/organisations/1/",
    "/organisations/row/jp-edinet/E01946/",
    "/places/",
    "/places/park/",
    "/places/evidence/park-core-area/",
    "/places/chains/robotics-automation/?place=park",
    "/targets/",
    "/targets/new/",
    "/targets/1/",
    "/targets/1/1/",
    "/search/?q=東京",
    "/journal/",
    "/parts/",
    "/account/password/",
    "/nowhere/",
)


@pytest.mark.parametrize(
    ("language", "phone", "dark"),
    [("zh-hans", False, False), ("ja", True, True)],
    ids=["Chinese, desktop, light", "Japanese, phone, dark"],
)
def test_every_page_is_accessible_and_fits(language: str, phone: bool, dark: bool, visit: Visit) -> None:
    """One walk over all pages; every fault of every page is told at once."""
    page = visit("analyst", language=language, phone=phone, dark=dark, may_fail=("/nowhere/",))
    found = []
    for address in PAGES:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        found += faults(page)
        wide = page.evaluate("() => document.scrollingElement.scrollWidth - window.innerWidth")
        if wide > 0:
            found.append(f"{address}: {wide} px wider than the screen")
    assert not found, "\n".join(found)


def test_the_sign_in_page_is_accessible(visit: Visit) -> None:
    """Seen before anybody is known."""
    page = visit("")
    page.goto("/sign-in/")
    assert not faults(page)


def test_the_walk_needs_no_mouse(visit: Visit) -> None:
    """Search, palette, navigation and rows by the keyboard alone."""
    page = visit("officer", language="en")
    page.goto("/")
    page.keyboard.press("Control+k")
    page.keyboard.type("target")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/targets/" in url)
    page.keyboard.press("g")
    page.keyboard.press("t")
    page.wait_for_url("**/targets/")
    page.goto("/targets/1/")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/organisations/**")
    page.keyboard.press("?")
    assert page.locator("dialog[open]").count() == 1
