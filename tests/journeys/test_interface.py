"""The interface in a real browser: open to everybody, by keyboard alone, light, dark, on desk and phone."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.accessibility import faults

pytestmark = pytest.mark.journey

Visit = Callable[..., Page]
PAGES = (
    "/",
    "/targets/",
    "/targets/1/",
    "/targets/new/",
    "/registers/",
    "/registers/import/",
    "/places/park/",
    "/journal/",
)


@pytest.mark.parametrize(("phone", "dark"), [(False, False), (False, True), (True, False), (True, True)])
def test_every_part_is_open_to_everybody(phone: bool, dark: bool, visit: Visit) -> None:
    """The page of parts; where there is a keyboard, with the list of keys and the palette open as well."""
    page = visit(phone=phone, dark=dark)
    page.goto("/parts/")
    assert not faults(page)
    if phone:
        return
    page.keyboard.press("?")
    expect(page.locator("dialog#keys")).to_be_visible()
    assert not faults(page)
    page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    expect(page.locator("dialog.palette")).to_be_visible()
    assert not faults(page)


@pytest.mark.parametrize(("phone", "dark", "language"), [(False, False, "zh-hans"), (True, True, "th")])
def test_every_page_of_the_walk_is_open_to_everybody(
    phone: bool, dark: bool, language: str, visit: Visit
) -> None:
    page = visit(language=language, phone=phone, dark=dark)
    for address in PAGES:
        page.goto(address)
        assert not faults(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (
            f"{address} is wider than the window"
        )


def test_the_keyboard_is_enough(visit: Visit) -> None:
    """Search and open, walk rows, go to a room, run a command, all without a pointer."""
    page = visit()
    page.keyboard.press("/")
    page.keyboard.type("トヨタ")
    expect(page.locator("#search-suggestions [role=option]").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    _is_at(page, re.compile("/organisations/"))
    page.keyboard.press("g")
    page.keyboard.press("t")
    _is_at(page, re.compile("/targets/$"))
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    _is_at(page, re.compile(r"/targets/\d+/$"))
    page.keyboard.press("Control+k")
    page.keyboard.type("journal")
    page.keyboard.press("Enter")
    _is_at(page, re.compile("/journal/"))


def _is_at(page: Page, address: re.Pattern[str]) -> None:
    """The page is there and its script has woken: keys pressed before that are nobody's."""
    expect(page).to_have_url(address)
    expect(page.locator("html.js")).to_be_attached()


def test_single_letters_can_be_switched_off(visit: Visit) -> None:
    """Somebody who speaks to the computer must be able to say words without commands being carried out."""
    page = visit()
    page.keyboard.press("?")
    page.locator("[data-keys-switch]").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("g")
    page.keyboard.press("t")
    page.keyboard.press("?")
    expect(page.locator("dialog#keys")).to_be_hidden()
    assert page.url.rstrip("/").endswith(page.evaluate("location.host"))


def test_the_theme_is_remembered_with_the_person(visit: Visit) -> None:
    page = visit("events")
    page.locator(".bar details.menu").last.locator("summary").click()
    page.locator("button[name=theme][value=dark]").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(19, 23, 22)"
    expect(visit("events").locator("html")).to_have_attribute("data-theme", "dark")


def test_a_map_is_drawn_from_our_own_files(visit: Visit) -> None:
    """`visit` fails when any other host is asked; the place stands in words beneath."""
    page = visit()
    page.goto("/parts/")
    page.locator(".map").scroll_into_view_if_needed()
    expect(page.locator(".map-canvas.is-live .map-pin")).to_have_text("苏州市相城区", timeout=60_000)
    expect(page.locator(".map figcaption")).to_contain_text("31.369°")


def test_weights_show_shares_of_the_whole(visit: Visit) -> None:
    page = visit()
    page.goto("/targets/new/")
    shares = page.locator(".weights output").all_inner_texts()
    assert sum(int(share.removesuffix("%")) for share in shares) == 100


def test_the_pages_work_without_scripts(visit: Visit) -> None:
    """What only a script can do is not shown; search and language stay forms."""
    page = visit()
    page.context.route(
        "**/dist/app.js*", lambda route: route.fulfill(body="", content_type="text/javascript")
    )
    page.goto("/targets/")
    expect(page.locator("[data-open-palette]")).to_be_hidden()
    page.fill("#search-box", "トヨタ")
    page.press("#search-box", "Enter")
    expect(page).to_have_url(re.compile("/search/"))
