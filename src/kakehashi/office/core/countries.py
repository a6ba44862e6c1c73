"""Countries by ISO 3166-1 code, called as the reader's language calls them (Unicode CLDR, by Babel)."""

from functools import cache

from babel import Locale
from django.utils.translation import get_language


def country_name(code: str, language: str | None = None) -> str:
    """The country's name in `language` (default: the reader's); the code itself where it names no country."""
    return _territories(language or get_language() or "en").get(code.upper(), code)


def country_choices() -> list[tuple[str, str]]:
    """(code, name) of every country, in the order of their names in the reader's language."""
    names = _territories(get_language() or "en")
    found = [(code, name) for code, name in names.items() if code not in _NOT_COUNTRIES]
    return sorted(found, key=lambda entry: entry[1])


@cache
def _territories(language: str) -> dict[str, str]:
    names = Locale.parse(language, sep="-").territories
    return {code: name for code, name in names.items() if len(code) == 2 and code.isalpha()}


#: Two-letter entries of CLDR that stand for no country.
_NOT_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
