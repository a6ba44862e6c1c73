"""What two names have in common, as numbers: the evidence that `comparing` weighs."""

from dataclasses import dataclass, replace
from itertools import takewhile

from rapidfuzz.fuzz import partial_ratio, ratio

from kakehashi.names.preparing import Part, PreparedName, Token, View, joined

#: How far equal consonants alone count, by how many there are.
BONES_COUNT = (0.0, 0.5, 0.8, 0.92, 0.96, 0.97)
#: Below this, in per cent, two wholes have nothing to do with each other.
NOTHING = 45.0
NO_BONES = 65.0
#: Abbreviations in the same letters are the same or they are not.
SHORT, SHORT_SHARE = 4, 0.7
#: Translated words of less than this share of the weight tell nothing.
TELLING = 0.3
#: A likeness below this share is chance.
CHANCE = 0.4
COARSE = frozenset({"zh", "th"})
FEATURES = (
    "likeness", "squared", "loose", "bones", "matched", "whole_loose", "whole_bones", "cover", "cover_least",
    "text", "length", "certain", "initials", "start", "numbers", "forms", "qualifiers",
)  # fmt: skip
#: Forms that are written for one another across languages and customs.
LOOSE_FORMS = frozenset({"co_ltd", "ltd", "inc", "corp", "co", "plc", "pte_ltd", "th.co", "cn.gongsi", "kk"})


@dataclass(frozen=True, slots=True)
class Likeness:
    """The best way to see two names as one: the views, the words taken as translations, and the features."""

    left: View
    right: View
    common: frozenset[int]
    rest: tuple[Part, Part]
    features: tuple[float, ...]


def likeness(left: PreparedName, right: PreparedName) -> Likeness | None:
    """The best of all pairs of views; None when nothing at all is alike. Symmetric."""
    best: Likeness | None = None
    for one in left.views:
        for other in right.views:
            found = seen_together(one, other)
            if found and (best is None or found.features > best.features):
                best = found
    return replace(best, features=(*best.features, *conflicts(left, right))) if best else None


def conflicts(left: PreparedName, right: PreparedName) -> tuple[float, float, float]:
    """Whether numbers, legal forms and places or branches of two names contradict each other."""
    return (
        float(left.numbers != right.numbers),
        float(forms_differ(left.form, right.form)),
        float(left.qualifiers.isdisjoint(right.qualifiers) and bool(left.qualifiers or right.qualifiers)),
    )


def forms_differ(left: str | None, right: str | None) -> bool:
    """Whether two legal forms cannot be one: 株式会社 and 合同会社, AG and GmbH."""
    if left is None or right is None or left == right:
        return False
    national = left.partition(".")[0] if "." in left else "", right.partition(".")[0] if "." in right else ""
    if national[0] != national[1]:
        return False
    return not (left in LOOSE_FORMS and right in LOOSE_FORMS)


def seen_together(left: View, right: View) -> Likeness | None:
    """Two views: translated words are matched and taken out, the rest is compared by sound and letter."""
    common = left.concepts & right.concepts
    coarse = left.language in COARSE or right.language in COARSE
    latin = left.language == right.language == "latin"
    written = (left.language == "latin") == (right.language == "latin")
    if unlike(left, right, coarse, written) and not (common and told(left, right, common)):
        return None
    parts = remaining(left, common), remaining(right, common)
    total = left.whole.weight + right.whole.weight
    matched = max(0.0, total - (parts[0][0].weight + parts[1][0].weight))
    best: tuple[float, float, float, float] = (-1.0, 0.0, 0.0, 0.0)
    rest = parts[0][0], parts[1][0]
    for one in parts[0]:
        for other in parts[1]:
            loose, bones, text = alike(one, other, coarse, written, latin)
            score = max(0.0, max(loose, bones, text) - CHANCE) / (1 - CHANCE)
            value = (matched + score * (one.weight + other.weight)) / total if total else 0.0
            if (value, loose, bones, text) > best:
                best, rest = (value, loose, bones, text), (one, other)
    value, loose, bones, text = best
    cover = (
        (covered(left, right, coarse, written), covered(right, left, coarse, written))
        if value > 0.2
        else (0.0, 0.0)
    )
    return Likeness(
        left,
        right,
        common,
        rest,
        (
            value,
            value * value,
            loose,
            bones,
            matched / total if total else 0.0,
            ratio(left.whole.loose, right.whole.loose) / 100,
            alike(left.whole, right.whole, coarse, written, latin)[1],
            sum(cover) / 2,
            min(cover),
            text,
            min(len(left.whole.bones), len(right.whole.bones), 8) / 8,
            value * min(len(left.whole.bones), len(right.whole.bones), 8) / 8,
            float(abbreviates(left, right) or abbreviates(right, left)),
            beginning(*rest),
        ),
    )


