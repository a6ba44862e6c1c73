"""Builds `han_folding.tsv` and `han_japanese.tsv`: one form for old, new and simplified characters.

Run `python benchmarks/names/build_han_folding.py` after an OpenCC release; the two files are committed.
"""

from pathlib import Path

from opencc import OpenCC

RESOURCES = Path(__file__).parents[2] / "src" / "kakehashi" / "names" / "resources"
RANGES = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00), (0x20000, 0x2A6E0))
#: Variants common in names that the conversion tables leave apart; the first of each group is the kept form.
VARIANTS = (
    "高髙",
    "崎﨑嵜碕",
    "岛島嶋嶌㠀",
    "边辺邉邊",
    "柳栁桺",
    "真眞",
    "德徳",
    "惠恵",
    "广広廣",
    "吉𠮷",
    "滨浜濱濵",
    "弁辨瓣辯辩辮辫",
    "富冨",
    "峰峯",
    "桑桒",
    "曾曽",
    "斋斎齋亝",
    "齐斉齊斊",
    "泽沢澤",
    "塚塚",
    "晴晴",
    "神神",
    "福福",
    "祥祥",
    "都都",
    "隆隆",
    "靖靖",
    "精精",
    "羽羽",
    "逸逸",
    "黑黒",
    "绿緑綠",
    "清淸",
    "增増增",
    "侠俠",
    "每毎",
    "海海",
    "步歩",
    "内內",
    "户戶戸",
    "别別",
    "强強",
    "茂㦮",
    "馆館舘",
    "杯盃",
    "耻恥",
    "煙烟",
    "凉涼",
    "册冊",
    "荫蔭",
    "咨諮谘",
    "渊淵渕",
    "鹤鶴靏靎鸖",
    "藏蔵藏",
    "群羣",
    "裏里裡",
    "岳嶽",
    "龙竜龍",
    "糸丝絲",
    "缶罐",
    "予豫",
    "余餘",
    "欠缺",
    "芸艺藝",
    "台臺檯颱",
    "万萬",
    "与與",
    "仏佛",
    "拂払",
    "气気氣",
    "图図圖",
    "岡罡",
    "桧檜",
    "祢禰",
    "麹麴曲麯",
    "砺礪",
    "侭儘尽盡",
    "薮藪",
    "籠篭笼",
    "竈竃灶",
    "礼禮",
    "剣劍剣剱劔釼",
)


def folding() -> dict[str, str]:
    """Every character whose kept form is another one."""
    to_traditional, to_simplified = OpenCC("jp2t"), OpenCC("t2s")
    characters = [chr(code) for start, stop in RANGES for code in range(start, stop)]
    simplified = to_simplified.convert(to_traditional.convert("\n".join(characters))).split("\n")
    table = {old: new for old, new in zip(characters, simplified, strict=True) if len(new) == 1}
    for group in VARIANTS:
        kept = table.get(group[0], group[0])
        for character in group:
            for other in [old for old, new in table.items() if new == table.get(character, character)]:
                table[other] = kept
            table[character] = kept
    return {old: settle(old, table) for old in table if settle(old, table) != old}


def settle(character: str, table: dict[str, str]) -> str:
    """Follows the table until nothing changes, so that folding twice is folding once."""
    seen = {character}
    while (following := table.get(character, character)) != character:
        if following in seen:
            return min(seen)
        seen.add(following)
        character = following
    return character


def japanese() -> dict[str, str]:
    """The form in which Japan writes a character of China, for those that Japan does not have itself."""
    to_traditional, to_japanese = OpenCC("s2t"), OpenCC("t2jp")
    characters = [chr(code) for start, stop in RANGES[:2] for code in range(start, stop)]
    converted = to_japanese.convert(to_traditional.convert("\n".join(characters))).split("\n")
    return {old: new for old, new in zip(characters, converted, strict=True) if len(new) == 1 and new != old}


def write(path: Path, table: dict[str, str]) -> None:
    """One line for each target: the target, a tab, and all the characters that become it."""
    groups: dict[str, list[str]] = {}
    for old, new in sorted(table.items()):
        groups.setdefault(new, []).append(old)
    path.write_text(
        "".join(f"{new}\t{''.join(olds)}\n" for new, olds in sorted(groups.items())), encoding="utf-8"
    )


if __name__ == "__main__":
    write(RESOURCES / "han_folding.tsv", folding())
    write(RESOURCES / "han_japanese.tsv", japanese())
