"""Whatever bytes arrive, they are read or refused in a sentence; nothing else ever comes out."""

import gzip
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kakehashi.kernel import WrongInput
from kakehashi.tables import SENTENCES, open_table

TEXT = '会社名,所在地,備考\n"株式会社小松製作所","東京都港区","a ""b"""\nトヨタ,豊田市,\n' * 3


def workbook() -> bytes:
    book = openpyxl.Workbook()
    for row in (["会社名", "備考"], ["小松", "=1+1"], ["日立", 5]):
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def archive() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("a.csv", TEXT.encode("cp932"))
    return file.getvalue()


SEEDS = (
    TEXT.encode("cp932"),
    TEXT.encode("utf-16"),
    TEXT.encode(),
    workbook(),
    archive(),
    gzip.compress(TEXT.encode()),
)


def read(path: Path, data: bytes) -> None:
    """Opens and reads all of it; only WrongInput with a known code may come out."""
    path.write_bytes(data)
    try:
        for row in open_table(path).rows():
            assert row.line > 0
    except WrongInput as error:
        message = SENTENCES[error.code]
        assert isinstance(message, str)
        message % error.params


@given(st.binary(max_size=400))
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf")
@example(b"PK\x03\x04")
@example(b"\x1f\x8b")
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    """Bytes out of nowhere."""
    read(tmp_path_factory.getbasetemp() / "any.csv", data)


@given(
    st.sampled_from(SEEDS),
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=6),
    st.integers(0, 99),
)
@settings(max_examples=150, deadline=None)
def test_damaged_tables_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, seed: bytes, damage: list[tuple[int, int]], cut: int
) -> None:
    """Real tables with some bytes changed and the end cut off."""
    data = bytearray(seed[: len(seed) - len(seed) * cut // 200])
    for place, value in damage:
        data[place % len(data)] = value
    read(tmp_path_factory.getbasetemp() / "damaged.csv", bytes(data))
