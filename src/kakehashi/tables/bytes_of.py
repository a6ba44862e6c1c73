"""Where the bytes of a table come from: a plain file, a gzip file or the one table inside a zip archive."""

import errno
import gzip
import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from kakehashi.kernel import WrongInput
from kakehashi.tables.limits import Limits, megabytes

TABLE_SUFFIXES = (".csv", ".tsv", ".txt", ".tab")
#: What the standard library raises on archives that are damaged, or packed in a way that it cannot open.
BROKEN = (
    zipfile.BadZipFile,
    gzip.BadGzipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,
    OverflowError,
    UnicodeDecodeError,
)
#: How files begin that people drop by mistake.
DOCUMENTS_AND_PICTURES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"PAR1", b"SQLite f")


@dataclass(frozen=True, slots=True)
class Source:
    """A table's bytes, to be opened as often as needed. `packing` is `plain`, `gzip` or `zip`."""

    path: Path
    name: str
    packing: str
    member: str
    limits: Limits

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """The unpacked bytes. Raises WrongInput for an archive that is broken or grows too large."""
        with broken_told(self.name), self._unpacked() as stream:
            yield stream

    @contextmanager
    def _unpacked(self) -> Iterator[BinaryIO]:
        if self.packing == "zip":
            with zipfile.ZipFile(self.path) as archive, archive.open(self.member) as member:
                yield cast(BinaryIO, member)
        elif self.packing == "gzip":
            with (
                gzip.open(self.path) as unpacked,
                io.BufferedReader(_Counted(unpacked, self.limits)) as counted,
            ):
                yield counted
        else:
            with self.path.open("rb") as plain:
                yield plain


class _Counted(io.RawIOBase):
    """Passes bytes on and stops when more come than the limits allow (a gzip file does not say its size)."""

    def __init__(self, inner: gzip.GzipFile, limits: Limits) -> None:
        self._inner, self._limits, self._count = inner, limits, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:  # type: ignore[no-untyped-def]
        data = self._inner.read(len(buffer))
        self._count += len(data)
        if self._count > self._limits.unpacked_bytes:
            limit = megabytes(self._limits.unpacked_bytes)
            raise WrongInput("tables.unpacked_too_big", size=megabytes(self._count), limit=limit)
        buffer[: len(data)] = data
        return len(data)


def packing_of(path: Path, *, name: str) -> str:
    """`plain`, `gzip`, `zip`, `xlsx` or `xls`, told by the first bytes and never by the file's name."""
    with path.open("rb") as file:
        head = file.read(8)
    if head.startswith(b"\x1f\x8b"):
        return "gzip"
    if head.startswith(DOCUMENTS_AND_PICTURES):
        raise WrongInput("tables.not_a_table", file=name)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return "xls"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "xlsx" if _is_workbook(path, name) else "zip"
    return "plain"


def find_source(path: Path, *, name: str, packing: str, limits: Limits) -> Source:
    """The source of a delimited table. Raises WrongInput when an archive does not hold exactly one."""
    if packing != "zip":
        return Source(path=path, name=name, packing=packing, member="", limits=limits)
    with broken_told(name), zipfile.ZipFile(path) as archive:
        found = [item for item in archive.infolist() if _is_table(item.filename)]
        if len(found) != 1:
            names = ", ".join(item.filename for item in found[:5])
            raise WrongInput("tables.archive_not_one_table", file=name, count=len(found), names=names)
        if found[0].flag_bits & 0x1:
            raise WrongInput("tables.encrypted", file=name)
        limits.check_unpacked(
            packed=found[0].compress_size, unpacked=found[0].file_size, most=limits.unpacked_bytes
        )
    return Source(path=path, name=name, packing="zip", member=found[0].filename, limits=limits)


@contextmanager
def broken_told(name: str) -> Iterator[None]:
    """Turns what a damaged archive raises into WrongInput."""
    try:
        yield
    except BROKEN as error:
        raise WrongInput("tables.archive_broken", file=name) from error
    except OSError as error:
        if (
            error.errno != errno.EINVAL
        ):  # a place before the beginning of the file, as the archive's index says
            raise
        raise WrongInput("tables.archive_broken", file=name) from error


def _is_workbook(path: Path, name: str) -> bool:
    with broken_told(name), zipfile.ZipFile(path) as archive:
        return "xl/workbook.xml" in archive.namelist()


def _is_table(name: str) -> bool:
    entry = PurePosixPath(name)
    hidden = "__MACOSX" in entry.parts or entry.name.startswith(".")
    return not hidden and entry.suffix.lower() in TABLE_SUFFIXES
