"""The first walk, in Japanese and in Chinese: from a downloaded register to explained targets."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.journeys.lists import next_list
from tests.journeys.words import Words

pytestmark = pytest.mark.journey

Visit = Callable[..., Page]
TOYOTA = "トヨタ自動車株式会社"
ROW = "tr[id^=target-]"


@pytest.mark.parametrize(("username", "language"), [("liaison", "ja"), ("officer", "zh-hans")])
def test_from_a_register_to_explained_targets(
    username: str, language: str, visit: Visit, tmp_path: Path
) -> None:
    """Steps 2 to 7: desk, import with dry run and undo, new list, company, search, export."""
    page, words = visit(username, language=language), Words(language)
    _lands_on_her_desk(page, words)
    _imports_a_register(page, words, tmp_path, language)
    _ranks_targets(page, words)
    _opens_a_company(page, words, language)
    _finds_it_again(page)
    _exports_the_list(page, words, tmp_path)
    _undoes_the_import(page, words)


def _lands_on_her_desk(page: Page, words: Words) -> None:
    for heading in ("Due", "Current target list", "What changed", "Registers in use"):
        expect(page.get_by_role("heading", name=re.compile(re.escape(words(heading)))).first).to_be_visible()


def _imports_a_register(page: Page, words: Words, tmp_path: Path, language: str) -> None:
    """She sees what the file would change, confirms, and watches."""
    upload = tmp_path / "EdinetcodeDlInfo.csv"
    upload.write_bytes(next_list(new_name=f"旅路機械{language}株式会社", renamed=f"改名{language}株式会社"))
    page.goto("/registers/import/")
    page.set_input_files("input[type=file]", upload)
    page.get_by_role("button", name=words("Show what it would change")).click()
    confirm = page.get_by_role("button", name=words("Confirm import"))
    expect(confirm).to_be_visible(timeout=60_000)
    stats = page.locator(".stats").inner_text()
    assert re.search(r"\b3,2\d\d\b", stats), "natural persons are counted"
    page.goto(page.url.split("?")[0] + "?kind=rejected")
    expect(page.locator("#rows")).to_contain_text("1234567890123")
    page.goto(page.url.split("?")[0] + "?kind=changed")
    expect(page.locator("#rows")).to_contain_text(f"改名{language}株式会社")
    page.get_by_role("button", name=words("Confirm import")).click()
    expect(page.get_by_role("link", name=words("See the rows"))).to_be_visible(timeout=60_000)
    page.evaluate("url => sessionStorage.setItem('import', url)", page.url)


def _ranks_targets(page: Page, words: Words) -> None:
    page.goto("/targets/new/")
    expect(page.get_by_role("heading", name=words("What counts, and how much"))).to_be_visible()
    page.get_by_role("button", name=words("Rank and freeze")).click()
    first = page.locator(ROW).first
    expect(first).to_be_visible(timeout=60_000)
    expect(first.locator(".why")).not_to_be_empty()
    under = page.locator(f"{ROW} + tr").first
    under.locator("summary").first.click()
    expect(under.locator(".more [class*=reason]").first).to_be_visible()
    page.evaluate("url => sessionStorage.setItem('list', url)", page.url)


def _opens_a_company(page: Page, words: Words, language: str) -> None:
    """Names, identifiers, address with its precision, register row; then she assigns it and writes a note."""
    page.locator(f"{ROW} a.row-link").nth(10).click()
    for heading in ("Names", "Identifiers", "Address"):
        expect(page.get_by_role("heading", name=words(heading)).first).to_be_visible()
    page.keyboard.press("a")
    dialog = page.locator("dialog#assign")
    dialog.locator("select").first.select_option(index=1)
    dialog.get_by_role("button", name=words("Assign")).click()
    expect(page).to_have_url(re.compile(r"/organisations/\d+/"))
    page.keyboard.press("n")
    note = {"ja": "来週、本社へ電話する。", "zh-hans": "下周给总部打电话。"}[language]
    page.locator("dialog#note textarea").fill(note)
    page.locator("dialog#note").get_by_role("button", name=words("Save")).click()
    expect(page.locator("#timeline")).to_contain_text(note)


def _finds_it_again(page: Page) -> None:
    """By every spelling, by corporate number, by address; suggestions come while she types."""
    for typed in ("トヨタ", "とよた", "Toyota", "丰田", "豊田", "1180301018771", "豊田市トヨタ町"):
        page.goto("/")
        page.keyboard.press("/")
        page.keyboard.type(typed)
        suggestions = page.locator("#search-suggestions")
        expect(suggestions).to_contain_text(re.compile(r"トヨタ|豊田"))
        page.keyboard.press("Escape")
        page.goto(f"/search/?q={typed}")
        expect(page.locator("main")).to_contain_text(TOYOTA)


def _exports_the_list(page: Page, words: Words, tmp_path: Path) -> None:
    """The rows that the filter shows, under headings in her language."""
    page.goto(page.evaluate("() => sessionStorage.getItem('list')") + "?listed=yes")
    shown = page.locator(ROW).count()
    with page.expect_download() as download:
        page.get_by_role("link", name=words("Export as XLSX")).first.click()
    path = tmp_path / "targets.xlsx"
    download.value.save_as(path)
    sheet = load_workbook(io.BytesIO(path.read_bytes()), read_only=True).worksheets[0]
    cells = [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None]
    assert words("Register key") in cells
    assert not any(cell.startswith(("=", "+", "@")) for cell in cells)
    assert shown > 0


def _undoes_the_import(page: Page, words: Words) -> None:
    page.goto(page.evaluate("() => sessionStorage.getItem('import')"))
    page.get_by_role("link", name=words("Undo")).click()
    page.get_by_role("button", name=words("Undo the import")).click()
    expect(page.get_by_role("heading", name=words("This import was undone"))).to_be_visible()
