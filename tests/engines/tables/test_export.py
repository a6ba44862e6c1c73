"""What is written for spreadsheet programs is shown by them and never run."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from kakehashi.tables import SENTENCES, neutralise, write_csv


@given(st.text(max_size=20))
def test_no_written_text_begins_like_a_formula(text: str) -> None:
    """Unless it is a plain number; and nothing is lost, because only an apostrophe is put before it."""
    safe = neutralise(text)
    assert safe in (text, "'" + text)
    first = safe.lstrip(" \u3000")[:1]
    assert first not in {"=", "@", "\t", "\r", "＝", "＠"}
    if first in {"+", "-"}:
        assert float(safe) == float(text)


def test_known_injections_are_neutralised() -> None:
    """The classic ones, in narrow and full width, also after blanks."""
    for attack in ("=cmd|'/c calc'!A1", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "＝1+1", "  =1"):
        assert neutralise(attack) == "'" + attack
    for harmless in ("-12.5", "+81", "株式会社", "a=b", ""):
        assert neutralise(harmless) == harmless


def test_csv_is_written_with_a_mark_and_neutralised() -> None:
    """Header and cells alike; None is an empty cell."""
    file = io.StringIO()
    assert write_csv(file, columns=("=a", "b"), rows=[("@x", None), (1, 'q"q')]) == 2
    text = file.getvalue()
    assert text.startswith("\ufeff")
    assert list(csv.reader(io.StringIO(text[1:]))) == [["'=a", "b"], ["'@x", ""], ["1", 'q"q']]


def test_every_sentence_can_be_said() -> None:
    """Each is a whole sentence with named placeholders."""
    for sentence in SENTENCES.values():
        assert isinstance(sentence, str)
        assert sentence.endswith(".")
        assert "%s" not in sentence
