"""Every icon that a page names is in the sprite: one that is missing draws nothing and raises nothing."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OFFICE = ROOT / "src" / "kakehashi" / "office"
IN_TEMPLATES = re.compile(r"""\bicon(?:\s+|=)["']([a-z0-9-]+)["']""")


def _listed() -> set[str]:
    lines = (ROOT / "frontend" / "icons.txt").read_text().splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def _named() -> dict[str, Path]:
    return {name: path for path in OFFICE.rglob("*.html") for name in IN_TEMPLATES.findall(path.read_text())}


def test_every_icon_named_in_a_template_is_in_the_sprite() -> None:
    """`frontend/icons.txt` is the list from which the sprite is drawn."""
    missing = {name: str(path.relative_to(ROOT)) for name, path in _named().items() if name not in _listed()}
    assert not missing, f"add to frontend/icons.txt: {missing}"


def test_the_templates_are_read_at_all() -> None:
    """A pattern that stopped matching would let everything pass."""
    assert {"search", "target"} <= _named().keys()
