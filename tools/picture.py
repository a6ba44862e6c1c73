"""Draws docs/architecture.svg from the code itself: packages as boxes, real imports as lines between them.

python -m tools.picture          write the picture
python -m tools.picture check    fail when the picture no longer matches the code
"""

import ast
import sys
from dataclasses import dataclass
from html import escape
from pathlib import Path

import grimp

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "architecture.svg"
SOURCE = ROOT / "src"

#: The office, from the pages that see everything down to the core: each may import those below it.
OFFICE = (
    "kakehashi.cli",
    "kakehashi.office.demo",
    "kakehashi.office.apps.desk",
    "kakehashi.office.apps.targeting",
    "kakehashi.office.apps.places",
    "kakehashi.office.apps.organisations",
    "kakehashi.office.apps.registers",
    "kakehashi.office.apps.accounts",
    "kakehashi.office.core",
)
#: The engines, likewise.
ENGINES = (
    "kakehashi.targeting",
    "kakehashi.places",
    "kakehashi.registers",
    "kakehashi.tables",
    "kakehashi.names",
    "kakehashi.kernel",
)
WIDTH, TOP, BOX = 1120, 64, 56
LEFT, RIGHT, BREADTH = 30, 590, 460
STEP_OFFICE, STEP_ENGINES = 76, 122
PAPER, SAND, MIST, INK, LINE, QUIET = "#ffffff", "#f6efe3", "#e9f3f1", "#1d2b2a", "#5f8a86", "#5c6b69"

FONT = 'font-family="system-ui, sans-serif"'
LEGEND = (
    "Within a column each package may import those below it. Everything may import the kernel. "
    "Lines are real imports."
)


@dataclass(frozen=True)
class Box:
    package: str
    x: float
    y: float
    fill: str

    @property
    def middle(self) -> float:
        return self.y + BOX / 2


def boxes() -> dict[str, Box]:
    office = {name: Box(name, LEFT, TOP + n * STEP_OFFICE, SAND) for n, name in enumerate(OFFICE)}
    engines = {name: Box(name, RIGHT, TOP + n * STEP_ENGINES, MIST) for n, name in enumerate(ENGINES)}
    return office | engines


def purpose(package: str) -> str:
    """The first sentence of the package's docstring, cut to what a box holds."""
    path = SOURCE.joinpath(*package.split("."), "__init__.py")
    sentence = (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").split("\n")[0]
    return sentence.split(":")[0].rstrip(".")


def edges(names: list[str]) -> list[tuple[str, str]]:
    """(importer, imported) for every pair of drawn packages in which some module imports the other."""
    graph = grimp.build_graph("kakehashi", cache_dir=None)
    pairs = [(a, b) for a in names for b in names if a != b]
    return [(a, b) for a, b in pairs if graph.find_shortest_chains(a, b) and _directly(graph, a, b)]


def _directly(graph: grimp.ImportGraph, importer: str, imported: str) -> bool:
    inside = {importer, *graph.find_descendants(importer)}
    target = {imported, *graph.find_descendants(imported)}
    return any(graph.find_modules_directly_imported_by(module) & target for module in inside)


def draw() -> str:
    drawn = boxes()
    height = TOP + len(OFFICE) * STEP_OFFICE + 30
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" {FONT}>',
        "<title>The office on the left, the engines on the right; a line leads to what a package imports</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="{PAPER}"/>',
        _heading(LEFT, "The office and the command line (Django)"),
        _heading(RIGHT, "The engines (no Django, no network, no clock)"),
    ]
    for importer, imported in edges(list(drawn)):
        if imported != "kakehashi.kernel" and not (importer in OFFICE and imported in OFFICE):
            parts.append(_line(drawn[importer], drawn[imported]))
    parts += [_box(box) for box in drawn.values()]
    parts.append(_note(height - 12, LEGEND))
    return "\n".join([*parts, "</svg>\n"])


def _heading(x: float, words: str) -> str:
    return f'<text x="{x}" y="40" font-size="14" font-weight="600" fill="{QUIET}">{escape(words)}</text>'


def _note(y: float, words: str) -> str:
    return f'<text x="{LEFT}" y="{y}" font-size="12" fill="{QUIET}">{escape(words)}</text>'


def _line(a: Box, b: Box) -> str:
    """From the office straight across; between engines an arc on the right."""
    if a.x == b.x:
        x, bend = a.x + BREADTH, 12 + (b.y - a.y) / 9
        path = f"M{x} {a.middle:.0f} C{x + bend:.0f} {a.middle:.0f} {x + bend:.0f} {b.middle:.0f} {x} {b.middle:.0f}"
    else:
        x1, x2 = a.x + BREADTH, b.x
        path = f"M{x1} {a.middle:.0f} C{x1 + 80} {a.middle:.0f} {x2 - 80} {b.middle:.0f} {x2} {b.middle:.0f}"
    return f'<path d="{path}" fill="none" stroke="{LINE}" stroke-width="1.3"/>'


def _box(box: Box) -> str:
    name = box.package.removeprefix("kakehashi.")
    words = purpose(box.package)
    return (
        f'<rect x="{box.x}" y="{box.y}" width="{BREADTH}" height="{BOX}" rx="8" fill="{box.fill}" stroke="{LINE}"/>'
        f'<text x="{box.x + 16}" y="{box.y + 23}" font-size="15" font-weight="600" fill="{INK}">{escape(name)}</text>'
        f'<text x="{box.x + 16}" y="{box.y + 43}" font-size="12" fill="{INK}">{escape(words)}</text>'
    )


def main(command: str) -> int:
    picture = draw()
    if command == "check":
        if not PICTURE.exists() or PICTURE.read_text(encoding="utf-8") != picture:
            print("docs/architecture.svg no longer matches the code: run python -m tools.picture")
            return 1
        return 0
    PICTURE.write_text(picture, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
