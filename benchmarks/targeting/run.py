"""Times ranking and re-weighting on seeded registers; results and machine are written beside this file."""

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
AS_OF = date(2026, 11, 23)
SIZES = (4_000, 10_000, 100_000, 815_000, 1_000_000)
#: rows → seconds that a ranking may take on two cores.
LIMITS = {4_000: 2.0, 815_000: 20.0, 1_000_000: 20.0}
GIBIBYTES = 4.0


def measure(*, rows: int, seed: int) -> dict[str, Any]:
    """One size, in this process: seconds to rank and to re-weigh, and the peak of memory."""
    from generator import candidates, place

    from kakehashi.targeting import Profile, rank, weigh

    frame = candidates(seed=seed, rows=rows)
    view = place(seed=seed, keys=frame["key"].to_list())
    before = _peak()
    started, working = time.perf_counter(), time.process_time()
    ranking = rank(candidates=frame, place=view, profile=Profile(spread={"node": 0.2}), as_of=AS_OF)
    ranked, worked = time.perf_counter(), time.process_time()
    weigh(ranking.assessment, profile=Profile(weights={"fills_gap": 1, "size": 2}))
    return {
        "rows": rows,
        "rank_seconds": round(ranked - started, 3),
        "rank_processor_seconds": round(worked - working, 3),
        "reweigh_seconds": round(time.perf_counter() - ranked, 3),
        "ranked": ranking.ranked,
        "listed": len(ranking.rows),
        "peak_gib": round(_peak(), 2),
        "peak_before_ranking_gib": round(before, 2),
        "fingerprint": ranking.fingerprint,
    }


def machine() -> dict[str, Any]:
    """What the figures were measured on."""
    import numpy
    import polars

    return {
        "cores": os.cpu_count(),
        "processor": platform.machine(),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "polars": polars.__version__,
        "numpy": numpy.__version__,
        "load_before": round(os.getloadavg()[0], 2),
    }


def report(results: dict[str, Any]) -> str:
    """The results as a page."""
    lines = [
        "# Targeting: ranking a register",
        "",
        "Seeded registers (`generator.py`), five chains of 18 links, 2,000 signals, 500 relations, six",
        "criteria; each size in a process of its own. `python benchmarks/targeting/run.py` measures again.",
        "The processor time is what two idle cores share; the clock also counts what else was running.",
        "",
        "| candidates | linked | by the clock, s | processor, s | limit, s | other weights, s | peak, GiB |",
        "|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for row in results["sizes"]:
        cells = [
            f"{row['rows']:,}",
            f"{row['ranked']:,}",
            f"{row['rank_seconds']:.2f}",
            f"{row['rank_processor_seconds']:.2f}",
            str(LIMITS.get(row["rows"], "")),
            f"{row['reweigh_seconds']:.2f}",
            f"{row['peak_gib']:.2f}",
        ]
        lines.append(f"| {' | '.join(cells)} |")
    told = ", ".join(f"{name} {value}" for name, value in results["machine"].items())
    when = f"Measured {results['measured_on']} (seed {results['seed']})"
    return "\n".join([*lines, "", f"{when}: {told}.", ""])


def main() -> int:
    """Runs every size, writes the results; 1 when `--check` was given and a limit is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, help="measure this size only and print it")
    parser.add_argument("--seed", type=int, default=20261123)
    parser.add_argument("--check", action="store_true", help="fail when a limit is broken; write nothing")
    options = parser.parse_args()
    if options.rows:
        print(json.dumps(measure(rows=options.rows, seed=options.seed)))
        return 0
    found = [_apart(rows, options.seed) for rows in SIZES]
    if options.check:
        return int(any(_breaks(each) for each in found))
    results = {
        "measured_on": time.strftime("%Y-%m-%d"),
        "seed": options.seed,
        "machine": machine(),
        "sizes": found,
    }
    (HERE / "results.json").write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    (HERE / "results.md").write_text(report(results), encoding="utf-8")
    print(report(results))
    return 0


def _apart(rows: int, seed: int) -> dict[str, Any]:
    command = [sys.executable, str(Path(__file__)), "--rows", str(rows), "--seed", str(seed)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    measured: dict[str, Any] = json.loads(done.stdout)
    return measured


def _breaks(each: dict[str, Any]) -> bool:
    """By the time of the processor, which does not depend on what else the machine is doing."""
    limit = LIMITS.get(each["rows"], float("inf"))
    return bool(each["peak_gib"] > GIBIBYTES or each["rank_processor_seconds"] > limit)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2


if __name__ == "__main__":
    sys.exit(main())
