"""Text that people here wrote in several languages: one JSON object per text, with a stated order of fallback."""

from collections.abc import Mapping

from django.utils.translation import get_language

#: Read in this order when the reader's language is missing.
FALLBACK = ("en", "zh-hans", "ja", "th")


def text_in(texts: Mapping[str, str] | str | None, language: str | None = None) -> str:
    """The text in `language` (default: the reader's), else in the first language of FALLBACK that has one."""
    if not texts:
        return ""
    if isinstance(texts, str):
        return texts
    wanted = (language or get_language() or "en").lower()
    for code in (wanted, wanted.split("-")[0], *FALLBACK):
        if texts.get(code):
            return texts[code]
    return next((text for text in texts.values() if text), "")
