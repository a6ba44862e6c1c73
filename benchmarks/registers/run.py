"""Measures import and search of registers, and writes `results.json` and `results.md` beside this file.

    python benchmarks/registers/run.py [--edinet FILE.csv] [--sizes 25000,50000,100000] [--search 815000]

Every import runs in a process of its own, so that the peak of memory is its own. Times are wall-clock; the
processor's time is told beside them, since a shared machine stretches the former and not the latter.
"""

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from generate import MAPPING, companies, write  # noqa: E402

from kakehashi.registers import Mapping, Store, plan_table  # noqa: E402
from kakehashi.tables import open_table  # noqa: E402

#: Beside the checkout; left out of the results where it is absent.
EDINET = "shared/data/registers/edinet_codelist_20261005.cp932.csv"
COLUMNS = Mapping(columns=MAPPING, country="JP", language="ja", industry_scheme="tse33", currency="JPY")


def measure_import(file: Path, store: Path, *, layout: str) -> dict[str, Any]:
    """Dry run and writing of one file, with the peak memory of this process."""
    start, cpu = time.perf_counter(), time.process_time()
    mapping = COLUMNS if layout == "csv" else None
    plan = plan_table(open_table(file), format=layout, mapping=mapping, current=None, folder=store / "plan")
    planned = time.perf_counter()
    version = Store(store).write(plan.register, plan, created_at=datetime(2026, 1, 1, tzinfo=UTC), source={})
    written = time.perf_counter()
    folder = store / plan.register / version.name
    return {
        "rows_read": plan.read,
        "rows_kept": version.rows,
        "dry_run_s": round(planned - start, 2),
        "write_s": round(written - planned, 2),
        "cpu_s": round(time.process_time() - cpu, 2),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "rows_mb": round((folder / "rows.parquet").stat().st_size / 2**20, 1),
        "search_mb": round((folder / "search.sqlite").stat().st_size / 2**20, 1),
        "version": version.name,
        "register": plan.register,
    }


def measure_search(store: Path, register: str, version: str, rows: int) -> list[dict[str, Any]]:
    """Times of queries of each class, warm: each is asked three times and the slowest counts."""
    snapshot = Store(store).open(register, version)
    table = []
    for kind, queries in query_classes(rows).items():
        times = [max(_timed(snapshot, query) for _ in range(3)) for query in queries]
        found = sum(1 for query in queries if snapshot.search(query))
        table.append(
            {
                "class": kind,
                "queries": len(queries),
                "found": found,
                "p50_ms": round(statistics.median(times), 2),
                "p99_ms": round(sorted(times)[max(int(len(times) * 0.99) - 1, 0)], 2),
                "max_ms": round(max(times), 2),
            }
        )
    return table


def query_classes(rows: int) -> dict[str, list[str]]:
    """What people type, taken from the rows themselves."""
    sample = [each for number, each in enumerate(companies(min(rows, 40_000), seed=1)) if number % 400 == 0]
    bare = [
        each[1].replace("株式会社", "").replace("有限会社", "").replace("合同会社", "") for each in sample
    ]
    return {
        "full name": [each[1] for each in sample],
        "two characters": [each[:2] for each in bare],
        "inner two characters": [each[1:3] for each in bare if len(each) > 3],
        "three characters": [each[:3] for each in bare],
        "kana reading": [each[2][:5] for each in sample],
        "Latin prefix": [each[3][:6] for each in sample if each[3]],
        "simplified characters": ["丰田", "小松制作所", "东京", "大阪", "精机", "日立制作所", "滨松电机"],
        "corporate number": [each[0] for each in sample],
        "address": [each[4][3:9] for each in sample],
        "nothing to be found": ["株式会社龘龘龘", "qqzzxxyy", "ヴァヴァヴァヴァ", "ๆๆๆ", "東東東東"],
    }


def _timed(snapshot: Any, query: str) -> float:
    """Milliseconds of this thread's processor: what is asked is how much work it is, not who else is working."""
    start = time.thread_time()
    snapshot.search(query, limit=20)
    return (time.thread_time() - start) * 1000


