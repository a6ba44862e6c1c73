"""The labelled pairs: registers, our own cases and name_bench; each organisation is in one half only."""

import csv
import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parent / "cases"
SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
ORGANISATIONS = frozenset({"Company", "Organization", "LegalEntity"})


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names of one organisation; `key` identifies the organisation."""

    key: str
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Task:
    """Find the right name of a list: `left` and `right` are the languages of the two sides."""

    code: str
    left: str
    right: str
    pairs: tuple[Pair, ...]
    trains: bool = True

    def half(self, held_out: bool) -> list[Pair]:
        """The organisations of one half, chosen by a hash of their key."""
        return [pair for pair in self.pairs if is_held_out(pair.key) == held_out]


def is_held_out(key: str) -> bool:
    """Whether an organisation belongs to the half that nothing is fitted to."""
    return hashlib.md5(key.encode(), usedforsecurity=False).digest()[0] % 2 == 1


def tasks() -> list[Task]:
    """Every task of which the data is present."""
    found = [
        Task(
            "zh-ja", "zh", "ja", tuple(case_pairs("japanese_companies_in_chinese.csv", "name_zh", "name_ja"))
        ),
        Task(
            "zh-en", "zh", "en", tuple(case_pairs("japanese_companies_in_chinese.csv", "name_zh", "name_en"))
        ),
        Task("th-en", "th", "en", tuple(case_pairs("thai_companies.csv", "name_th", "name_en"))),
    ]
    if SHARED.is_dir():
        found = [
            Task("ja-en", "ja", "en", tuple(edinet_pairs(6))),
            Task("kana-en", "ja", "en", tuple(edinet_pairs(8))),
            *found,
            Task("zh-en-shares", "zh", "en", tuple(share_pairs()), trains=False),
        ]
    return found


def case_pairs(name: str, left: str, right: str) -> Iterator[Pair]:
    """Our own cases."""
    with (CASES / name).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row[left] and row[right]:
                yield Pair(row.get("securities_code") or row[right], row[left], row[right])


def edinet_pairs(column: int) -> Iterator[Pair]:
    """Listed companies of Japan (FSA, EDINET code list): name (column 6) or kana (8), and English name."""
    path = SHARED / "registers" / "edinet_codelist_20261005.cp932.csv"
    with path.open(encoding="cp932", newline="") as file:
        for row in list(csv.reader(file))[2:]:
            if row[2] == "上場" and row[7].strip():
                yield Pair(row[11][:4], row[column], row[7])


def share_pairs() -> Iterator[Pair]:
    """Short names of shares in China: for testing only, by their licence."""
    with (SHARED / "names" / "a_share_zh_en.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield Pair(row["ts_code"], row["zh_short"], row["en"])


def name_bench() -> list[tuple[str, str, bool]]:
    """The organisation cases of OpenSanctions' name_bench (MIT): two names, and whether they are one."""
    path = SHARED / "names" / "name_bench_cases.csv"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [
            (row["name1"], row["name2"], row["is_match"] == "true")
            for row in csv.DictReader(file)
            if row["schema"] in ORGANISATIONS
        ]


def sample(pairs: list[Pair], *, size: int, seed: int) -> list[Pair]:
    """Up to `size` pairs of different organisations."""
    return random.Random(seed).sample(pairs, min(size, len(pairs)))
