"""How a Japanese address begins: prefecture, county (郡), municipality; and where GeoNames keeps each
prefecture.
"""

import re
from collections.abc import Iterator
from types import MappingProxyType

from kakehashi.places.address import AddressParts, folded

#: prefecture, its GeoNames admin1 code, its counties (郡; facts from the list of local-government codes).
PREFECTURES: tuple[tuple[str, str, str], ...] = (
    (
        "北海道",
        "12",
        "石狩 松前 上磯 亀田 茅部 二海 山越 檜山 爾志 奥尻 瀬棚 久遠 島牧 寿都 磯谷 虻田 "
        "岩内 古宇 積丹 古平 余市 空知 夕張 樺戸 雨竜 上川 勇払 中川 増毛 留萌 苫前 天塩 "
        "宗谷 枝幸 礼文 利尻 網走 斜里 常呂 紋別 有珠 白老 沙流 新冠 浦河 様似 幌泉 日高 "
        "河東 河西 広尾 足寄 十勝 釧路 厚岸 川上 阿寒 白糠 野付 標津 目梨",
    ),
    ("青森県", "03", "東津軽 西津軽 中津軽 南津軽 北津軽 上北 下北 三戸"),
    ("岩手県", "16", "岩手 紫波 和賀 胆沢 西磐井 気仙 上閉伊 下閉伊 九戸 二戸"),
    ("宮城県", "24", "刈田 柴田 伊具 亘理 宮城 黒川 加美 遠田 牡鹿 本吉"),
    ("秋田県", "02", "鹿角 北秋田 山本 南秋田 仙北 雄勝"),
    ("山形県", "44", "東村山 西村山 北村山 最上 東置賜 西置賜 東田川 飽海"),
    ("福島県", "08", "伊達 安達 岩瀬 南会津 耶麻 河沼 大沼 西白河 東白川 石川 田村 双葉 相馬"),
    ("茨城県", "14", "東茨城 那珂 久慈 稲敷 結城 猿島 北相馬"),
    ("栃木県", "38", "河内 芳賀 下都賀 塩谷 那須"),
    ("群馬県", "10", "北群馬 多野 甘楽 吾妻 利根 佐波 邑楽"),
    ("埼玉県", "34", "北足立 入間 比企 秩父 児玉 大里 南埼玉 北葛飾"),
    ("千葉県", "04", "印旛 香取 山武 長生 夷隅 安房"),
    ("東京都", "40", "西多摩"),
    ("神奈川県", "19", "三浦 高座 中 足柄上 足柄下 愛甲"),
    ("新潟県", "29", "北蒲原 西蒲原 南蒲原 東蒲原 三島 南魚沼 中魚沼 刈羽 岩船"),
    ("富山県", "42", "中新川 下新川"),
    ("石川県", "15", "能美 河北 羽咋 鹿島 鳳珠"),
    ("福井県", "06", "吉田 今立 南条 丹生 三方 大飯 三方上中"),
    ("山梨県", "46", "西八代 南巨摩 中巨摩 南都留 北都留"),
    (
        "長野県",
        "26",
        "南佐久 北佐久 小県 諏訪 上伊那 下伊那 木曽 東筑摩 北安曇 埴科 上高井 下高井 上水内 下水内",
    ),
    ("岐阜県", "09", "羽島 養老 不破 安八 揖斐 本巣 加茂 可児 大野"),
    ("静岡県", "37", "賀茂 田方 駿東 榛原 周智"),
    ("愛知県", "01", "愛知 西春日井 丹羽 海部 知多 額田 北設楽"),
    ("三重県", "23", "桑名 員弁 三重 多気 度会 北牟婁 南牟婁"),
    ("滋賀県", "35", "蒲生 愛知 犬上"),
    ("京都府", "22", "乙訓 久世 綴喜 相楽 船井 与謝"),
    ("大阪府", "32", "三島 豊能 泉北 泉南 南河内"),
    ("兵庫県", "13", "川辺 多可 加古 神崎 揖保 赤穂 佐用 美方"),
    ("奈良県", "28", "山辺 生駒 磯城 宇陀 高市 北葛城 吉野"),
    ("和歌山県", "43", "海草 伊都 有田 日高 西牟婁 東牟婁"),
    ("鳥取県", "41", "岩美 八頭 東伯 西伯 日野"),
    ("島根県", "36", "仁多 飯石 邑智 鹿足 隠岐"),
    ("岡山県", "31", "和気 都窪 浅口 小田 真庭 苫田 勝田 英田 久米 加賀"),
    ("広島県", "11", "安芸 山県 豊田 世羅 神石"),
    ("山口県", "45", "大島 玖珂 熊毛 阿武"),
    ("徳島県", "39", "勝浦 名東 名西 那賀 海部 板野 美馬 三好"),
    ("香川県", "17", "小豆 木田 香川 綾歌 仲多度"),
    ("愛媛県", "05", "越智 上浮穴 伊予 喜多 西宇和 北宇和 南宇和"),
    ("高知県", "20", "安芸 長岡 土佐 吾川 高岡 幡多"),
    ("福岡県", "07", "糟屋 遠賀 鞍手 嘉穂 朝倉 三井 三潴 八女 田川 京都 築上"),
    ("佐賀県", "33", "神埼 三養基 東松浦 西松浦 杵島 藤津"),
    ("長崎県", "27", "西彼杵 東彼杵 北松浦 南松浦"),
    ("熊本県", "21", "下益城 玉名 菊池 阿蘇 上益城 八代 葦北 球磨 天草"),
    ("大分県", "30", "東国東 速見 玖珠"),
    ("宮崎県", "25", "北諸県 西諸県 東諸県 児湯 東臼杵 西臼杵"),
    ("鹿児島県", "18", "鹿児島 薩摩 出水 姶良 曽於 肝属 熊毛 大島"),
    ("沖縄県", "47", "国頭 中頭 島尻 宮古 八重山"),
)

