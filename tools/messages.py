"""Message catalogues without a system gettext: extract, update, compile and check them, all through Babel.

python -m tools.messages update    extract every msgid and bring the four catalogues up to date
python -m tools.messages compile   write the .mo files
python -m tools.messages check     fail when a message is missing, fuzzy, stale, or breaks its placeholders
"""

import ast
import io
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "kakehashi"
LOCALES = SOURCE / "office" / "locale"
#: Django's names of the locales; English is filled from the msgids.
LANGUAGES = ("en", "zh_Hans", "ja", "th")
KEYWORDS: dict[str, tuple[object, ...] | None] = {
    "_": None,
    "N_": None,
    "NN_": (1, 2),
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
VOLATILE = re.compile(
    r'^"(?:POT-Creation-Date|PO-Revision-Date|Generated-By|Last-Translator|Language-Team|'
    r'Report-Msgid-Bugs-To): .*\\n"\n',
    re.M,
)
PLACEHOLDER = re.compile(r"%\((\w+)\)(?:\.\d)?[sdf]")
CALL = re.compile(r"\b(?:_|n?p?gettext)\(")
ANONYMOUS = re.compile(r"(?<!%)%[sd]")


def template_catalogue() -> Catalog:
    """Every message of the sources, with where it stands."""
    catalogue = Catalog(project="Kakehashi", version="1", charset="utf-8", fuzzy=False)
    for path in sorted([*SOURCE.rglob("*.py"), *SOURCE.rglob("*.html"), *SOURCE.rglob("*.txt")]):
        if "migrations" in path.parts or "static" in path.parts:
            continue
        for line, message, comments, context in _messages(path):
            catalogue.add(
                message,
                locations=[(path.relative_to(ROOT).as_posix(), line)],
                auto_comments=comments,
                context=context,
            )
    return catalogue


def _messages(path: Path) -> Iterator[tuple[int, str | tuple[str, ...], list[str], str | None]]:
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        text = _calls_only(_templatized(text, path))
    stream = io.BytesIO(text.encode("utf-8"))
    yield from extract("python", stream, KEYWORDS, ("Translators:",), {"encoding": "utf-8"})  # type: ignore[arg-type]


def _templatized(text: str, path: Path) -> str:
    """A Django template in which everything but the messages is blanked out."""
    from django.conf import settings
    from django.utils.translation.template import templatize

    if not settings.configured:
        settings.configure(USE_I18N=True)
    return templatize(text, origin=str(path))


def _calls_only(blanked: str) -> str:
    """The gettext calls of a blanked-out template, each on its own line, on the line numbers where they begin."""
    lines: dict[int, list[str]] = {}
    for match in CALL.finditer(blanked):
        call = _whole_call(blanked, match.start())
        if call:
            lines.setdefault(blanked.count("\n", 0, match.start()), []).append(call)
    last = max(lines, default=-1)
    return "\n".join("; ".join(lines.get(number, [])) for number in range(last + 1)) + "\n"


def _whole_call(text: str, start: int) -> str | None:
    """The call that begins at `start`, up to the parenthesis that closes it, on one line."""
    end = text.find(")", start)
    while end != -1:
        with suppress(SyntaxError):
            return ast.unparse(ast.parse(text[start : end + 1].strip(), mode="eval"))
        end = text.find(")", end + 1)
    return None


def catalogue_path(language: str) -> Path:
    return LOCALES / language / "LC_MESSAGES" / "django.po"


def load(language: str) -> Catalog:
    path = catalogue_path(language)
    if not path.exists():
        return Catalog(locale=language, project="Kakehashi", version="1", charset="utf-8", fuzzy=False)
    with path.open("rb") as stream:
        return read_po(stream, locale=language)


def update() -> None:
    template = template_catalogue()
    for language in LANGUAGES:
        catalogue = load(language)
        catalogue.update(deepcopy(template), no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        catalogue.fuzzy = False
        if language == "en":
            for message in catalogue:
                if message.id:
                    message.string = message.id
                    message.flags.discard("fuzzy")
        path = catalogue_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as stream:
            write_po(stream, catalogue, width=110, sort_output=True, omit_header=False, no_location=True)
        _drop_dates(path)
    compile_all()


def _drop_dates(path: Path) -> None:
    """The header's dates would change at every update and say nothing."""
    text = path.read_text(encoding="utf-8")
    text = VOLATILE.sub("", text)
    path.write_text(re.sub(r"\A(#.*\n)+", "", text), encoding="utf-8")


def compile_all() -> None:
    for language in LANGUAGES:
        path = catalogue_path(language)
        if path.exists():
            with path.with_suffix(".mo").open("wb") as stream:
                write_mo(stream, load(language))


def problems() -> list[str]:
    """Everything that keeps the catalogues from being complete, one line each."""
    template = template_catalogue()
    wanted = {(message.context, message.id) for message in template if message.id}
    found = [
        f"anonymous placeholder in the message {message.id!r}"
        for message in template
        if _is_anonymous(message.id)
    ]
    for language in LANGUAGES:
        catalogue = load(language)
        have = {(message.context, message.id): message for message in catalogue if message.id}
        found += [
            f"{language}: not in the catalogue: {key[1]!r}" for key in sorted(wanted - have.keys(), key=str)
        ]
        found += [f"{language}: no longer used: {key[1]!r}" for key in sorted(have.keys() - wanted, key=str)]
        for key, message in have.items():
            strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
            if not all(strings) or message.fuzzy or (language != "en" and _is_english(message.id, strings)):
                found.append(f"{language}: not translated: {key[1]!r}")
            elif not _same_placeholders(message.id, strings):
                found.append(f"{language}: placeholders differ: {key[1]!r}")
    return found


def _is_english(msgid: str | tuple[str, ...] | list[str], strings: tuple[str, ...] | list[str]) -> bool:
    """Whether a translation is the English sentence itself (a single word such as XLSX may well be)."""
    first = msgid if isinstance(msgid, str) else msgid[0]
    return strings[0] == first and " " in PLACEHOLDER.sub("", first).strip()


def _is_anonymous(msgid: str | tuple[str, ...] | list[str]) -> bool:
    texts = [msgid] if isinstance(msgid, str) else list(msgid)
    return any(ANONYMOUS.search(text) for text in texts if text)


def _same_placeholders(
    msgid: str | tuple[str, ...] | list[str], strings: tuple[str, ...] | list[str]
) -> bool:
    texts = [msgid] if isinstance(msgid, str) else list(msgid)
    wanted = {name for text in texts for name in PLACEHOLDER.findall(text)}
    return all(set(PLACEHOLDER.findall(string)) <= wanted for string in strings) and all(
        wanted <= set(PLACEHOLDER.findall(string)) | _optional(texts) for string in strings[-1:]
    )


def _optional(texts: list[str]) -> set[str]:
    """Names that the singular already leaves out may be left out."""
    return (
        set()
        if len(texts) == 1
        else {n for n in PLACEHOLDER.findall(texts[1]) if n not in PLACEHOLDER.findall(texts[0])}
    )


def main(command: str) -> int:
    if command == "update":
        update()
    elif command == "compile":
        compile_all()
    elif command == "check":
        found = problems()
        print("\n".join(found[:40]) or "the four catalogues are complete")
        return 1 if found else 0
    else:
        print(__doc__)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