def unlike(left: View, right: View, coarse: bool, written: bool) -> bool:
    """A quick look at the wholes."""
    if written and ratio(left.whole.text, right.whole.text, score_cutoff=NOTHING):
        return False
    if ratio(left.whole.loose, right.whole.loose, score_cutoff=NOTHING):
        return False
    if coarse:
        return not partial_ratio(left.whole.coarse, right.whole.coarse, score_cutoff=NO_BONES)
    return not partial_ratio(left.whole.bones, right.whole.bones, score_cutoff=NO_BONES)


def told(left: View, right: View, common: frozenset[int]) -> bool:
    """Whether the translated words are enough to look closer."""
    weights = [
        one.weight for view in (left, right) for one in view.tokens if not one.concepts.isdisjoint(common)
    ]
    return sum(weights) > TELLING * (left.whole.weight + right.whole.weight)


def remaining(view: View, common: frozenset[int]) -> tuple[Part, ...]:
    """What is left without the matched concepts: with the unmatched ones, and with none at all."""
    if not common:
        return (view.whole,) if view.proper.weight == view.whole.weight else (view.whole, view.proper)
    left = [one for one in view.tokens if one.concepts.isdisjoint(common)]
    rest = joined(left)
    return (rest,) if rest.weight == view.proper.weight else (rest, view.proper)


def alike(left: Part, right: Part, coarse: bool, written: bool, latin: bool) -> tuple[float, float, float]:
    """Likeness from 0 to 1 of two joined parts: by loose sound, by bones, by letters.

    Latin letters inside another script are read as letters, an abbreviation above all.
    """
    if not left.loose or not right.loose:
        same = float(not left.text and not right.text)
        text = ratio(left.text, right.text) / 100 if written and left.text and right.text else same
        return 0.0, 0.0, text
    if not latin and left.text.isascii() and right.text.isascii():
        same = ratio(left.text, right.text) / 100
        same = same if same == 1 or min(len(left.text), len(right.text)) > SHORT else same * SHORT_SHARE
        return same, same, same if written else 0.0
    loose = ratio(left.loose, right.loose) / 100
    first, second = (left.coarse, right.coarse) if coarse else (left.bones, right.bones)
    bones = ratio(first, second) / 100 * BONES_COUNT[min(len(first), len(second), 5)]
    text = ratio(left.text, right.text) / 100 if written else 0.0
    return loose, bones, text


def covered(view: View, other: View, coarse: bool, written: bool) -> float:
    """The share of a view's weight that is found somewhere in the other."""
    found = sum(one.weight * present(one, other, coarse, written) for one in view.tokens)
    return found / view.whole.weight if view.whole.weight else 0.0


def present(token: Token, other: View, coarse: bool, written: bool) -> float:
    """How surely a word occurs in another view: as a translation, by its letters, by its sound."""
    if not token.concepts.isdisjoint(other.concepts):
        return 1.0
    best = 0.0
    if written and len(token.text) > 1:
        if token.text in other.whole.text:
            return 1.0
        best = max((ratio(token.text, one.text) for one in other.tokens), default=0.0)
    loose = token.sound.loose
    bones = token.sound.coarse if coarse else token.sound.bones
    for one in other.tokens:
        best = max(best, ratio(loose, one.sound.loose))
        theirs = one.sound.coarse if coarse else one.sound.bones
        count = min(len(bones), len(theirs), 5)
        if count > 1:
            best = max(best, ratio(bones, theirs) * BONES_COUNT[count])
    whole = other.whole.coarse if coarse else other.whole.bones
    if 5 < len(loose) <= len(other.whole.loose) + 2:
        best = max(best, 0.97 * partial_ratio(loose, other.whole.loose))
    if 3 < len(bones) <= len(whole) + 1:
        best = max(best, 0.95 * partial_ratio(bones, whole))
    return max(0.0, (best - 55) / 45)


def beginning(left: Part, right: Part) -> float:
    """The share of the longer of two parts that their beginnings have in common, by loose sound."""
    longest = max(len(left.loose), len(right.loose))
    pairs = zip(left.loose, right.loose, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs)) / longest if longest else 0.0


def abbreviates(left: View, right: View) -> bool:
    """Whether the proper part of a Latin name is the initials of the other name's words (NSK, 日本精工 …)."""
    short = left.proper.text
    if left.language != "latin" or not 2 <= len(short) <= 5 or len(right.tokens) < 2:
        return False
    initials = "".join(one.sound.loose[:1] for one in right.tokens)
    return len(initials) > 1 and short.startswith(initials[: len(short)])


def route(left: PreparedName, right: PreparedName) -> str:
    """Which weights apply: `latin`, `same` within another script, or `cross-…` between scripts."""
    first = {one.language[:2] for one in left.views}
    second = {one.language[:2] for one in right.views}
    if first == second == {"la"}:
        return "latin"
    if first & second:
        return "same"
    both = first | second
    if "th" in both:
        return "cross-th"
    if "la" not in both:
        return "cross-han"
    return "cross-zh" if "zh" in both else "cross-ja"
