"""Writes a table of invented but plausible companies of Japan, the same for the same seed.

Names are put together from family names, places, invented syllables and words of trades, with their kana
and Latin readings; sizes follow a power law, so that a few are large and listed. Nobody's real name is
meant.

    python benchmarks/registers/generate.py OUT.csv --rows 100000 --seed 1
"""

import argparse
import csv
import random
from collections.abc import Iterator
from pathlib import Path

COLUMNS = ("法人番号", "商号", "フリガナ", "英語名", "所在地", "業種", "資本金", "上場")
MAPPING = {
    "identifier:jp.corporate_number": "法人番号",
    "name": "商号",
    "reading": "フリガナ",
    "english": "英語名",
    "address": "所在地",
    "industry": "業種",
    "capital": "資本金",
    "listed": "上場",
}
FORMS = ("株式会社", "有限会社", "合同会社")
INDUSTRIES = (
    "機械",
    "電気機器",
    "化学",
    "建設業",
    "卸売業",
    "サービス業",
    "輸送用機器",
    "精密機器",
    "金属製品",
    "陸運業",
)


def _words(kind: str) -> list[list[str]]:
    lines = (Path(__file__).parent / "words.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t")[1:] for line in lines if line.startswith(kind + "\t")]


BEGINNINGS, TRADES = _words("beginning"), _words("trade")
SYLLABLES = [each[0] for each in _words("syllable")]
TOWNS = [each[0] for each in _words("town")]


def companies(rows: int, *, seed: int) -> Iterator[tuple[str, ...]]:
    """The rows of the table, one after the other."""
    chance = random.Random(seed)
    for number in range(rows):
        written, kana, latin = _name(chance)
        form = chance.choice(FORMS)
        capital = int(1_000_000 * chance.paretovariate(0.6))
        listed = capital > 5_000_000_000 and chance.random() < 0.7
        yield (
            corporate_number(number),
            form + written if chance.random() < 0.6 else written + form,
            kana,
            f"{latin} Co., Ltd." if chance.random() < 0.4 else "",
            _address(chance),
            chance.choice(INDUSTRIES),
            str(min(capital, 10**13)),
            "有" if listed else "無",
        )


def _address(chance: random.Random) -> str:
    town = chance.choice(TOWNS)
    return f"{town}{chance.randint(1, 9)}丁目{chance.randint(1, 30)}番{chance.randint(1, 20)}号"


def corporate_number(number: int) -> str:
    """A number of the right form, with its check digit in front."""
    body = f"{number + 10_000_000_000:012d}"
    total = sum(int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(body)))
    return f"{9 - total % 9}{body}"


def _name(chance: random.Random) -> tuple[str, str, str]:
    if chance.random() < 0.35:
        brand = "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4)))
        return brand, brand, brand
    begin, trade = chance.choice(BEGINNINGS), chance.choice(TRADES)
    middle = "".join(chance.choices(SYLLABLES, k=2)) if chance.random() < 0.5 else ""
    return begin[0] + middle + trade[0], begin[1] + middle + trade[1], f"{begin[2]} {trade[2]}"


def write(path: Path, *, rows: int, seed: int, encoding: str = "utf-8") -> None:
    """Writes the table as CSV."""
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(companies(rows, seed=seed))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    write(asked.output, rows=asked.rows, seed=asked.seed)
