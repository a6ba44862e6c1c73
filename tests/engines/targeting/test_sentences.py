"""Every code has its sentence, and every sentence has a code that can occur."""

import re
from pathlib import Path

import pytest

import kakehashi.targeting as targeting
from kakehashi.kernel import say
from kakehashi.targeting.assessment import LEFT_OUT
from kakehashi.targeting.place import RELATIONS, SIGNALS
from kakehashi.targeting.profile import SPREADS
from kakehashi.targeting.recognition import MODES
from kakehashi.targeting.sentences import LABELS, SENTENCES

SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in Path(targeting.__file__).parent.rglob("*.py"))
PLACEHOLDER = re.compile(r"%\((\w+)\)s")


@pytest.mark.parametrize("code", sorted(set(re.findall(r'(?:Reason|WrongInput)\(\s*"([\w.]+)"', SOURCE))))
def test_every_code_written_in_the_engine_has_a_sentence(code: str) -> None:
    """A code without a sentence would be an error at the worst moment."""
    assert code in SENTENCES


def test_every_composed_code_has_a_sentence() -> None:
    """Codes put together from a kind are all there."""
    composed = [f"signals.{kind}" for kind in SIGNALS] + [f"signal.{kind}" for kind in SIGNALS]
    composed += [f"relations.{kind}" for kind in RELATIONS] + [f"relation.{kind}" for kind in RELATIONS]
    composed += [f"recognised.{mode}" for mode in MODES if mode != "none"] + ["recognised.industry_several"]
    composed += [f"how.{mode}" for mode in MODES if mode != "none"]
    composed += [f"excluded.{code}" for code in (*LEFT_OUT, "other_country")]
    composed += [f"spread.{by}" for by in (*SPREADS, "unclear")]
    composed += [f"fills_gap.{kind}" for kind in ("missing", "weak", "next")]
    composed += [f"criterion.{each.code}{about}" for each in targeting.CRITERIA for about in ("", ".about")]
    composed += [f"missing.{each.code}" for each in targeting.CRITERIA]
    for strength in ("target_strong", "target_thin", "strong", "thin"):
        composed += [f"industry_fit.{strength}", f"industry_fit.{strength}_interval"]
    assert set(composed) <= set(SENTENCES)


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_sentences_are_whole_and_name_their_placeholders(code: str) -> None:
    """They begin with a capital or a name, end with a full stop (labels do not), and can be filled."""
    entry = SENTENCES[code]
    texts = [entry] if isinstance(entry, str) else list(entry[:2])
    label = code in LABELS or (code.startswith("criterion.") and not code.endswith(".about"))
    for text in texts:
        assert text[0].isupper() or text[0] in "%“"
        assert text.endswith((".", "?")) != label
        assert "%s" not in text
    names = {name for text in texts for name in PLACEHOLDER.findall(text)}
    counted = {} if isinstance(entry, str) else {entry[2]: 2}
    assert "%(" not in say(code, dict.fromkeys(names, "x") | counted, sentences=SENTENCES)
