"""The documents tell the truth about files: every relative link leads somewhere."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def test_every_relative_link_leads_to_a_file() -> None:
    """README files and everything below docs/."""
    documents = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    broken = [
        f"{document.relative_to(ROOT)}: {link}"
        for document in documents
        for link in LINK.findall(document.read_text(encoding="utf-8"))
        if "://" not in link and not link.startswith("mailto:") and not (document.parent / link).exists()
    ]
    assert not broken


def test_no_module_of_ours_is_too_long_to_read() -> None:
    """A file that nears 400 lines wants to be a package."""
    folders = ("src", "tests", "tools")
    modules = [
        path
        for folder in folders
        for path in (ROOT / folder).rglob("*.py")
        if path.parent.name != "migrations"
    ]
    long = {
        str(path.relative_to(ROOT)): n
        for path in modules
        if (n := len(path.read_text("utf-8").splitlines())) > 400
    }
    assert not long
