"""The form under which two spellings of one name meet (`fold`), and a gentler one to read (`tidy`)."""

import re
import unicodedata

from kakehashi.names.characters import FOLDING

#: Kana → the vowels that lengthen it, small kana too.
LENGTHENED = {
    kana: vowels
    for row, vowels in (
        ("アカサタナハマヤラワガザダバパァャヮ", "アァ"),
        ("イキシチニヒミリギジビピィ", "イィ"),
        ("ウクスツヌフムユルグズブプヴゥュ", "ウゥ"),
        ("エケセテネヘメレゲゼデベペェ", "イエィェ"),
        ("オコソトノホモヨロゴゾドボポォョ", "ウオゥォ"),
    )
    for kana in row
}
VOWEL_RUN = re.compile("[アイウエオァィゥェォ]+")
ITERATION = re.compile("(.)([々〻ゝヽゞヾ]+)")
MARKS = re.compile("[々〻ゝヽゞヾ]")
SPACES = re.compile(r"\s+")
AND = re.compile(r"(?i)(?<=\S)\s+and\s+(?=\S)")
VU = re.compile("[ヴゔ]([ァアぁあィイぃいェエぇえォオぉお])")
PLAIN = re.compile("[^a-z0-9]+")
VOICED_MARKS = str.maketrans("゛゜", "゙゚")
#: A carriage of marks longer than this is not a name; it bounds the work on hostile input.
LONGEST = 10_000


def tidy(text: str) -> str:
    """The text as a person would retype it: one width, nothing invisible, single spaces. Case stays.

    Method: Unicode NFKC; format, control, private-use and unassigned characters are left out; at most
    10,000 characters are read.
    """
    text = text[:LONGEST]
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    if "゛" in text or "゜" in text:
        text = text.translate(VOICED_MARKS)
    text = text.replace("\u3000", " ")
    if not text.isprintable():
        text = "".join(visible(character) for character in text)
    text = unicodedata.normalize("NFKC", text)
    return " ".join(text.split()) if " " in text else text


def visible(character: str) -> str:
    """The character, a space for a space or a line end, nothing for what has no shape of its own."""
    if character.isspace():
        return " "
    return "" if unicodedata.category(character)[0] == "C" else character


def fold(text: str) -> str:
    """The canonical form for comparison: two spellings of one name become equal. `fold(fold(x)) == fold(x)`.

    Width (NFKC) and case; hiragana as katakana; small kana as large; ヴ ヂ ヅ ヲ as ブ ジ ズ オ; long vowels
    short (トーヨー, トウヨウ → トヨ); 々 written out; old, new, simplified and traditional characters as one;
    Latin accents off; Thai tone and silencing marks off; `&` and `and`, spaces and punctuation out. A text of
    nothing but signs keeps its signs.
    """
    return fold_tidy(tidy(text))


def fold_tidy(text: str) -> str:
    """As `fold`, for a text that `tidy` has seen."""
    if "nd" in text or "ND" in text:
        text = AND.sub("", text)
    if text.isascii():
        text = text.lower()
        return PLAIN.sub("", text) or text.replace(" ", "")
    if "ヴ" in text or "ゔ" in text:
        text = VU.sub(
            lambda match: "ババババビビビビベベベベボボボボ"[
                "ァアぁあィイぃいェエぇえォオぉお".index(match[1])
            ],
            text,
        )
    if MARKS.search(text):
        text = ITERATION.sub(said_again, text)
    folded = text.translate(FOLDING)
    if "เเ" in folded:
        folded = folded.replace("เเ", "แ")
    folded = shortened(folded)
    return folded or visible_only(text)


def shortened(kana: str) -> str:
    """Without the vowels that only lengthen the one before: トウヨウ → トヨ, ケイセイ → ケセ."""
    return VOWEL_RUN.sub(short_run, kana) if VOWEL_RUN.search(kana, 1) else kana


def short_run(match: re.Match[str]) -> str:
    """What is left of a run of vowels after the character before it."""
    before = match.string[match.start() - 1 : match.start()]
    kept = ""
    for vowel in match[0]:
        if vowel not in LENGTHENED.get(before, ""):
            kept += vowel
            before = vowel
    return kept


def said_again(match: re.Match[str]) -> str:
    """佐々木 is 佐佐木, いすゞ is いすず."""
    out = match[1]
    for mark in match[2]:
        out += unicodedata.normalize("NFC", out[-1] + "\u3099")[0] if mark in "ゞヾ" else out[-1]
    return out


def visible_only(text: str) -> str:
    """What is left of a text of signs: everything but spaces and characters without shape."""
    return "".join(
        character for character in text.casefold() if not character.isspace() and visible(character)
    )
