"""Organisation names in every script: parts, folded forms, readings, keys to search by, identifiers."""

from kakehashi.names.comparing import Comparison, Decision, compare
from kakehashi.names.folding import fold, tidy
from kakehashi.names.keys import query_keys, search_keys
from kakehashi.names.parsing import parse
from kakehashi.names.preparing import PreparedName, prepare
from kakehashi.names.readings import readings
from kakehashi.names.values import LegalForm, ParsedName, Qualifier, Reading, SearchKey

__all__ = [
    "Comparison",
    "Decision",
    "LegalForm",
    "ParsedName",
    "PreparedName",
    "Qualifier",
    "Reading",
    "SearchKey",
    "compare",
    "fold",
    "parse",
    "prepare",
    "query_keys",
    "readings",
    "search_keys",
    "tidy",
]
