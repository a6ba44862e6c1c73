"""Which encoding a table is written in, and its decoded lines; a line that breaks the encoding is named."""

import codecs
import itertools
import unicodedata
from typing import BinaryIO

from kakehashi.kernel import WrongInput
from kakehashi.tables.bytes_of import Source
from kakehashi.tables.plausibility import GUESSED, canonical, plausibility

_CHUNK = 1 << 20
_SAMPLE = 1 << 18
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def choose_encoding(source: Source, *, declared: str | None) -> str:
    """The decoder to read `source` with. Raises WrongInput when it is unknown or wrongly declared."""
    found = detect_encoding(source)
    if declared is None:
        if found is None:
            raise WrongInput("tables.encoding_unknown", file=source.name)
        return found
    wanted = canonical(declared)
    if wanted is None:
        raise WrongInput("tables.encoding_not_supported", encoding=declared)
    if found is not None and _contradicts(source, wanted=wanted, found=found):
        raise WrongInput("tables.encoding_declared_wrong", declared=declared, found=shown(found))
    return wanted


def shown(decoder: str) -> str:
    """The name of a decoder as people know it."""
    return {"utf-8-sig": "UTF-8", "cp932": "Shift_JIS (CP932)", "cp874": "TIS-620 (CP874)"}.get(
        decoder, decoder.upper()
    )


def detect_encoding(source: Source) -> str | None:
    """A decoder's name, or None when no candidate reads the text plausibly."""
    with source.open() as stream:
        head = stream.read(4096)
    for mark, decoder in _BOMS:
        if head.startswith(mark):
            return decoder
    if wide := _utf16_without_mark(head):
        return wide
    if b"\x00" in head:
        raise WrongInput("tables.not_a_table", file=source.name)
    with source.open() as stream:
        sample = _sample_where_utf8_ends(stream)
    return "utf-8-sig" if sample is None else _most_plausible(sample)


def _utf16_without_mark(head: bytes) -> str | None:
    evens, odds = head[0::2].count(0), head[1::2].count(0)
    half = max(len(head) // 2, 1)
    if odds > 0.1 * half and evens == 0:
        return "utf-16-le" if _is_text(head, "utf-16-le") else None
    if evens > 0.1 * half and odds == 0:
        return "utf-16-be" if _is_text(head, "utf-16-be") else None
    return None


def _is_text(head: bytes, encoding: str) -> bool:
    """Whether the beginning decodes to something without control characters."""
    text = head[: len(head) // 2 * 2].decode(encoding, "replace")
    return all(character in "\t\r\n" or unicodedata.category(character) != "Cc" for character in text)


def _sample_where_utf8_ends(stream: BinaryIO) -> list[bytes] | None:
    """None when all of it is UTF-8, else lines with non-ASCII bytes from around where it is not."""
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    before: list[bytes] = []
    while chunk := stream.read(_CHUNK):
        try:
            decoder.decode(chunk)
        except UnicodeDecodeError:
            return before + _telling_lines(chunk)
        before = before or _telling_lines(chunk)
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return before
    return None


def _telling_lines(chunk: bytes) -> list[bytes]:
    size = itertools.accumulate(len(line) for line in chunk.splitlines() if not line.isascii())
    telling = (line for line in chunk.splitlines() if not line.isascii())
    return [line for line, total in zip(telling, size, strict=True) if total <= _SAMPLE]


def _most_plausible(sample: list[bytes]) -> str | None:
    utf8 = sum(1 for line in sample if _reads(line, "utf-8"))
    if sample and utf8 > 0.5 * len(sample):
        return "utf-8-sig"
    scores = {encoding: score_lines(sample, encoding) for encoding in GUESSED}
    best = max(GUESSED, key=lambda encoding: scores[encoding])
    return best if scores[best] >= 0.5 else None


def score_lines(lines: list[bytes], encoding: str) -> float:
    """Mean plausibility of the lines in `encoding`; a line that cannot be decoded counts as nothing."""
    total = 0.0
    for line in lines:
        try:
            total += plausibility(line.decode(encoding), encoding)
        except UnicodeDecodeError:
            continue
    return total / max(len(lines), 1)


def _reads(line: bytes, encoding: str) -> bool:
    try:
        line.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _contradicts(source: Source, *, wanted: str, found: str) -> bool:
    if wanted == found or {wanted, found} <= {"utf-16", "utf-16-le", "utf-16-be"}:
        return False
    with source.open() as stream:
        sample = _telling_lines(stream.read(_CHUNK).removeprefix(codecs.BOM_UTF8))
    if found.startswith("utf"):
        return bool(sample) or wanted.startswith("utf-16") or found.startswith("utf-16")
    readable = sum(1 for line in sample if _reads(line, wanted))
    if readable < len(sample):
        return True
    return wanted in GUESSED and score_lines(sample, wanted) < 0.6 * score_lines(sample, found)
