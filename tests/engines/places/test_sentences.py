"""Every code of the places engine has its sentence, and no sentence is without a code that uses it."""

import ast
import re
from pathlib import Path

import pytest

import kakehashi.cli.places as command
from kakehashi import places
from kakehashi.kernel import say
from kakehashi.places.sentences import GAPS, PROBLEMS, SENTENCES, with_names

SOURCES = [*sorted(Path(places.__file__).parent.glob("*.py")), Path(command.__file__)]


def codes_raised() -> set[str]:
    """The first argument of every WrongInput and every Reason in the engine, where it is written out."""
    found = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and path.name != "sentences.py":
                found.add(node.value)
    return found


def test_every_sentence_is_used() -> None:
    """A code that nobody raises is dead."""
    assert set(SENTENCES) <= codes_raised()


def test_every_code_that_is_raised_has_a_sentence() -> None:
    """Codes are written as WrongInput("code", …) or Reason("code", …)."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    raised = set(re.findall(r'(?:WrongInput|Reason)\(\s*"([^"]+)"', text))
    assert raised
    assert raised <= set(SENTENCES)


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_sentences_are_whole_and_can_be_filled(code: str) -> None:
    """They end with a full stop, and their placeholders have names."""
    entry = SENTENCES[code]
    forms = [entry] if isinstance(entry, str) else list(entry[:2])
    names = {name for form in forms for name in re.findall(r"%\((\w+)\)", form)}
    params: dict[str, object] = dict.fromkeys(names, 1)
    assert say(code, params, sentences=SENTENCES).endswith(".")


def test_lists_of_names_are_joined_as_the_language_does() -> None:
    """With a comma, or with the East Asian enumeration mark."""
    names = {"a": "甲", "b": "乙"}
    assert with_names({"upstream": ["a", "b"]}, names=names, language="ja") == {"upstream": "甲、乙"}
    assert with_names({"upstream": ["a", "b"], "n": 2}, names=names, language="en") == {
        "upstream": "甲, 乙",
        "n": 2,
    }


def test_problems_and_gaps_do_not_share_codes() -> None:
    """They are merged into one table."""
    assert not set(PROBLEMS) & set(GAPS)
