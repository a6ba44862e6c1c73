"""Organisation names in every script: parts, folded forms, readings, keys to search by, identifiers."""

from kakehashi.names.folding import fold, tidy
from kakehashi.names.keys import query_keys, search_keys
from kakehashi.names.parsing import parse
from kakehashi.names.readings import readings
from kakehashi.names.values import LegalForm, ParsedName, Qualifier, Reading, SearchKey

__all__ = [
    "LegalForm",
    "ParsedName",
    "Qualifier",
    "Reading",
    "SearchKey",
    "fold",
    "parse",
    "query_keys",
    "readings",
    "search_keys",
    "tidy",
]
