"""The tables that the engine reads are what they promise to be."""

from kakehashi.names import lexicon
from kakehashi.names.characters import han_forms
from kakehashi.names.folding import fold
from kakehashi.names.legal_forms import joined, spaced, table
from kakehashi.names.likeness import FEATURES
from kakehashi.names.resources import rows


def test_the_folding_of_characters_is_settled() -> None:
    """No kept form is replaced again."""
    assert not {new for new in han_forms().values() if new in han_forms()}


def test_legal_forms_have_one_code_each() -> None:
    """A code is one row; every spelling can be found."""
    codes = [form.code for form, _ in table()]
    assert len(codes) == len(set(codes))
    assert all(len(spelling) > 1 for spelling in joined().forms)
    assert all(all(words) for words in spaced())


def test_every_concept_has_words() -> None:
    """Each row of the lexicon has a known tier and words in two languages or more, or is a place."""
    for tier, *languages in lexicon.concepts():
        assert tier in lexicon.TIERS
        assert any(languages)


def test_lexicon_words_are_folded() -> None:
    """What is looked up is what is stored."""
    for words in (lexicon.latin_words(), lexicon.japanese_words(), lexicon.chinese_words()):
        assert all(fold(word) == word for word in words)


def test_the_weights_fit_the_features() -> None:
    """One weight for each feature, in every route."""
    for row in rows("weights.tsv"):
        assert len(row) == 4 + len(FEATURES)
