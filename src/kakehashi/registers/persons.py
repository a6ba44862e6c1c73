"""Tells natural persons from organisations in a register, so that they are never kept."""

import re
import unicodedata
from functools import lru_cache

#: Words by which registers mark a natural person, at the start of a filer type or as the whole of a kind.
_PERSON = re.compile(
    r"^\W*(?:非居住者|居住者)?\W*(?:個人|自然人|个人|個體|บุคคลธรรมดา|natural\s*person|individual|person\b)",
    re.IGNORECASE,
)
_ORGANISATION = re.compile("法人|個人事業者団体|组织|組織|会社|公司")


@lru_cache(maxsize=256)
def is_natural_person(*, filer_type: str) -> bool:
    """Whether a register's own word for a filer (個人（組合発行者を除く）, individual …) is a person's."""
    text = unicodedata.normalize("NFKC", filer_type).strip()
    return bool(_PERSON.match(text)) and not _ORGANISATION.search(text)
