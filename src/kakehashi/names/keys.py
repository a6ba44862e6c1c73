"""Under which keys an organisation is found, and which keys to look for when somebody types."""

from collections.abc import Iterable, Iterator, Sequence

from kakehashi.names.aliases import aliases_of
from kakehashi.names.chinese import has_han, in_japanese_characters, pinyin
from kakehashi.names.folding import fold, tidy
from kakehashi.names.japanese import kana, kana_alternatives
from kakehashi.names.kana import joined_syllables, kana_romaji, loose_romaji, to_katakana
from kakehashi.names.parsing import parse, without_form
from kakehashi.names.scripts import HANGUL, KANA, LATIN
from kakehashi.names.thai import has_thai, rtgs
from kakehashi.names.values import ParsedName, SearchKey

#: No key is longer, no organisation has more keys, no query gives more.
LONGEST_KEY = 120
MOST_KEYS = 24
MOST_QUERY_KEYS = 10
SHORTEST_QUERY = 2
#: What somebody has typed of a legal form when the form is not yet complete.
UNFINISHED = ("株式会", "株式", "有限", "有限公", "股份有限", "股份", "合同会", "株式會")


def search_keys(
    *,
    name: str,
    language: str | None = None,
    reading: str | None = None,
    english: str | None = None,
    others: Sequence[str] = (),
) -> tuple[SearchKey, ...]:
    """Everything under which one organisation should be found: folded, each once, at most 24 keys.

    `reading` is the kana that the register gives; with it no dictionary is asked. Bounded in time and size
    for any input.
    """
    found = [*name_keys(name, language=language, reading=reading)]
    if english:
        found += name_keys(english, language="en", reading=None)
    for other in others[:MOST_KEYS]:
        found += name_keys(other, language=None, reading=None)
    return tuple(dict.fromkeys(key for key in found if key.text))[:MOST_KEYS]


def name_keys(name: str, *, language: str | None, reading: str | None) -> Iterator[SearchKey]:
    """The keys of one name."""
    parsed = parse(name, language=language)
    bare = parsed.bare[:LONGEST_KEY]
    folded = fold(bare)
    yield SearchKey("latin" if folded.isascii() else "name", folded)
    if parsed.core != parsed.bare and not parsed.bare.startswith(parsed.core):
        core = fold(parsed.core[:LONGEST_KEY])
        yield SearchKey("latin" if core.isascii() else "name", core)
    if reading:
        yield from kana_keys(without_form(reading)[:LONGEST_KEY])
    elif folded.isascii():
        yield SearchKey("romaji", loose_romaji(folded))
        return
    elif is_japanese(parsed, bare):
        yield from kana_keys(kana(bare))
    if has_han(bare) and not KANA.search(bare):
        yield from pinyin_keys(folded, initials=parsed.language != "ja")
    if has_thai(bare):
        yield from thai_keys(bare)


def is_japanese(parsed: ParsedName, bare: str) -> bool:
    """Whether a Japanese reading makes sense: by language or letters, or Han of an unknown language."""
    return KANA.search(bare) is not None or (parsed.language in ("ja", None) and has_han(bare))


def kana_keys(said: str) -> Iterator[SearchKey]:
    """The keys of a Japanese reading."""
    said = joined_syllables(to_katakana(said))
    yield SearchKey("kana", fold(said))
    yield SearchKey("romaji", fold(kana_romaji(said)))


def pinyin_keys(folded: str, *, initials: bool) -> Iterator[SearchKey]:
    """The keys of a Chinese reading."""
    syllables = pinyin(folded)
    yield SearchKey("pinyin", "".join(syllables)[:LONGEST_KEY])
    if initials and len(syllables) > 1:
        yield SearchKey("pinyin_initials", "".join(syllable[:1] for syllable in syllables))


def thai_keys(bare: str) -> Iterator[SearchKey]:
    """The key of a Thai reading."""
    yield SearchKey("rtgs", fold(rtgs(bare))[:LONGEST_KEY])


def query_keys(text: str) -> tuple[SearchKey, ...]:
    """The folded forms to look for when somebody types `text`, the best first; empty below two characters.

    丰田 → as it stands, then トヨダ and トヨタ (Japan's characters, read), in kana and in Latin letters.
    """
    typed = tidy(text)[:LONGEST_KEY]
    if len(fold(typed)) < SHORTEST_QUERY and len(typed) < SHORTEST_QUERY:
        return ()
    found = [*typed_keys(finished(typed))]
    if fold(typed) != found[0].text:
        found.append(SearchKey("latin" if fold(typed).isascii() else "name", fold(typed)))
    return tuple(dict.fromkeys(key for key in found if key.text))[:MOST_QUERY_KEYS]


def finished(typed: str) -> str:
    """The typed name without its legal form, even one that is only begun."""
    bare = parse(typed).bare
    for form in UNFINISHED:
        if bare.endswith(form) and len(bare) > len(form) + 1:
            return bare.removesuffix(form)
    return bare


def typed_keys(bare: str) -> Iterator[SearchKey]:
    """The keys of a typed name, by the script it is typed in."""
    folded = fold(bare)
    if folded.isascii():
        yield SearchKey("latin", folded)
        yield SearchKey("romaji", loose_romaji(folded))
        yield SearchKey("pinyin", folded)
        if len(folded) <= 8:
            yield SearchKey("pinyin_initials", folded)
        yield SearchKey("rtgs", folded)
        yield from alias_keys(folded)
        return
    yield SearchKey("name", folded)
    if has_han(bare):
        yield from han_query_keys(bare)
    elif KANA.search(bare):
        yield from kana_keys(kana(bare) if LATIN.search(bare) else bare)
    if has_thai(bare):
        yield from thai_keys(bare)
    yield from alias_keys(folded)
    if not has_han(bare) and not KANA.search(bare) and not has_thai(bare) and not HANGUL.search(bare):
        yield SearchKey("latin", folded)


def han_query_keys(bare: str) -> Iterator[SearchKey]:
    """Characters may be Japanese, or Chinese for a Japanese name: all their readings, then pinyin."""
    for form in dict.fromkeys((bare, in_japanese_characters(bare))):
        for said in kana_alternatives(form):
            if not has_han(said):
                yield from kana_keys(said)
    if not KANA.search(bare):
        yield SearchKey("pinyin", "".join(pinyin(fold(bare))))


def alias_keys(folded: str) -> Iterable[SearchKey]:
    """The well-known other names of what was typed."""
    for alias in aliases_of(folded):
        yield SearchKey("latin" if alias.isascii() else "name", alias)
