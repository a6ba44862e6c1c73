"""Builds `pinyin.tsv`: a toneless reading for each Chinese character, from pypinyin (MIT)."""

from pathlib import Path

from pypinyin import Style, pinyin

TARGET = Path(__file__).parents[2] / "src" / "kakehashi" / "names" / "resources" / "pinyin.tsv"


def readings() -> dict[str, str]:
    """Syllable → the characters whose first reading it is (`ü` as `v` after l and n)."""
    groups: dict[str, str] = {}
    for code in (*range(0x4E00, 0xA000), 0x3007):
        syllable = pinyin(chr(code), style=Style.NORMAL, errors="ignore")
        if syllable:
            groups[syllable[0][0]] = groups.get(syllable[0][0], "") + chr(code)
    return groups


if __name__ == "__main__":
    lines = (f"{syllable}\t{characters}\n" for syllable, characters in sorted(readings().items()))
    TARGET.write_text("".join(lines), encoding="utf-8")