def run_apart(file: Path, store: Path, layout: str) -> dict[str, Any]:
    """One import in a process of its own."""
    done = subprocess.run(
        [sys.executable, __file__, "--one", str(file), str(store), layout],
        check=True,
        capture_output=True,
        text=True,
    )
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def machine() -> dict[str, Any]:
    """What the figures were measured on."""
    about = Path("/proc/cpuinfo").read_text().splitlines()
    cpu = next((line.split(":")[1].strip() for line in about if "model name" in line), "")
    return {
        "cpu": cpu or platform.processor(),
        "cores": len(os.sched_getaffinity(0)),
        "python": platform.python_version(),
        "system": platform.platform(),
        "load_before": Path("/proc/loadavg").read_text().split()[0],
        "on": datetime.now(UTC).date().isoformat(),
    }


def markdown(results: dict[str, Any]) -> str:
    """The results as tables."""
    about = results["machine"]
    lines = [
        "# Registers: import and search",
        "",
        f"{about['cpu']}, {about['cores']} cores, Python {about['python']}, {about['system']}, "
        f"{about['on']}; load when it began: {about['load_before']}. {about['remark']}".rstrip(),
        "",
        "| file | rows read | kept | dry run s | write s | both, CPU s | peak MB | Parquet MB | search MB |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {name} | {each['rows_read']:,} | {each['rows_kept']:,} | {each['dry_run_s']} | {each['write_s']} "
        f"| {each['cpu_s']} | {each['peak_mb']} | {each['rows_mb']} | {each['search_mb']} |"
        for name, each in results["imports"].items()
    ]
    lines += [
        "",
        f"Search among {results['search_rows']:,} organisations, warm, 20 results, "
        "the slowest of three, processor time:",
        "",
    ]
    lines += ["| what is typed | queries | found | p50 ms | p99 ms | max ms |", "|---|---|---|---|---|---|"]
    lines += [
        "| "
        + " | ".join(str(each[name]) for name in ("class", "queries", "found", "p50_ms", "p99_ms", "max_ms"))
        + " |"
        for each in results["search"]
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Runs everything that was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--one", nargs=3, metavar=("FILE", "STORE", "FORMAT"), help=argparse.SUPPRESS)
    parser.add_argument("--edinet", type=Path, default=HERE.parents[2] / EDINET)
    parser.add_argument("--sizes", default="25000,50000,100000")
    parser.add_argument("--search", type=int, default=815_000, help="rows of the register to search in")
    parser.add_argument(
        "--keep", type=Path, help="make the files and stores here, and use those that are there"
    )
    parser.add_argument("--remark", default="", help="what else there is to know about the machine")
    parser.add_argument("--output", type=Path, default=HERE)
    asked = parser.parse_args()
    if asked.one:
        file, store, layout = asked.one
        print(json.dumps(measure_import(Path(file), Path(store), layout=layout)))
        return
    with tempfile.TemporaryDirectory() as folder:
        results = measure(asked.keep or Path(folder), asked)
    text = json.dumps(results, ensure_ascii=False, indent=1) + "\n"
    (asked.output / "results.json").write_text(text, encoding="utf-8")
    (asked.output / "results.md").write_text(markdown(results), encoding="utf-8")
    print(markdown(results))


def measure(folder: Path, asked: argparse.Namespace) -> dict[str, Any]:
    """All imports, then search in the largest register."""
    folder.mkdir(parents=True, exist_ok=True)
    results: dict[str, Any] = {"machine": {**machine(), "remark": asked.remark}, "imports": {}}
    if asked.edinet.is_file():
        results["imports"]["EDINET code list"] = import_once(asked.edinet, folder / "edinet", "edinet")
    for rows in [*map(int, filter(None, asked.sizes.split(","))), asked.search]:
        file = folder / f"{rows}.csv"
        if not file.exists():
            write(file, rows=rows, seed=1)
        results["imports"][f"generated, {rows:,}"] = import_once(file, folder / str(rows), "csv")
    last = results["imports"][f"generated, {asked.search:,}"]
    results["search_rows"] = asked.search
    results["search"] = measure_search(
        folder / str(asked.search), last["register"], last["version"], asked.search
    )
    return results


def import_once(file: Path, store: Path, layout: str) -> dict[str, Any]:
    """The figures of an import that was made and kept before, or of one that is made now."""
    kept = store / "figures.json"
    if not kept.exists():
        figures = run_apart(file, store, layout)
        kept.write_text(json.dumps(figures), encoding="utf-8")
    result: dict[str, Any] = json.loads(kept.read_text(encoding="utf-8"))
    return result


if __name__ == "__main__":
    main()
