"""Takes an organisation name apart: legal form, core, and what stands beside the core."""

import re
from dataclasses import dataclass, field
from functools import cache

from kakehashi.names.folding import tidy
from kakehashi.names.legal_forms import (
    LEADING,
    LETTERS,
    LONG_FORM,
    MOST_WORDS,
    UNSPACED,
    WORD,
    Form,
    corrected,
    edge_words,
    joined,
    plain,
    spaced,
    word,
)
from kakehashi.names.resources import rows
from kakehashi.names.scripts import COUNTRIES, guess_language
from kakehashi.names.values import LegalForm, ParsedName, Position, Qualifier, QualifierKind

EDGE = " \t・･,，、.。-‐–—_/／:：;；&＆"
BRACKETS = re.compile(r"[(\[〔【<《「『]([^()\[\]〔〕【】<>《》「」『』]{1,80})[)\]〕】>》」』]")
OPENING = re.compile(r"[(\[〔【<《「『]")
ORDINAL = re.compile(
    r"(?i)[ ,]*(第[0-9一二三四五六七八九十百]{1,4}(?:工場|号|期|支店|事業所)?|no\. ?[0-9]{1,4}|[0-9]{1,4}号)$"
)
ORDINAL_ENDS = frozenset("0123456789一二三四五六七八九十百場号期店所")
COMPANY_WORD = re.compile("(?i)(銀行|证券|証券|保険|保险|bank|insurance|securities)")
MOST_FORMS = 4
SECTIONS = 64


@dataclass(slots=True)
class Work:
    """A name on the bench: what is left of it, the same in plain characters, and what was taken off."""

    rest: str
    same: str
    form: LegalForm | None = None
    qualifiers: list[Qualifier] = field(default_factory=list)

    def keep(self, start: int, stop: int) -> None:
        """Keeps a section of what is left, without the signs at its edges."""
        rest = self.rest[start:stop]
        left = rest.lstrip(EDGE)
        start += len(rest) - len(left)
        stop = start + len(left.rstrip(EDGE))
        self.rest, self.same = self.rest[start:stop], self.same[start:stop]

    def take_form(self, form: Form, start: int, stop: int, position: Position) -> None:
        """Takes a legal form off; the first one found is the form of the organisation."""
        if self.form is None:
            self.form = LegalForm(form.code, self.rest[start:stop], position, form.language)
        self.keep(*((stop, len(self.rest)) if position == "prefix" else (0, start)))


def parse(text: str, *, country: str | None = None, language: str | None = None) -> ParsedName:
    """The parts of a name. `country` (ISO 3166-1 alpha-2) and `language` (ISO 639-1) of the record, if known.

    Never fails: a text without any known part is its own core. Takes time linear in the text, of which at
    most 10,000 characters are read.
    """
    clean = tidy(text)
    work = Work(clean, plain(clean))
    for _ in range(MOST_FORMS):
        if not take_joined_form(work) and not take_spaced_form(work):
            break
    bare = work.rest
    take_brackets(work)
    take_parts(work)
    if language is None:
        language = COUNTRIES.get((country or "").upper()) or language_of(work.form, clean)
    return ParsedName(
        original=text,
        core=work.rest or bare or clean,
        bare=bare or clean,
        legal_form=work.form,
        qualifiers=tuple(work.qualifiers),
        language=language,
    )


def without_form(reading: str) -> str:
    """A kana reading without the legal form that some registers read out."""
    clean = tidy(reading)
    work = Work(clean, plain(clean))
    take_joined_form(work)
    return work.rest or clean


def language_of(form: LegalForm | None, text: str) -> str | None:
    """The language of a national legal form, else what the letters suggest."""
    return form.language if form and "." in form.code else guess_language(text)


def take_joined_form(work: Work) -> bool:
    """A form in Han, kana, Thai or Hangul, before or after the name, or inside before a branch."""
    same = work.same
    if same.isascii():
        return False
    table = joined()
    if same.endswith(part_words("branch")):
        match = table.anywhere.search(same, 1)
        return match is not None and take_branch_after(work, match, table.forms[match[0]])
    for spelling in table.ending.get(same[-1], ()):
        if same.endswith(spelling) and len(spelling) < len(same):
            work.take_form(table.forms[spelling], len(same) - len(spelling), len(same), "suffix")
            return True
    for spelling in table.beginning.get(same[0], ()):
        if same.startswith(spelling) and len(spelling) < len(same):
            work.take_form(table.forms[spelling], 0, len(spelling), "prefix")
            return True
    return False


