"""Chinese characters to pinyin, and to the characters in which Japan writes the same name."""

import re
from functools import cache, lru_cache

from kakehashi.names.characters import han_forms, japanese_forms
from kakehashi.names.resources import rows

HAN = re.compile("[〇㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff]")


@cache
def syllables() -> dict[str, str]:
    """Character → its pinyin without tone; a variant is read as the form it is a variant of."""
    table = {character: syllable for syllable, characters in rows("pinyin.tsv") for character in characters}
    for old, new in han_forms().items():
        if chr(old) not in table and chr(new) in table:
            table[chr(old)] = table[chr(new)]
    return table


@cache
def words() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """Words that are read otherwise than their characters, in kept forms, and the pattern that finds them."""
    table = {
        word.translate(han_forms()): tuple(reading.split()) for word, reading in rows("pinyin_words.tsv")
    }
    return re.compile("|".join(sorted(table, key=lambda word: (-len(word), word)))), table


@lru_cache(maxsize=65_536)
def pinyin(text: str) -> tuple[str, ...]:
    """The toneless syllables of a text, one for each character; a run of other letters counts as one."""
    pattern, table = words()
    kept = text.translate(han_forms())
    out: list[str] = []
    start = 0
    for match in pattern.finditer(kept):
        out += spelled(kept[start : match.start()])
        out += table[match[0]]
        start = match.end()
    return (*out, *spelled(kept[start:]))


def spelled(text: str) -> list[str]:
    """The syllables of a text without special words."""
    table, out, other = syllables(), [], ""
    for character in text:
        syllable = table.get(character)
        if syllable is None:
            other += character
            continue
        if other.strip():
            out.append(other)
        out.append(syllable)
        other = ""
    return [*out, other] if other.strip() else out


def in_japanese_characters(text: str) -> str:
    """丰田 → 豊田: the name as Japan would write it. Characters that Japan shares are left alone."""
    return text.translate(japanese_forms())


def has_han(text: str) -> bool:
    """Whether a Chinese character occurs."""
    return HAN.search(text) is not None
