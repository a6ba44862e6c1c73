"""Fits the weights of `kakehashi.names.comparing` to one half of the organisations and writes `weights.tsv`.

Run `python benchmarks/names/calibrate.py`. The weights make the right name win its list (softmax
over the list) and tell right from wrong by itself (logistic); what speaks for two names may not speak against
them, nor the other way round. Sets for testing only, and the other half of the organisations, are not used.
"""

import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pairs import Pair, is_held_out, name_bench, sample, tasks

from kakehashi.names.comparing import is_barred
from kakehashi.names.likeness import FEATURES, likeness, route
from kakehashi.names.preparing import PreparedName, prepare

TARGET = Path(__file__).parents[2] / "src" / "kakehashi" / "names" / "resources" / "weights.tsv"
LIST = 260
NEAREST = 40
STEPS = 300
RATE = 0.06
SHRINK = 1e-3
SEED = 20261123
PRECISION = 0.98
FIFTY = 50
#: A whole register holds likelier wrong names than fifty: `same` is never said below this score.
FLOOR = 0.7
PERHAPS = 0.3
AGAINST = frozenset({"numbers", "forms", "qualifiers"})
EITHER = frozenset({"length", "certain", "squared"})
Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Lists:
    """Queries × answers × features; the right answer comes first, then the nearest wrong ones.

    `barred` marks what is never said to be the same, whatever its score.
    """

    task: str
    route: str
    features: Matrix
    barred: Matrix


def features(left: PreparedName, right: PreparedName) -> tuple[float, ...]:
    """The features of two names, and whether they are barred; all zero where nothing is alike."""
    found = likeness(left, right)
    return (*found.features, float(is_barred(found))) if found else (0.0,) * (len(FEATURES) + 1)


def lists(pairs: list[Pair], left: str | None, right: str | None, task: str) -> Lists:
    """Each right name with the nearest wrong ones of the list."""
    queries = [prepare(pair.left, language=left) for pair in pairs]
    answers = [prepare(pair.right, language=right) for pair in pairs]
    rows = []
    for number, query in enumerate(queries):
        seen = [features(query, answer) for answer in answers]
        wrong = [one for place, one in enumerate(seen) if place != number]
        nearest = sorted(wrong, key=lambda one: one[0] + 0.5 * one[7] + 0.2 * one[5], reverse=True)[:NEAREST]
        rows.append([seen[number], *nearest])
    print(task, len(pairs), flush=True)
    table = np.array(rows)
    return Lists(task, route(queries[0], answers[0]), table[:, :, :-1], table[:, :, -1])


def spelling_variants(pairs: list[Pair]) -> list[Pair]:
    """English names with the small differences that people make: a slip, another form, another case."""
    chance = random.Random(SEED)
    found = []
    for pair in pairs:
        text = pair.right
        at = chance.randrange(1, max(len(text) - 8, 2))
        slips = (
            text[:at] + text[at + 1 :],
            text[:at] + text[at] + text[at:],
            text[:at] + chance.choice("aeiounrst") + text[at + 1 :],
            text.upper(),
            text.replace("Co.,", "Company").replace("CO.,", "Company"),
            text.replace("&", "and").replace(",", ""),
        )
        found.append(Pair(pair.key, text, chance.choice(slips)))
    return found


def japanese_variants(pairs: list[Pair]) -> list[Pair]:
    """Japanese names as people write them: without the form, with it abbreviated, with a slip."""
    chance = random.Random(SEED)
    found = []
    for pair in pairs:
        text = pair.left
        at = chance.randrange(max(len(text) - 1, 1))
        slips = (
            text.replace("株式会社", ""),
            text.replace("株式会社", "(株)"),
            text[:at] + text[at + 1 :]
            if "株式会社" not in text[at - 4 : at + 4]
            else text.replace("株式会社", "㈱"),
        )
        found.append(Pair(pair.key, text, chance.choice(slips)))
    return found


def training_lists() -> list[Lists]:
    """Every list of the training half."""
    found = []
    for task in tasks():
        if task.trains:
            pairs = sample(task.half(held_out=False), size=LIST, seed=SEED)
            found.append(lists(pairs, task.left, task.right, task.code))
            if task.code == "ja-en":
                found.append(lists(spelling_variants(pairs), None, None, "variants"))
                found.append(lists(japanese_variants(pairs), "ja", "ja", "ja-ja"))
    return found


def labelled() -> tuple[Matrix, Matrix]:
    """The training half of name_bench: features and truth."""
    pairs = [one for one in name_bench() if not is_held_out(min(one[0], one[1]))]
    return (
        np.array([features(prepare(left), prepare(right))[:-1] for left, right, _ in pairs]),
        np.array([float(same) for _, _, same in pairs]),
    )


