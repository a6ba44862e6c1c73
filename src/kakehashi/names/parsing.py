"""Takes an organisation name apart: legal form, core, and what stands beside the core."""

import re
from dataclasses import dataclass, field
from functools import cache

from kakehashi.names.folding import tidy
from kakehashi.names.legal_forms import (
    LEADING,
    LETTERS,
    MOST_WORDS,
    UNSPACED,
    WORD,
    Form,
    joined,
    plain,
    spaced,
    words,
)
from kakehashi.names.resources import rows
from kakehashi.names.scripts import COUNTRIES, guess_language, script_of
from kakehashi.names.values import LegalForm, ParsedName, Qualifier, QualifierKind

EDGE = " \t・･,，、.。･-‐–—_/／:：;；&＆"
BRACKETS = re.compile(r"[(\[〔【<《「『]([^()\[\]〔〕【】<>《》「」『』]{1,80})[)\]〕】>》」』]")
ORDINAL = re.compile(
    r"(?i)[ ,]*(第[0-9一二三四五六七八九十百]{1,4}(?:工場|号|期|支店|事業所)?|no\. ?[0-9]{1,4}|[0-9]{1,4}号)$"
)
COMPANY_WORD = re.compile("(?i)(銀行|证券|証券|保険|保险|bank|insurance|securities)")
MOST_FORMS = 4


@dataclass(slots=True)
class Work:
    """A name on the bench: what is left of it, and what was taken off."""

    rest: str
    form: LegalForm | None = None
    qualifiers: list[Qualifier] = field(default_factory=list)

    def take_form(self, found: LegalForm, rest: str) -> None:
        """Takes a legal form off; the first one found is the form of the organisation."""
        self.form = self.form or found
        self.rest = rest.strip(EDGE)


def parse(text: str, *, country: str | None = None, language: str | None = None) -> ParsedName:
    """The parts of a name. `country` (ISO 3166-1 alpha-2) and `language` (ISO 639-1) of the record, if known.

    Never fails: a text without any known part is its own core. Takes time linear in the text, of which at
    most 10,000 characters are read.
    """
    clean = tidy(text)
    work = Work(clean)
    for _ in range(MOST_FORMS):
        before = work.rest
        take_joined_form(work)
        take_spaced_form(work)
        if work.rest == before:
            break
    bare = work.rest
    take_brackets(work)
    take_parts(work)
    script = script_of(bare)
    spoken = (
        language
        or (work.form.language if work.form and "." in work.form.code else None)
        or guess_language(clean)
    )
    return ParsedName(
        original=text,
        core=work.rest or bare or clean,
        bare=bare or clean,
        legal_form=work.form,
        qualifiers=tuple(work.qualifiers),
        script=script,
        language=spoken or COUNTRIES.get((country or "").upper()),
    )


def take_joined_form(work: Work) -> None:
    """A form in Han, kana, Thai or Hangul, before or after the name, or inside before a branch."""
    rest = work.rest
    if rest.isascii() or not UNSPACED.search(rest):
        return None
    same, table = plain(rest), joined()
    if same.endswith(part_words("branch")):
        match = table.anywhere.search(same, 1)
        if match:
            take_branch_after(work, match.start(), match[0], table.forms[match[0]])
        return None
    for size in table.lengths:
        if size >= len(same):
            continue
        if (form := table.forms.get(same[-size:])) is not None:
            found = LegalForm(form.code, rest[-size:], "suffix", form.language)
            return work.take_form(found, rest[:-size])
        if (form := table.forms.get(same[:size])) is not None:
            found = LegalForm(form.code, rest[:size], "prefix", form.language)
            return work.take_form(found, rest[size:])
    return None


def take_branch_after(work: Work, at: int, spelling: str, form: Form) -> None:
    """トヨタ自動車株式会社東京支店: the form is inside because a branch follows."""
    tail = work.rest[at + len(spelling) :].strip(EDGE)
    if not plain(tail).endswith(part_words("branch")):
        return
    work.qualifiers.append(Qualifier("branch", tail))
    work.take_form(
        LegalForm(form.code, work.rest[at : at + len(spelling)], "infix", form.language), work.rest[:at]
    )


@cache
def part_words(kind: str) -> tuple[str, ...]:
    """The plain words of a kind in `name_parts.tsv`, the longest first."""
    found = {
        plain(tidy(word))
        for name, listed in rows("name_parts.tsv")
        if name == kind
        for word in listed.split("|")
    }
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


def take_spaced_form(work: Work) -> None:
    """A form in letters with word spaces, at the end (`Co., Ltd.`) or for a few forms at the start (`PT`)."""
    found = list(WORD.finditer(work.rest)) if LETTERS.search(work.rest) else []
    if len(found) < 2:
        return None
    for size in range(min(MOST_WORDS, len(found) - 1), 0, -1):
        start = found[-size].start()
        start = reach_back(work.rest, start)
        form = spaced().get(words(work.rest[start:])) if start > 0 else None
        if form:
            spelled = work.rest[start:]
            return work.take_form(LegalForm(form.code, spelled, "suffix", form.language), work.rest[:start])
    for size in range(min(MOST_WORDS, len(found) - 1), 0, -1):
        end = found[size - 1].end()
        form = spaced().get(words(work.rest[:end]))
        if form and form.code in LEADING:
            spelled = work.rest[:end]
            return work.take_form(LegalForm(form.code, spelled, "prefix", form.language), work.rest[end:])
    return None


def reach_back(text: str, start: int) -> int:
    """An opening bracket belongs to the word after it."""
    return start - 1 if start and text[start - 1] in "([" else start


def take_brackets(work: Work) -> None:
    """What stands in brackets is a place, a branch, a group word or a gloss, unless nothing else is left."""
    for match in BRACKETS.finditer(work.rest):
        rest = (work.rest.replace(match[0], " ", 1)).strip(EDGE)
        if not rest:
            return
        work.qualifiers.append(Qualifier(bracket_kind(match[1]), match[1].strip()))
        work.rest = " ".join(rest.split()) if " " in work.rest else rest.replace(" ", "")


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
    ordinal = ORDINAL.search(work.rest)
    if ordinal and ordinal.start() > 0:
        work.qualifiers.append(Qualifier("ordinal", ordinal[1]))
        work.rest = work.rest[: ordinal.start()].strip(EDGE)
    take_word(work, "group")
    take_word(work, "branch")


def take_word(work: Work, kind: QualifierKind) -> None:
    """One word of a kind at the end of what is left, if something remains before it."""
    same = plain(work.rest)
    if not same.endswith(part_words(kind)):
        return
    word = next(word for word in part_words(kind) if same.endswith(word))
    head = work.rest[: -len(word)]
    whole = UNSPACED.match(word) or head.endswith(" ")
    if head.strip(EDGE) and whole and not (kind == "branch" and UNSPACED.match(word)):
        work.qualifiers.append(Qualifier(kind, work.rest[-len(word) :]))
        work.rest = head.strip(EDGE)
