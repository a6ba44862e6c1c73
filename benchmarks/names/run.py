"""Measures the names engine beside its peers and writes `results.json` and `results.md` beside this file.

    python benchmarks/names/run.py [--size 300] [--without-brands]

Retrieval: find the right name among up to 300, for organisations of the half that nothing was fitted to.
Decisions: each right name beside the likeliest wrong one of a random fifty, and beside a random one. Rates
are per second of processor time on one core. The peer romanises with anyascii (ISC) and ranks with
token_set_ratio of rapidfuzz. `--without-brands` leaves out the short list of well-known brands
(`aliases.tsv`), which our own Chinese cases partly overlap.
"""

import argparse
import csv
import json
import platform
import random
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from pairs import CASES, Pair, Task, is_held_out, name_bench, sample, tasks
from rapidfuzz.fuzz import token_set_ratio

from kakehashi.names import compare, fold, lexicon, prepare, search_keys
from kakehashi.names.comparing import score_of

HERE = Path(__file__).parent
SEED = 5
Result = dict[str, float | int | str | None]


def answers(task: Task, size: int) -> tuple[list[Pair], list[Pair]]:
    """Held-out queries, and a list with the right names of all of them, filled up to the size."""
    asked = sample(task.half(held_out=True), size=size, seed=SEED)
    return asked, asked + sample(task.half(held_out=False), size=max(0, size - len(asked)), seed=1)


def retrieval(task: Task, size: int) -> Result:
    """Top-1, top-10, decisions and rates of one task; a tie counts in part."""
    asked, listed = answers(task, size)
    started = time.process_time()
    queries = [prepare(pair.left, language=task.left) for pair in asked]
    names = [prepare(pair.right, language=task.right) for pair in listed]
    prepared = time.process_time() - started
    started = time.process_time()
    table = [[score_of(query, name) for name in names] for query in queries]
    compared = time.process_time() - started
    chance = random.Random(SEED)
    said = {"right": 0, "hard": 0, "random": 0}
    for number, query in enumerate(queries):
        others = chance.sample([place for place in range(len(names)) if place != number], 50)
        hard = max(others, key=lambda place: table[number][place])
        for kind, place in (("right", number), ("hard", hard), ("random", others[0])):
            said[kind] += compare(query, names[place]).decision == "same"
    return {
        "task": task.code,
        "queries": len(asked),
        "names": len(listed),
        **ranks(table),
        **{f"peer_{name}": value for name, value in ranks(peer(asked, listed)).items()},
        "recall": said["right"] / len(asked),
        "precision_hard": share(said["right"], said["hard"]),
        "precision_random": share(said["right"], said["random"]),
        "comparisons_per_second": round(len(asked) * len(listed) / compared),
        "prepared_per_second": round((len(asked) + len(listed)) / prepared),
    }


def share(right: int, wrong: int) -> float | None:
    """Precision, unknown where nothing was said."""
    return right / (right + wrong) if right + wrong else None


def ranks(table: list[list[float]]) -> dict[str, float]:
    """The share of queries of which the right name is first, and among the first ten."""
    first = ten = 0.0
    for number, scores in enumerate(table):
        above = sum(score > scores[number] for score in scores)
        equal = sum(score == scores[number] for score in scores)
        first += above == 0 and 1 / equal
        ten += above < 10
    return {"top1": first / len(table), "top10": ten / len(table)}


def peer(asked: list[Pair], listed: list[Pair]) -> list[list[float]]:
    """The table of token_set_ratio over romanised names."""
    romanised = romaniser()
    names = [romanised(pair.right) for pair in listed]
    return [[token_set_ratio(romanised(pair.left), name) for name in names] for pair in asked]


def romaniser() -> Callable[[str], str]:
    """anyascii in small letters, or the folded name where anyascii is not installed."""
    try:
        from anyascii import anyascii
    except ImportError:
        return fold
    return lambda text: str(anyascii(text)).lower()


