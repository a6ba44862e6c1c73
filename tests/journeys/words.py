"""The words on the buttons, read from the catalogues, so that a journey is walked in the person's language."""

import gettext
from pathlib import Path

LOCALES = Path(__file__).resolve().parents[2] / "src" / "kakehashi" / "office" / "locale"
FOLDERS = {"zh-hans": "zh_Hans"}


class Words:
    """words("Confirm import") is the label in the language; it must be translated."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._catalogue = gettext.translation("django", LOCALES, [FOLDERS.get(language, language)])

    def __call__(self, msgid: str) -> str:
        text = self._catalogue.gettext(msgid)
        assert self.language == "en" or text != msgid, f"{msgid!r} is not translated"
        return text