def take_branch_after(work: Work, match: re.Match[str], form: Form) -> bool:
    """トヨタ自動車株式会社東京支店: the form is inside because a branch follows."""
    tail = work.rest[match.end() :].strip(EDGE)
    if not plain(tail).endswith(part_words("branch")):
        return False
    work.qualifiers.append(Qualifier("branch", tail))
    work.take_form(form, match.start(), match.end(), "infix")
    return True


@cache
def part_words(kind: str) -> tuple[str, ...]:
    """The plain words of a kind in `name_parts.tsv`, the longest first."""
    lists = [listed.split("|") for name, listed in rows("name_parts.tsv") if name == kind]
    return tuple(
        sorted({plain(tidy(one)) for listed in lists for one in listed}, key=lambda one: (-len(one), one))
    )


def take_spaced_form(work: Work) -> bool:
    """A form in letters with word spaces, at the end (`Co., Ltd.`) or for a few forms at the start (`PT`)."""
    rest = work.rest
    if not LETTERS.search(rest):
        return False
    found = list(WORD.finditer(rest))
    last, first = edge_words()
    if (
        len(found) > 1
        and corrected(word(found[-1][0])) in last
        and take_last_words(work, found[-MOST_WORDS:], len(found))
    ):
        return True
    return (
        len(found) > 1
        and word(found[0][0]) in first
        and take_first_words(work, found[:MOST_WORDS], len(found))
    )


def take_last_words(work: Work, found: list[re.Match[str]], count: int) -> bool:
    """The longest form that the last words make."""
    said = tuple(corrected(word(one[0])) for one in found)
    for size in range(min(len(said), count - 1), 0, -1):
        form = spaced().get(said[-size:])
        start = found[-size].start()
        start -= start > 0 and work.rest[start - 1] in "(["
        if form and start > 0:
            work.take_form(form, start, len(work.rest), "suffix")
            return True
    return False


def take_first_words(work: Work, found: list[re.Match[str]], count: int) -> bool:
    """The longest form that the first words make, of the forms that stand first."""
    said = tuple(word(one[0]) for one in found)
    for size in range(min(len(said), count - 1), 0, -1):
        form = spaced().get(said[:size])
        if form and (form.code in LEADING or size >= LONG_FORM):
            work.take_form(form, 0, found[size - 1].end(), "prefix")
            return True
    return False


def take_brackets(work: Work) -> None:
    """What stands in brackets is a place, a branch, a group word or a gloss, unless nothing else is left."""
    if not OPENING.search(work.rest):
        return
    for match in list(BRACKETS.finditer(work.rest))[:SECTIONS]:
        rest = work.rest.replace(match[0], " ", 1).strip(EDGE)
        if not rest:
            return
        work.qualifiers.append(Qualifier(bracket_kind(match[1]), match[1].strip()))
        work.rest = " ".join(rest.split()) if " " in work.rest else rest.replace(" ", "")
    work.same = plain(work.rest)


def bracket_kind(text: str) -> QualifierKind:
    """What a bracket holds: a short text without a company word is a place, the rest a gloss."""
    same = plain(text)
    if same.endswith(part_words("branch")):
        return "branch"
    if same in part_words("group"):
        return "group"
    return "note" if len(text) > 24 or COMPANY_WORD.search(text) else "place"


def take_parts(work: Work) -> None:
    """Branches, ordinals and group words at the end."""
    if work.rest[-1:] in ORDINAL_ENDS:
        ordinal = ORDINAL.search(work.rest)
        if ordinal and ordinal.start() > 0:
            work.qualifiers.append(Qualifier("ordinal", ordinal[1]))
            work.keep(0, ordinal.start())
    take_word(work, "group")
    take_word(work, "branch")


def take_word(work: Work, kind: QualifierKind) -> None:
    """One word of a kind at the end of what is left, if something remains before it."""
    if not work.same.endswith(part_words(kind)):
        return
    found = next(one for one in part_words(kind) if work.same.endswith(one))
    head = work.rest[: -len(found)]
    unspaced = UNSPACED.match(found)
    if head.strip(EDGE) and (head.endswith(" ") or (unspaced and kind != "branch")):
        work.qualifiers.append(Qualifier(kind, work.rest[-len(found) :]))
        work.keep(0, len(head))