def fit(found: list[Lists], pairs: tuple[Matrix, Matrix] | None) -> Matrix:
    """Bias and weights, by Adam with the signs kept."""
    weights = np.zeros(1 + len(FEATURES))
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    up = np.array([False, *(name not in AGAINST | EITHER for name in FEATURES)])
    down = np.array([False, *(name in AGAINST for name in FEATURES)])
    for step in range(1, STEPS + 1):
        slope = sum((list_slope(one.features, weights) for one in found), np.zeros_like(weights)) / len(found)
        if pairs is not None:
            slope += pair_slope(*pairs, weights)
        slope[1:] -= SHRINK * weights[1:]
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        weights += RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
        weights[up] = np.maximum(weights[up], 0.0)
        weights[down] = np.minimum(weights[down], 0.0)
    return weights


def list_slope(matrix: Matrix, weights: Matrix) -> Matrix:
    """Towards the right name winning its list, and the likeliest wrong ones falling below 1/2."""
    power = matrix @ weights[1:]
    share = np.exp(power - power.max(axis=1, keepdims=True))
    share /= share.sum(axis=1, keepdims=True)
    push = -share
    push[:, 0] += 1.0
    chance = 1 / (1 + np.exp(-np.clip(power + weights[0], -30, 30)))
    wrong = share[:, 1:] / (share[:, 1:].sum(axis=1, keepdims=True) + 1e-12)
    tell = np.concatenate([1 - chance[:, :1], -wrong * chance[:, 1:]], axis=1)
    slope = np.einsum("qa,qaf->f", push + tell, matrix)
    return np.concatenate([[tell.sum()], slope]) / len(matrix)


def pair_slope(matrix: Matrix, truth: Matrix, weights: Matrix) -> Matrix:
    """The slope of the logistic likelihood of labelled pairs."""
    miss = truth - 1 / (1 + np.exp(-np.clip(matrix @ weights[1:] + weights[0], -30, 30)))
    return np.concatenate([[miss.sum()], miss @ matrix]) / len(matrix)


def calibrated(
    found: list[Lists], pairs: tuple[Matrix, Matrix] | None, weights: Matrix
) -> tuple[Matrix, Matrix, Matrix]:
    """Weights scaled so that the score is a chance (Platt), and the scores with the truth.

    Judged on each right name beside the likeliest wrong one of a random fifty of its list.
    """
    chance = random.Random(SEED)
    power: list[float] = []
    truth: list[float] = []
    barred: list[float] = []
    for one in found:
        powers = one.features @ weights[1:] + weights[0]
        for row, bars in zip(powers, one.barred, strict=True):
            order = 1 + np.argsort(-row[1:])
            place = next((place for place in order if chance.random() < FIFTY / LIST), order[-1])
            power += [row[0], row[place]]
            barred += [bars[0], bars[place]]
            truth += [1.0, 0.0]
    if pairs is not None:
        power += list(pairs[0] @ weights[1:] + weights[0])
        barred += [0.0] * len(pairs[1])
        truth += list(pairs[1])
    scale, shift = platt(np.array(power), np.array(truth))
    fitted = weights * scale
    fitted[0] += shift
    scores = 1 / (1 + np.exp(-(np.array(power) * scale + shift)))
    return fitted, scores * (1 - np.array(barred)), np.array(truth)


def platt(power: Matrix, truth: Matrix) -> tuple[float, float]:
    """Scale and shift that make the logistic of the power likeliest, by Newton's method."""
    values = np.array([1.0, 0.0])
    matrix = np.stack([power, np.ones_like(power)], axis=1)
    for _ in range(50):
        chance = 1 / (1 + np.exp(-np.clip(matrix @ values, -30, 30)))
        bend = (matrix * (chance * (1 - chance))[:, None]).T @ matrix + 1e-6 * np.eye(2)
        values += np.linalg.solve(bend, matrix.T @ (truth - chance))
    return float(values[0]), float(values[1])


def threshold(scores: Matrix, truth: Matrix) -> float:
    """The lowest score from which on enough of the pairs are the same."""
    order = np.argsort(-scores)
    precision = np.cumsum(truth[order]) / np.arange(1, len(order) + 1)
    enough = np.nonzero(precision >= PRECISION)[0]
    return float(scores[order][enough[-1]]) if len(enough) else 1.0


def main() -> None:
    """Fits each route and writes the table."""
    found = training_lists()
    lines = ["# route\tsame from\tperhaps from\tbias\t" + "\t".join(FEATURES)]
    for family in ("cross", "latin", "same"):
        chosen = [one for one in found if one.route.startswith(family)]
        pairs = labelled() if family == "latin" and name_bench() else None
        shared = fit(chosen, pairs)
        routes = sorted({one.route for one in chosen})
        fitted = [calibrated([one for one in chosen if one.route == name], pairs, shared) for name in routes]
        sure = threshold(
            np.concatenate([one[1] for one in fitted]), np.concatenate([one[2] for one in fitted])
        )
        for name, (weights, _, _) in zip(routes, fitted, strict=True):
            lines.append(
                "\t".join(
                    [name, f"{max(FLOOR, sure):.4f}", str(PERHAPS), *(f"{value:.4f}" for value in weights)]
                )
            )
            print(lines[-1], flush=True)
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
