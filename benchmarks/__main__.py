"""`make bench`: runs every benchmark one after the other; each prints its table and keeps it beside itself.

python -m benchmarks [NAME …]     names, registers, targeting, search, pages (default: all)
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
NAMES = ("names", "registers", "targeting", "search", "pages")


def main(chosen: list[str]) -> int:
    unknown = set(chosen) - set(NAMES)
    if unknown:
        print(f"There is no benchmark {', '.join(sorted(unknown))}. There are: {', '.join(NAMES)}.")
        return 2
    failed = []
    for name in chosen or NAMES:
        print(f"\n== {name} ==", flush=True)
        if subprocess.call([sys.executable, str(HERE / name / "run.py")]):
            failed.append(name)
    if failed:
        print(f"\nNot finished: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
