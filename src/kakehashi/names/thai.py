"""Thai to Latin letters: the Royal Thai General System, with syllables found by rule.

Words that only a dictionary can divide come out approximately; the comparison of names looks at consonants.
"""

import re
from functools import lru_cache

INITIAL = dict(
    zip(
        "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
        [
            "k",
            "kh",
            "kh",
            "kh",
            "kh",
            "kh",
            "ng",
            "ch",
            "ch",
            "ch",
            "s",
            "ch",
            "y",
            "d",
            "t",
            "th",
            "th",
            "th",
            "n",
            "d",
            "t",
            "th",
            "th",
            "th",
            "n",
            "b",
            "p",
            "ph",
            "f",
            "ph",
            "f",
            "ph",
            "m",
            "y",
            "r",
            "l",
            "w",
            "s",
            "s",
            "s",
            "h",
            "l",
            "-",
            "h",
        ],
        strict=True,
    )
)
INITIAL["อ"] = ""
FINAL = dict(
    zip(
        "กขฃคฅฆงจชซฌญฎฏฐฑฒณดตถทธนบปพฟภมยรลวศษสฬ",
        [
            "k",
            "k",
            "k",
            "k",
            "k",
            "k",
            "ng",
            "t",
            "t",
            "t",
            "t",
            "n",
            "t",
            "t",
            "t",
            "t",
            "t",
            "n",
            "t",
            "t",
            "t",
            "t",
            "t",
            "n",
            "p",
            "p",
            "p",
            "p",
            "p",
            "m",
            "i",
            "n",
            "n",
            "o",
            "t",
            "t",
            "t",
            "n",
        ],
        strict=True,
    )
)
C = "[ก-ฮ]"
CLUSTER = "(?P<c>ห[งญนมยรลว]|[กขคตทปพผบดฟซ]ร|[กขคปพผบฟ]ล|[กขค]ว|อย(?=[ู่าา])|[ก-ฮ])"
#: A consonant closes a syllable when no vowel sign of its own follows.
CLOSE = "(?P<f>[กขคฆงจชซญฎฏฐฑฒณดตถทธนบปพฟภมรลศษสฬ](?![ะัาิีึืุูํ็ๅ]))"
CLOSE_MAYBE = f"{CLOSE}?"
#: Pattern of a syllable → its vowel; `{c}` takes the consonants and `{f}` the closing one. First match wins.
SYLLABLES = tuple(
    (re.compile(pattern.replace("{c}", CLUSTER).replace("{f?}", CLOSE_MAYBE).replace("{f}", CLOSE)), vowel)
    for pattern, vowel in (
        ("เ{c}ียะ", "ia"),
        ("เ{c}ีย{f?}", "ia"),
        ("เ{c}ือ{f?}", "uea"),
        ("เ{c}าะ", "o"),
        ("เ{c}า", "ao"),
        ("เ{c}ิ{f}", "oe"),
        ("เ{c}อะ", "oe"),
        ("เ{c}อ{f?}", "oe"),
        ("เ{c}ยี?", "oei"),
        ("เ{c}ว(?![ะัาิีึืุูํ])", "eo"),
        ("เ{c}ะ", "e"),
        ("เ{c}(?![ัิีึืุูํ]){f?}", "e"),
        ("แ{c}ว(?![ะัาิีึืุูํ])", "aeo"),
        ("แ{c}ะ", "ae"),
        ("แ{c}(?![ัิีึืุูํ]){f?}", "ae"),
        ("โ{c}ะ", "o"),
        ("โ{c}ย(?![ะัาิีึืุูํ])", "oi"),
        ("โ{c}(?![ัิีึืุูํะา]){f?}", "o"),
        ("[ไใ]{c}ย(?![ะัาิีึืุูํ])", "ai"),
        ("[ไใ]{c}(?![ัิีึืุูํะา]){f?}", "ai"),
        ("{c}ัวะ?{f?}", "ua"),
        ("{c}ัย", "ai"),
        ("{c}ั{f}", "a"),
        ("{c}ะ", "a"),
        ("{c}ํ[าๅ]", "am"),
        ("{c}[าๅ]ย(?![ะัาิีึืุูํ])", "ai"),
        ("{c}[าๅ]ว(?![ะัาิีึืุูํ])", "ao"),
        ("{c}[าๅ]{f?}", "a"),
        ("{c}ิว(?![ะัาิีึืุูํ])", "io"),
        ("{c}[ิี]{f?}", "i"),
        ("{c}ือ", "ue"),
        ("{c}[ึื]{f?}", "ue"),
        ("{c}ุย", "ui"),
        ("{c}[ุู]{f?}", "u"),
        ("{c}รร{f}", "a"),
        ("{c}รร", "an"),
        ("{c}ว{f}", "ua"),
        ("{c}อย(?![ะัาิีึืุูํ])", "oi"),
        ("{c}อ{f?}", "o"),
        ("(?P<c>[ก-ฮ]){f}", "o"),
        ("(?P<c>[ก-ฮ])", "a"),
    )
)
SILENT = re.compile("[ก-ฮ][ิุ]?์")
MARKS = re.compile("[่-๋็๎ฺ์]")
TONES = re.compile("[่-๋็๎ฺ]")
#: Native words in which ทร is s; elsewhere, in names mostly borrowed, it is thr.
S_WORDS = re.compile("ทร(?=ัพ|าย|าบ|ง|ุด|วง)|(?<=ไ)ทร")
THAI = re.compile("[ก-ฮ]")
DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


@lru_cache(maxsize=65_536)
def rtgs(text: str) -> str:
    """Thai as Latin letters, one space between the words that were apart; what is not Thai is kept."""
    text = text.replace("ำ", "ํา").replace("เเ", "แ").translate(DIGITS)
    text = S_WORDS.sub("ซ", MARKS.sub("", SILENT.sub("", text)))
    out, at = [], 0
    while at < len(text):
        said, at = syllable(text, at)
        out.append(said)
    return "".join(out)


def syllable(text: str, at: int) -> tuple[str, int]:
    """The syllable that begins at a place, and where the next one begins."""
    for pattern, vowel in SYLLABLES if "ก" <= text[at] <= "๎" else ():
        match = pattern.match(text, at)
        if match:
            closing = match.groupdict().get("f")
            return initial(match["c"]) + vowel + (FINAL.get(closing, "") if closing else ""), match.end()
    return ("" if "ก" <= text[at] <= "๎" else text[at]), at + 1


def initial(consonants: str) -> str:
    """The opening consonants: a leading ห or อ is silent."""
    if len(consonants) == 2 and consonants[0] in "หอ":
        return INITIAL.get(consonants[1], "r")
    return "".join(INITIAL.get(consonant, "r") for consonant in consonants)


def thai_key(text: str) -> str:
    """Thai without its tone and short-vowel marks, but with the silencing mark, which a reading needs."""
    return TONES.sub("", text.replace("ำ", "ํา").replace("เเ", "แ").translate(DIGITS))


def has_thai(text: str) -> bool:
    """Whether a Thai consonant occurs."""
    return THAI.search(text) is not None
