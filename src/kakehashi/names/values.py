"""What the names engine answers with: parsed names, readings, keys to search by."""

from dataclasses import dataclass
from typing import Literal

from kakehashi.names.scripts import Script, script_of

Position = Literal["prefix", "suffix", "infix"]
QualifierKind = Literal["place", "branch", "group", "ordinal", "note"]
ReadingKind = Literal["kana", "romaji", "pinyin", "pinyin_initials", "rtgs"]
KeyKind = Literal["name", "latin", "kana", "romaji", "pinyin", "pinyin_initials", "rtgs"]


@dataclass(frozen=True, slots=True)
class LegalForm:
    """`code` as in `legal_forms.tsv` (`jp.kk`, `co_ltd`, …); `text` and `language` as written."""

    code: str
    text: str
    position: Position
    language: str


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A part of a name beside its core: a place, a branch, a group word, an ordinal, a gloss."""

    kind: QualifierKind
    text: str


@dataclass(frozen=True, slots=True)
class ParsedName:
    """A name taken apart: `original` untouched, `bare` without legal forms, `core` without qualifiers too.

    Never empty where the original is not: a name that is nothing but a legal form keeps it as its core.
    """

    original: str
    core: str
    bare: str
    legal_form: LegalForm | None
    qualifiers: tuple[Qualifier, ...]
    language: str | None

    @property
    def script(self) -> Script:
        """The script of `bare`; `mixed` for several; a name of digits or signs is `latin`."""
        return script_of(self.bare)


@dataclass(frozen=True, slots=True)
class Reading:
    """How a name is said, in the letters that `kind` names; `pinyin` has a space between syllables."""

    kind: ReadingKind
    text: str


@dataclass(frozen=True, slots=True)
class SearchKey:
    """A folded text under which a name is looked up; keys of the same kind are compared with each other.

    `name`: any script, folded. `latin`: Latin letters, folded. `kana`: a Japanese reading, folded. `romaji`:
    the loose form of a Japanese reading in Latin letters. `pinyin`, `pinyin_initials`, `rtgs`: folded.
    """

    kind: KeyKind
    text: str
