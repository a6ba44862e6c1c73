"""The one way from a code with parameters to a sentence, in whatever language the caller translates into."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

#: code → msgid, or (singular, plural, name of the counting parameter): see `N_` and `NN_`.
Sentences: TypeAlias = Mapping[str, str | tuple[str, str, str]]


def N_(msgid: str) -> str:  # noqa: N802 - the customary name, which message extraction looks for
    """Marks a msgid for extraction where it is written down and translates nothing."""
    return msgid


def NN_(singular: str, plural: str, counter: str) -> tuple[str, str, str]:  # noqa: N802
    """Marks a sentence that depends on a number for extraction; `counter` names the parameter that holds the number."""
    return singular, plural, counter


def say(
    code: str,
    params: Mapping[str, object],
    *,
    sentences: Sentences,
    translate: Callable[[str], str] = lambda msgid: msgid,
    ntranslate: Callable[[str, str, int], str] = lambda one, many, n: one if n == 1 else many,
) -> str:
    """The sentence for `code`, filled with `params`. Raises KeyError for an unknown code or a missing parameter."""
    entry = sentences[code]
    if isinstance(entry, str):
        return translate(entry) % dict(params)
    singular, plural, counter = entry
    count = params[counter]
    if not isinstance(count, int):
        raise KeyError(f"{code}: the parameter {counter} must be a whole number")
    return ntranslate(singular, plural, count) % dict(params)
