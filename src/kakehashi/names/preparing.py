"""A name made ready for comparison: its words, what each stands for, and how each sounds in every reading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kakehashi.names import lexicon
from kakehashi.names.chinese import has_han, in_japanese_characters, pinyin
from kakehashi.names.folding import fold, tidy
from kakehashi.names.japanese import kana, kana_alternatives
from kakehashi.names.japanese import kana_words as dictionary_words
from kakehashi.names.kana import joined_syllables, kana_key, kana_romaji, to_katakana
from kakehashi.names.legal_forms import WORD
from kakehashi.names.legal_forms import word as folded_word
from kakehashi.names.lexicon import Word
from kakehashi.names.parsing import parse
from kakehashi.names.scripts import HAN, KANA
from kakehashi.names.sounds import Sound, latin_sound, pinyin_sound, spelled_sound, thai_sound
from kakehashi.names.thai import has_thai, rtgs, thai_key

LONGEST = 200
MOST_TOKENS = 24
MOST_VIEWS = 6
MOST_READINGS = 3
NUMBER = re.compile("[0-9]+")
SILENCE = Sound("", "", "")
NO_CONCEPTS: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a name: its folded text, its concepts, its weight, its sound, and other ways to say it."""

    text: str
    concepts: frozenset[int]
    weight: float
    sound: Sound
    others: tuple[Sound, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Several words of a name joined: as written, as heard, and what they weigh."""

    text: str
    loose: str
    bones: str
    coarse: str
    weight: float


@dataclass(frozen=True, slots=True)
class View:
    """A name read in one way: its words, their concepts, all joined, and those without a concept joined."""

    language: str
    tokens: tuple[Token, ...]
    concepts: frozenset[int]
    whole: Part
    proper: Part


@dataclass(frozen=True, slots=True)
class PreparedName:
    """What `compare` needs of a name; `folded` and `core` are folded forms without legal form."""

    original: str
    folded: str
    core: str
    form: str | None
    qualifiers: frozenset[str]
    numbers: tuple[str, ...]
    views: tuple[View, ...]


def prepare(text: str, *, language: str | None = None, country: str | None = None) -> PreparedName:
    """Makes a name ready for any number of comparisons. Never fails; reads its first 200 characters."""
    parsed = parse(text[: LONGEST * 2], language=language, country=country)
    bare = parsed.bare[:LONGEST]
    return PreparedName(
        original=text,
        folded=fold(bare),
        core=fold(parsed.core[:LONGEST]),
        form=parsed.legal_form.code if parsed.legal_form else None,
        qualifiers=frozenset(fold(one.text) for one in parsed.qualifiers if one.kind != "group"),
        numbers=tuple(NUMBER.findall(fold(bare))),
        views=views(bare, parsed.language),
    )


def views(bare: str, language: str | None) -> tuple[View, ...]:
    """The readings that a name may have: one for most, two or three for Han characters."""
    found: list[View] = []
    if has_thai(bare):
        found += spoken("th", thai_tokens(bare))
    elif not has_han(bare) and not KANA.search(bare):
        found += spoken("latin", latin_tokens(bare))
    elif KANA.search(bare) or language == "ja":
        found += spoken("ja", japanese_tokens(bare))
    else:
        found += spoken("zh", chinese_tokens(bare, japanese=False))
        found += spoken("zh-ja", chinese_tokens(bare, japanese=True))
        if language is None:
            found += spoken("ja", japanese_tokens(bare))
    return tuple(found[:MOST_VIEWS])


def spoken(language: str, tokens: list[Token]) -> list[View]:
    """A view for the likely way to say each word, and one for each other way to say one of them."""
    tokens = tokens[:MOST_TOKENS]
    found = [view(language, tokens)]
    for place, one in enumerate(tokens):
        for other in one.others:
            said = replace(one, sound=other)
            found.append(view(language, [*tokens[:place], said, *tokens[place + 1 :]]))
    return found[:MOST_READINGS]


def view(language: str, tokens: list[Token]) -> View:
    """The words of a name together."""
    return View(
        language=language,
        tokens=tuple(tokens),
        concepts=frozenset().union(*(one.concepts for one in tokens)),
        whole=joined(tokens),
        proper=joined([one for one in tokens if not one.concepts]),
    )


def joined(tokens: Sequence[Token]) -> Part:
    """Words put together again."""
    return Part(
        "".join([one.text for one in tokens]),
        "".join([one.sound.loose for one in tokens]),
        "".join([one.sound.bones for one in tokens]),
        "".join([one.sound.coarse for one in tokens]),
        sum([one.weight for one in tokens]),
    )


def token(text: str, word: Word | None, sounds: tuple[Sound, ...]) -> Token:
    """A word with its weight: a translatable one by its tier, another by how much of it there is to hear."""
    sound = sounds[0] if sounds else SILENCE
    if word is not None:
        return Token(text, word.concepts, word.weight, sound)
    heard = max(len(sound.bones), len(sound.loose) // 2, 1)
    return Token(text, NO_CONCEPTS, 0.4 + 0.2 * min(heard, 5), sound, sounds[1:])


def latin_tokens(bare: str, *, inside: bool = False) -> list[Token]:
    """The words of a Latin name; two or three words that the lexicon knows together are one.

    `inside` a name in another script an abbreviation is not spelled: it is there to be read as letters.
    """
    said = [folded_word(one) for one in WORD.findall(bare)]
    words, out, at = lexicon.latin_words(), [], 0
    while at < len(said):
        size = next((size for size in (3, 2) if "".join(said[at : at + size]) in words), 1)
        text = "".join(said[at : at + size])
        if text:
            out.append(latin_token(text, words.get(text), spelled=not inside))
        at += size
    return out


@lru_cache(maxsize=131_072)
def latin_token(text: str, word: Word | None, *, spelled: bool) -> Token:
    """One Latin word; a short one without a meaning may be an abbreviation, spelled letter by letter."""
    sounds: tuple[Sound, ...] = (latin_sound(text),)
    if spelled and word is None and 1 < len(text) <= 4 and text.isalpha() and text.isascii():
        sounds += (spelled_sound(text),)
    return token(text, word, sounds)


def japanese_tokens(bare: str) -> list[Token]:
    """The words of a Japanese name: those of the lexicon, and what stands between them."""
    if not HAN.search(bare):
        return kana_tokens(bare)
    pieces = [(surface, said) for surface, said in dictionary_words(bare)]
    words, out, at = lexicon.japanese_words(), [], 0
    pending: list[tuple[str, str]] = []
    while at < len(pieces):
        size, word = known_words(pieces, at, words)
        if word is None and HAN.search(pieces[at][0]):
            pending.append(pieces[at])
            at += 1
            continue
        out += japanese_rest(pending)
        pending = []
        run = pieces[at : at + size]
        surface, said = "".join(one[0] for one in run), "".join(one[1] for one in run)
        out += (
            [japanese_token(surface, said, word)]
            if word or KANA.search(surface)
            else latin_tokens(surface, inside=True)
        )
        at += size
    return out + japanese_rest(pending)


def known_words(pieces: list[tuple[str, str]], at: int, words: dict[str, Word]) -> tuple[int, Word | None]:
    """How many pieces from a place on make a word of the lexicon; one piece if none does."""
    for size in range(min(4, len(pieces) - at), 0, -1):
        word = words.get(fold("".join(surface for surface, _ in pieces[at : at + size])))
        if word is not None:
            return size, word
    return 1, None


def japanese_rest(pieces: list[tuple[str, str]]) -> list[Token]:
    """Han words that the lexicon does not know, as one word."""
    if not pieces:
        return []
    return [japanese_token("".join(one[0] for one in pieces), "".join(one[1] for one in pieces), None)]


@lru_cache(maxsize=131_072)
def japanese_token(surface: str, said: str, word: Word | None) -> Token:
    """One Japanese word with its reading, and the other readings of a name that has several."""
    sounds = [kana_sound(said)]
    if word is None and HAN.search(surface):
        sounds += [kana_sound(other) for other in kana_alternatives(surface) if other != said]
    return token(fold(surface), word, tuple(dict.fromkeys(sounds)))


def kana_sound(said: str) -> Sound:
    """The sound of katakana; characters that nobody could read are silent."""
    return latin_sound(fold(kana_romaji(HAN.sub("", said))))


def kana_tokens(bare: str) -> list[Token]:
    """The words of a name in kana only (Latin letters may occur)."""
    out: list[Token] = []
    for part in re.split("[ ・=]+", joined_syllables(to_katakana(bare))):
        for run in re.findall("[ァ-ヺー]+|[^ァ-ヺー]+", part):
            out += kana_run(run) if KANA.search(run) else latin_tokens(run, inside=True)
    return out


def kana_run(run: str) -> list[Token]:
    """A run of katakana, cut at the words that the lexicon has in kana."""
    key = kana_key(run)
    known = lexicon.whole_kana_words().get(key)
    if known is not None:
        return [token(fold(run), known, (kana_sound(run),))]
    head, endings = without_endings(key)
    cut = lexicon.segments(head, lexicon.kana_words()) + endings
    if len(cut) == 1:
        return [token(fold(run), cut[0][1], (kana_sound(run),))]
    return [token(fold(text), word, (kana_sound(text),)) for text, word in cut]


def without_endings(key: str) -> tuple[str, list[tuple[str, Word | None]]]:
    """Industries stand last: their short readings are recognised there, and only there (セイシ, ガス)."""
    words = lexicon.kana_endings()
    found: list[tuple[str, Word | None]] = []
    size = 1
    while size:
        size = next((size for size in range(10, 1, -1) if size < len(key) - 1 and key[-size:] in words), 0)
        if size:
            found.insert(0, (key[-size:], words[key[-size:]]))
            key = key[:-size]
    return key, found


def chinese_tokens(bare: str, *, japanese: bool) -> list[Token]:
    """The words of a Chinese name, read as Chinese or as the Chinese spelling of a Japanese name."""
    out: list[Token] = []
    for run in re.findall("[㐀-鿿豈-﫿〇]+|[^㐀-鿿豈-﫿〇]+", bare):
        if not has_han(run):
            out += latin_tokens(run, inside=True)
            continue
        for text, word in lexicon.segments(fold(run), lexicon.chinese_words()):
            out.append(chinese_token(text, word, japanese))
    return out


@lru_cache(maxsize=131_072)
def chinese_token(text: str, word: Word | None, japanese: bool) -> Token:
    """One Chinese word."""
    if not japanese:
        return token(text, word, (pinyin_sound("".join(pinyin(text))),))
    written = in_japanese_characters(text)
    said = kana_alternatives(written) if word is None else (kana(written),)
    return token(text, word, tuple(dict.fromkeys(kana_sound(one) for one in said)) or (SILENCE,))


def thai_tokens(bare: str) -> list[Token]:
    """The words of a Thai name."""
    out: list[Token] = []
    for run in re.findall("[ก-๎]+|[^ก-๎ ]+", tidy(bare)):
        if not has_thai(run):
            out += latin_tokens(run, inside=True)
            continue
        for text, word in lexicon.segments(thai_key(run), lexicon.thai_words()):
            out.append(token(fold(text), word, (thai_sound(fold(rtgs(text))),)))
    return out
