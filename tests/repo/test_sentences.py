"""Every code that the office or an engine can utter has a sentence."""

import re
from pathlib import Path

from kakehashi.office.core.sentences import all_sentences

SOURCE = Path(__file__).resolve().parents[2] / "src" / "kakehashi"
ACTION = re.compile(r"""journal\.record\((?:[^()]|\([^()]*\))*?action=["']([\w.]+)["']""", re.S)
COMPLAINT = re.compile(r"""WrongInput\(\s*["']([\w.]+)["']""")
PLACEHOLDER = re.compile(r"%\((\w+)\)(?:\.\d)?[sdf]")


def _codes(pattern: re.Pattern[str]) -> dict[str, str]:
    found = {}
    for path in SOURCE.rglob("*.py"):
        for code in pattern.findall(path.read_text(encoding="utf-8")):
            found[code] = path.name
    return found


def test_every_action_in_the_journal_has_a_sentence() -> None:
    """An entry is read by people, so `journal.<action>` must be written down."""
    codes = _codes(ACTION)
    assert len(codes) > 2
    missing = {code: where for code, where in codes.items() if f"journal.{code}" not in all_sentences()}
    assert not missing


def test_every_complaint_has_a_sentence() -> None:
    """Wrong input is answered with a sentence, never with a code."""
    missing = {code: where for code, where in _codes(COMPLAINT).items() if code not in all_sentences()}
    assert not missing


def test_sentences_name_their_placeholders() -> None:
    """A translator must be able to move them."""
    for code, entry in all_sentences().items():
        for text in [entry] if isinstance(entry, str) else entry[:2]:
            stripped = PLACEHOLDER.sub("", text).replace("%%", "")
            assert "%" not in stripped, code
