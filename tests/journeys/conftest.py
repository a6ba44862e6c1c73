"""A demo workspace served for the journeys, and a browser that cannot reach anything else."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Route, sync_playwright
from tools.browser import find

#: The demo is prepared once for all journeys; on a slow machine that takes a minute.
PATIENCE = 240
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}


@dataclass(frozen=True)
class Served:
    """A running demo: its address and the folder of its workspace."""

    address: str
    home: Path


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """`kakehashi demo` as a new user runs it, on a free port."""
    home = tmp_path_factory.mktemp("demo")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("KAKEHASHI_", "DJANGO_"))
    }
    log = (home / "server.log").open("wb")
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "kakehashi",
            "demo",
            "--dir",
            str(home / "workspace"),
            "--port",
            str(port),
            "--no-browser",
        ],
        env=kept,
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(process, address, home / "server.log")
        yield Served(address=address, home=home / "workspace")
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


def _wait(process: "subprocess.Popen[bytes]", address: str, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=2):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    pytest.fail(f"the demo did not become ready:\n{log.read_text()}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find()
    if path is None:
        pytest.fail("no Chromium was found: run `make browser`")
    with sync_playwright() as playwright:
        flags = [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
        ]
        launched = playwright.chromium.launch(executable_path=path, args=flags)
        yield launched
        launched.close()


@pytest.fixture
def visit(browser: Browser, demo: Served) -> Iterator[Callable[..., Page]]:
    """Opens a page as one person, in her language; a request to any other host fails the test."""
    contexts: list[BrowserContext] = []
    strays: list[str] = []
    faults: list[str] = []

    def only_home(route: Route) -> None:
        if route.request.url.startswith((demo.address, "data:", "blob:")):
            route.continue_()
        else:
            strays.append(route.request.url)
            route.abort()

    def open_page(
        username: str = "officer",
        *,
        language: str = "en",
        phone: bool = False,
        dark: bool = False,
        may_fail: tuple[str, ...] = (),
    ) -> Page:
        def note(message: ConsoleMessage) -> None:
            if message.type == "error" and not message.location["url"].endswith(may_fail or ("\n",)):
                faults.append(f"{message.text} ({message.location['url']})")

        context = browser.new_context(
            base_url=demo.address,
            viewport=PHONE if phone else DESKTOP,  # type: ignore[arg-type]
            has_touch=phone,
            locale={"zh-hans": "zh-CN"}.get(language, language),
            color_scheme="dark" if dark else "light",
            accept_downloads=True,
        )
        contexts.append(context)
        context.route("**/*", only_home)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", note)
        if username:
            page.goto("/sign-in/")
            page.fill("input[name=username]", username)
            page.fill("input[name=password]", "bridge-demo-2026")
            page.press("input[name=password]", "Enter")
            page.wait_for_url(lambda url: "/sign-in/" not in url)
            if page.get_attribute("html", "lang") != {"zh-hans": "zh-Hans"}.get(language, language):
                page.evaluate(
                    """language => {
                        const form = document.querySelector('form[action="/preferences/language/"]');
                        const body = new FormData(form); body.set('language', language);
                        return fetch(form.action, {method: 'POST', body});
                    }""",
                    language,
                )
                page.reload()
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not strays, f"a page asked another host for {strays}"
    assert not faults, f"the browser reported {faults}"