REGIONS = MappingProxyType({name: code for name, code, _ in PREFECTURES})


def _counties() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for _, code, names in PREFECTURES:
        for name in names.split():
            found.setdefault(folded(name) + "郡", set()).add(code)
    return {county: frozenset(codes) for county, codes in found.items()}


#: county → the prefectures that have one of this name.
COUNTIES = MappingProxyType(_counties())

TOKYO = REGIONS["東京都"]
TOKYO_WARDS = frozenset(
    (
        "千代田区",
        "中央区",
        "港区",
        "新宿区",
        "文京区",
        "台東区",
        "墨田区",
        "江東区",
        "品川区",
        "目黒区",
        "大田区",
        "世田谷区",
        "渋谷区",
        "中野区",
        "杉並区",
        "豊島区",
        "北区",
        "荒川区",
        "板橋区",
        "練馬区",
        "足立区",
        "葛飾区",
        "江戸川区",
    )
)

#: Wards and cities that GeoNames lacks under their own name, or keeps in the wrong prefecture: the
#: prefecture and the name
#: of the entry for it, or for the neighbourhood where its office stands.
STAND_INS = MappingProxyType(
    {
        "文京区": (TOKYO, "Kōraku"),
        "墨田区": (TOKYO, "Sumida"),
        "江東区": (TOKYO, "Tōyō"),
        "品川区": (TOKYO, "Futaba"),
        "杉並区": (TOKYO, "Asagaya-minami"),
        "豊島区": (TOKYO, "Ikebukuro"),
        "板橋区": (TOKYO, "Itabashi"),
        "練馬区": (TOKYO, "Sakuradai"),
        "調布市": (TOKYO, "Chōfu"),
        "塩釜市": (REGIONS["宮城県"], "Shiogama"),
        "関市": (REGIONS["岐阜県"], "Sekimachi"),
        "中央市": (REGIONS["山梨県"], "Chūō"),
        "那珂川市": (REGIONS["福岡県"], "Katanawa"),
    }
)

_PREFECTURE = re.compile("|".join(REGIONS))
_COUNTY = re.compile("|".join(sorted(map(re.escape, COUNTIES), key=len, reverse=True)))
_LONGEST = 12


def parts(address: str) -> AddressParts:
    """The prefectures an address can mean, and the names its municipality can have, longest first."""
    text, regions, told_by = folded(address), frozenset[str](), ""
    if prefecture := _PREFECTURE.match(text):
        told_by = prefecture.group()
        regions, text = frozenset({REGIONS[told_by]}), text[prefecture.end() :]
    if county := _COUNTY.match(text):
        told_by = told_by or county.group()
        regions = (regions & COUNTIES[county.group()]) or COUNTIES[county.group()]
        text = text[county.end() :]
    if not regions and (ward := next(filter(text.startswith, TOKYO_WARDS), "")):
        regions, told_by = frozenset({TOKYO}), ward
    return AddressParts(regions=regions, steps=(tuple(_municipalities(text)),), region_name=told_by)


def _municipalities(text: str) -> Iterator[str]:
    for length in range(min(_LONGEST, len(text)), 1, -1):
        head = text[:length]
        if head[-1] in "市区町村":
            yield head
            if length > 2 or head[-1] == "市":
                yield head[:-1]