def bench(cases: list[tuple[str, str, bool]], name: str) -> Result:
    """Precision, recall and F1 at a score of a half, and the peer's best F1 over all thresholds."""
    scored = [(compare(left, right).score, same) for left, right, same in cases]
    romanised = romaniser()
    rivals = [(token_set_ratio(romanised(left), romanised(right)), same) for left, right, same in cases]
    best = max(f1(rivals, level)[2] for level in range(50, 101))
    precision, recall, value = f1(scored, 0.5)
    return {
        "cases": name,
        "pairs": len(cases),
        "precision": precision,
        "recall": recall,
        "f1": value,
        "peer_f1": best,
    }


def f1(scored: list[tuple[float, bool]], level: float) -> tuple[float, float, float]:
    """Precision, recall and F1 of saying `same` from a level on."""
    right = sum(score >= level and same for score, same in scored)
    said = sum(score >= level for score, _ in scored)
    true = sum(same for _, same in scored)
    return right / max(said, 1), right / max(true, 1), 2 * right / max(said + true, 1)


def own_cases() -> list[tuple[str, str, bool]]:
    """Our open benchmark of names in CJK and Thai."""
    with (CASES / "cjk_thai_name_bench.csv").open(encoding="utf-8", newline="") as file:
        return [(row["name1"], row["name2"], row["is_match"] == "true") for row in csv.DictReader(file)]


def key_rates() -> Result:
    """Search keys of real register rows: with the kana that the register gives, and without."""
    task = next((task for task in tasks() if task.code == "ja-en"), tasks()[0])
    kana = next((task for task in tasks() if task.code == "kana-en"), tasks()[0])
    names = [(one.left, other.left) for one, other in zip(task.pairs, kana.pairs, strict=False)]
    search_keys(name="株式会社日立製作所", language="ja")
    found: Result = {"names": len(names)}
    for kind, given in (("with_reading", True), ("without_reading", False)):
        started = time.process_time()
        for name, reading in names:
            search_keys(name=name, language="ja", reading=reading if given else None)
        found[f"search_keys_{kind}"] = round(len(names) / (time.process_time() - started))
    started = time.process_time()
    for name, _ in names:
        fold(name)
    found["fold"] = round(len(names) / (time.process_time() - started))
    return found


def measure(size: int) -> dict[str, object]:
    """Everything."""
    held = [one for one in name_bench() if is_held_out(min(one[0], one[1]))]
    sets = [(own_cases(), "cjk_thai_name_bench")]
    sets += [(name_bench(), "name_bench, organisations"), (held, "name_bench, held-out half")] if held else []
    return {
        "measured_on": f"{datetime.now(UTC):%Y-%m-%d}",
        "machine": f"{platform.machine()}, Python {platform.python_version()}",
        "retrieval": [retrieval(task, size) for task in tasks()],
        "benches": [bench(cases, name) for cases, name in sets],
        "keys": key_rates(),
    }


def table(rows: list[Result]) -> str:
    """Rows as Markdown."""
    columns = list(rows[0])
    lines = ["| " + " | ".join(columns) + " |", "|" + "---|" * len(columns)]
    for row in rows:
        cells = (f"{value:.3f}" if isinstance(value, float) else str(value) for value in row.values())
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def main() -> None:
    """Measures, prints and writes."""
    parser = argparse.ArgumentParser(description="Measures the names engine.")
    parser.add_argument("--size", type=int, default=300)
    parser.add_argument("--without-brands", action="store_true")
    given = parser.parse_args()
    if given.without_brands:
        lexicon.brands = tuple
        print(
            json.dumps(
                [retrieval(task, given.size) for task in tasks() if task.code.startswith(("zh", "th"))]
            )
        )
        return
    found = measure(given.size)
    command = [sys.executable, __file__, "--without-brands", "--size", str(given.size)]
    plain = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    found["retrieval_without_brands"] = plain
    text = "\n\n".join(
        (
            "# Names",
            f"Measured {found['measured_on']} on {found['machine']}; rates per processor second, one core.",
            table(found["retrieval"]),  # type: ignore[arg-type]
            "Without the list of well-known brands:",
            table(plain),
            table(found["benches"]),  # type: ignore[arg-type]
            table([found["keys"]]),  # type: ignore[list-item]
        )
    )
    (HERE / "results.json").write_text(
        json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    (HERE / "results.md").write_text(text + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
