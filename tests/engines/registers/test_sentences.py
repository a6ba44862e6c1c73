"""Every code that tables and registers raise has its sentence, and every sentence is used."""

import re
from pathlib import Path

import kakehashi
from kakehashi.registers import SENTENCES
from kakehashi.tables import SENTENCES as TABLE_SENTENCES

CODE = re.compile(r'"((?:tables|registers)\.[a-z_0-9]+)"')


def test_codes_and_sentences_are_the_same() -> None:
    """Nothing is raised that cannot be said, and nothing can be said that is never raised."""
    root = Path(kakehashi.__file__).parent
    used: set[str] = set()
    for folder in ("tables", "registers"):
        for module in (root / folder).glob("*.py"):
            if module.name != "sentences.py":
                used |= set(CODE.findall(module.read_text(encoding="utf-8")))
    used -= {"registers.data"}
    assert used == {*SENTENCES, *TABLE_SENTENCES}
