"""The decoded physical lines of a table, one at a time, each proven to be in the encoding of the rest."""

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

from kakehashi.kernel import WrongInput
from kakehashi.tables.encodings import score_lines, shown
from kakehashi.tables.plausibility import GUESSED

_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_NARROW_KANA = re.compile("[\uff61-\uff9f]")


def decoded_lines(stream: BinaryIO, *, encoding: str, longest: int) -> Iterator[str]:
    """Lines with their ends, for `csv`. Raises WrongInput naming the first line in another encoding."""
    if encoding.startswith("utf-16"):
        yield from _wide_lines(stream, encoding=encoding, longest=longest)
        return
    number = 0
    while raw := stream.readline(longest + 1):
        number += 1
        if len(raw) > longest:
            raise WrongInput("tables.line_too_long", line=number, limit=longest)
        if b"\x00" in raw:
            raise WrongInput("tables.nul_in_line", line=number)
        yield from _split_old_ends(_decode(raw, encoding=encoding, number=number))


def _decode(raw: bytes, *, encoding: str, number: int) -> str:
    if raw.isascii():
        return raw.decode("ascii")
    try:
        text = raw.decode(encoding if number == 1 or encoding != "utf-8-sig" else "utf-8")
    except UnicodeDecodeError as error:
        raise _mixed(raw, encoding=encoding, number=number) from error
    if not encoding.startswith("utf") and _is_other(raw, text, encoding=encoding):
        raise _mixed(raw, encoding=encoding, number=number)
    return text


def _is_other(raw: bytes, text: str, *, encoding: str) -> bool:
    """Whether a line that decodes is written in another encoding all the same."""
    if _is_surely_utf8(raw):
        return True
    if encoding == "cp932" and len(_NARROW_KANA.findall(text)) >= 4:
        return score_lines([raw], "gb18030") > 0.9 and score_lines([raw], "cp932") < 0.5
    if encoding == "gb18030" and len(text.encode("gb2312", "ignore")) < 0.7 * len(raw):
        return score_lines([raw], "cp932") > 0.9 and score_lines([raw], "gb18030") < 0.5
    return False


def _is_surely_utf8(raw: bytes) -> bool:
    """Nine non-ASCII bytes that are all well-formed UTF-8 do not happen by chance elsewhere."""
    if sum(len(run) for run in _MULTIBYTE.findall(raw)) < 9:
        return False
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _mixed(raw: bytes, *, encoding: str, number: int) -> WrongInput:
    others = ["utf-8-sig"] if _is_surely_utf8(raw) else []
    others += [other for other in GUESSED if other != encoding and score_lines([raw], other) > 0.8]
    if others:
        found = shown(others[0])
        return WrongInput("tables.encoding_mixed", line=number, encoding=shown(encoding), found=found)
    return WrongInput("tables.encoding_broken", line=number, encoding=shown(encoding))


def _split_old_ends(text: str) -> Iterator[str]:
    """Old Macintosh files end lines in a carriage return alone; the csv reader wants them apart."""
    if "\r" not in text.rstrip("\r\n"):
        yield text
    else:
        yield from re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text)


def _wide_lines(stream: BinaryIO, *, encoding: str, longest: int) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)()
    number, rest = 0, ""
    while True:
        chunk = stream.read(1 << 16)
        try:
            rest += decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError as error:
            raise WrongInput(
                "tables.encoding_broken", line=number + 1 + rest.count("\n"), encoding=shown(encoding)
            ) from error
        *whole, rest = rest.split("\n")
        for line in whole:
            number += 1
            yield line + "\n"
        if len(rest) > longest:
            raise WrongInput("tables.line_too_long", line=number + 1, limit=longest)
        if not chunk:
            break
    if rest:
        yield rest
