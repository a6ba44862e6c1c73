"""What axe finds wrong with a page against WCAG 2.2 AA."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def faults(page: Page) -> list[str]:
    """One line a fault, none where all is well. The window is as tall as the page: no bar covers a link."""
    size = page.viewport_size
    assert size
    tall = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": size["width"], "height": min(int(tall) + 80, 30_000)})
    result = Axe().run(page, options={"runOnly": RULES})
    page.set_viewport_size(size)
    return [
        f"{page.url}: {violation['id']} at {node['target']}"
        for violation in result.response["violations"]
        for node in violation["nodes"]
    ]
