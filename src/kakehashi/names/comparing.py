"""Decides whether two names are one organisation's, with a calibrated score and readable reasons."""

import math
from dataclasses import dataclass
from functools import cache
from typing import Literal

from kakehashi.kernel import Reason
from kakehashi.names.likeness import FEATURES, Likeness, likeness, route
from kakehashi.names.preparing import PreparedName, Token, View, prepare
from kakehashi.names.resources import rows

Decision = Literal["same", "perhaps", "different"]
CONFLICTS = {
    "numbers": "names.numbers_differ",
    "forms": "names.forms_differ",
    "qualifiers": "names.places_differ",
}
WEAK = 0.5
#: A word that translates and weighs more than this says what an organisation does or where it is.
TELLING = 0.35
MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Comparison:
    """`score`, 0 to 1, is the chance that the names are one organisation's; `reasons` say why."""

    score: float
    decision: Decision
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """Fitted weights of one route, and the scores from which on the answer is `same` or `perhaps`."""

    same_from: float
    perhaps_from: float
    bias: float
    values: tuple[float, ...]


@cache
def weights() -> dict[str, Weights]:
    """The fitted weights by route (see `benchmarks/names/calibrate.py`)."""
    return {
        name: Weights(float(same), float(perhaps), float(bias), tuple(map(float, values)))
        for name, same, perhaps, bias, *values in rows("weights.tsv")
    }


def compare(
    left: str | PreparedName,
    right: str | PreparedName,
    *,
    left_language: str | None = None,
    right_language: str | None = None,
    left_country: str | None = None,
    right_country: str | None = None,
) -> Comparison:
    """Compares two names of organisations, in any scripts.

    Languages are ISO 639-1 and countries ISO 3166-1 codes of the records, where known; they decide how Han
    characters are read. Symmetric and deterministic. `same` is meant to be right 98 times in 100 and is never
    said of names with contradicting numbers, places or legal forms. Prepare names once (`prepare`) to compare
    them often. Method: words that translate one another are matched, what remains is compared by letters and
    by sound in every reading, and a logistic regression fitted to real pairs weighs it.
    """
    first = (
        left
        if isinstance(left, PreparedName)
        else prepare(left, language=left_language, country=left_country)
    )
    second = (
        right
        if isinstance(right, PreparedName)
        else prepare(right, language=right_language, country=right_country)
    )
    found = likeness(first, second)
    if found is None or not first.folded or not second.folded:
        return Comparison(0.0, "different", (Reason("names.nothing_alike"),))
    score = chance(found, weights()[route(first, second)])
    exact = first.folded == second.folded and not feature(found, "forms")
    if exact:
        score = max(score, 0.999)
    return Comparison(score, decide(score, found, route(first, second)), reasons(first, second, found, exact))


def score_of(left: PreparedName, right: PreparedName) -> float:
    """The score alone, for ranking many."""
    found = likeness(left, right)
    if found is None:
        return 0.0
    score = chance(found, weights()[route(left, right)])
    return max(score, 0.999) if left.folded == right.folded and not feature(found, "forms") else score


def chance(found: Likeness, fitted: Weights) -> float:
    """The chance that the fitted weights give."""
    power = fitted.bias + sum(
        weight * value for weight, value in zip(fitted.values, found.features, strict=True)
    )
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, power))))


def decide(score: float, found: Likeness, name: str) -> Decision:
    """The score against the thresholds of its route; a contradiction never lets two names be the same."""
    fitted = weights()[name]
    if score >= fitted.same_from:
        return "perhaps" if is_barred(found) else "same"
    return "perhaps" if score >= fitted.perhaps_from else "different"


def is_barred(found: Likeness) -> bool:
    """Whether two names are never the same, whatever their score: a contradiction, or a telling word in one only."""
    return any(feature(found, conflict) for conflict in CONFLICTS) or bool(unanswered(found))


def unanswered(found: Likeness) -> list[str]:
    """Words of either name for what it does or where it is, which the other name has not: 東急 and 東急不動産."""
    return [
        *(one.text for one in found.left.tokens if is_missing(one, found.right)),
        *(one.text for one in found.right.tokens if is_missing(one, found.left)),
    ]


def is_missing(token: Token, other: View) -> bool:
    """Whether a telling word has no counterpart, neither by meaning nor by sound nor by letters."""
    if token.weight <= TELLING or not token.concepts or not token.concepts.isdisjoint(other.concepts):
        return False
    return token.text not in other.whole.text and token.sound.loose not in other.whole.loose


def feature(found: Likeness, name: str) -> float:
    """One feature by its name."""
    return found.features[FEATURES.index(name)]


def reasons(first: PreparedName, second: PreparedName, found: Likeness, exact: bool) -> tuple[Reason, ...]:
    """What matched and by which route, then what contradicts."""
    said: list[Reason] = []
    if exact:
        said.append(Reason("names.same_letters", {"text": first.folded}, 1.0))
    elif feature(found, "initials"):
        said.append(Reason("names.initials", {"left": first.core, "right": second.core}, 1.0))
    for left, right in translated(found):
        said.append(Reason("names.translated", {"left": left, "right": right}, feature(found, "matched")))
    if not exact:
        said += resemblance(found)
    missing = unanswered(found)
    if missing:
        said.append(Reason("names.words_missing", {"words": ", ".join(missing[:MOST_WORDS])}, -0.5))
    for conflict, code in CONFLICTS.items():
        if feature(found, conflict):
            said.append(Reason(code, {"left": first.original[:200], "right": second.original[:200]}, -1.0))
    return tuple(said) or (Reason("names.little_alike"),)


def translated(found: Likeness) -> list[tuple[str, str]]:
    """The words of either name that stand for the same, in the order of the left name."""
    pairs: list[tuple[str, str]] = []
    for one in found.left.tokens:
        other = next((two for two in found.right.tokens if not one.concepts.isdisjoint(two.concepts)), None)
        if other is not None and other.text != one.text:
            pairs.append((one.text, other.text))
    return list(dict.fromkeys(pairs))[:MOST_WORDS]


def resemblance(found: Likeness) -> list[Reason]:
    """How what was not translated resembles: by letters, by sound, by consonants."""
    left, right = found.rest
    best = max(("text", "loose", "bones"), key=lambda name: feature(found, name))
    share = feature(found, best)
    if share < WEAK or not (left.text and right.text):
        return []
    percent = round(100 * share)
    if best == "text":
        return [
            Reason("names.letters_alike", {"left": left.text, "right": right.text, "percent": percent}, share)
        ]
    sounds = {"left": left.text, "right": right.text, "left_sound": left.loose, "right_sound": right.loose}
    return [Reason("names.sounds_alike", {**sounds, "percent": percent}, share)]
