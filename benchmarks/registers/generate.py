"""Writes a table of invented but plausible companies of Japan, any number of them, the same for the same seed.

Names are put together from family names, places, invented syllables and words of trades, with their kana and Latin
readings; sizes follow a power law, so that a few are large and listed. Nobody's real name is meant.

    python benchmarks/registers/generate.py OUT.csv --rows 100000 --seed 1
"""

import argparse
import csv
import random
from collections.abc import Iterator
from pathlib import Path

COLUMNS = ("法人番号", "商号", "フリガナ", "英語名", "所在地", "業種", "資本金", "上場")
MAPPING = {
    "identifier:jp.corporate_number": "法人番号",
    "name": "商号",
    "reading": "フリガナ",
    "english": "英語名",
    "address": "所在地",
    "industry": "業種",
    "capital": "資本金",
    "listed": "上場",
}
#: Written, kana, Latin.
BEGINNINGS = [
    tuple(each.split(":"))
    for each in (
        "山田:ヤマダ:Yamada 佐藤:サトウ:Sato 鈴木:スズキ:Suzuki 高橋:タカハシ:Takahashi 田中:タナカ:Tanaka 渡辺:ワタナベ:Watanabe "
        "伊藤:イトウ:Ito 中村:ナカムラ:Nakamura 小林:コバヤシ:Kobayashi 加藤:カトウ:Kato 吉田:ヨシダ:Yoshida 松本:マツモト:Matsumoto "
        "井上:イノウエ:Inoue 木村:キムラ:Kimura 清水:シミズ:Shimizu 斎藤:サイトウ:Saito 東京:トウキョウ:Tokyo 大阪:オオサカ:Osaka "
        "横浜:ヨコハマ:Yokohama 九州:キュウシュウ:Kyushu 北海:ホッカイ:Hokkai 関西:カンサイ:Kansai 中部:チュウブ:Chubu "
        "日本:ニホン:Nihon 大和:ヤマト:Yamato 富士:フジ:Fuji 三光:サンコウ:Sanko 共栄:キョウエイ:Kyoei 新光:シンコウ:Shinko "
        "東洋:トウヨウ:Toyo 太陽:タイヨウ:Taiyo 昭和:ショウワ:Showa 明治:メイジ:Meiji 丸栄:マルエイ:Maruei 豊田:トヨタ:Toyota "
        "小松:コマツ:Komatsu 日立:ヒタチ:Hitachi 松下:マツシタ:Matsushita 石川:イシカワ:Ishikawa 浜松:ハママツ:Hamamatsu"
    ).split()
]
TRADES = [
    tuple(each.split(":"))
    for each in (
        "製作所:セイサクショ:Seisakusho 工業:コウギョウ:Kogyo 精機:セイキ:Seiki 電機:デンキ:Denki 化学:カガク:Kagaku 建設:ケンセツ:Kensetsu "
        "商事:ショウジ:Shoji 運輸:ウンユ:Unyu 食品:ショクヒン:Foods 製薬:セイヤク:Pharma 金属:キンゾク:Metals 機械:キカイ:Machinery "
        "自動車:ジドウシャ:Motors 印刷:インサツ:Printing 不動産:フドウサン:Realty 紡績:ボウセキ:Spinning 鉄工所:テッコウショ:Ironworks "
        "産業:サンギョウ:Industries 半導体:ハンドウタイ:Semiconductor 樹脂:ジュシ:Plastics 医療:イリョウ:Medical 物流:ブツリュウ:Logistics"
    ).split()
]
SYLLABLES = "ア カ サ タ ナ ハ マ ヤ ラ ワ イ キ シ チ ニ ヒ ミ リ ウ ク ス ツ ヌ フ ム ユ ル エ ケ セ テ ネ ヘ メ レ オ コ ソ ト ノ ホ モ ヨ ロ テック ネット ライン".split()
FORMS = ("株式会社", "有限会社", "合同会社")
TOWNS = (
    "東京都千代田区丸の内", "東京都港区芝", "大阪府大阪市北区梅田", "愛知県名古屋市中村区名駅", "愛知県豊田市元町", "神奈川県川崎市川崎区駅前本町",
    "静岡県浜松市中央区鍛冶町", "福岡県福岡市博多区博多駅前", "北海道札幌市中央区北一条西", "広島県広島市中区基町", "長野県諏訪市湖岸通り",
)  # fmt: skip
INDUSTRIES = (
    "機械",
    "電気機器",
    "化学",
    "建設業",
    "卸売業",
    "サービス業",
    "輸送用機器",
    "精密機器",
    "金属製品",
    "陸運業",
)


def companies(rows: int, *, seed: int) -> Iterator[tuple[str, ...]]:
    """The rows of the table, one after the other."""
    chance = random.Random(seed)
    for number in range(rows):
        written, kana, latin = _name(chance)
        form = chance.choice(FORMS)
        capital = int(1_000_000 * chance.paretovariate(0.6))
        listed = capital > 5_000_000_000 and chance.random() < 0.7
        yield (
            corporate_number(number),
            form + written if chance.random() < 0.6 else written + form,
            kana,
            f"{latin} Co., Ltd." if chance.random() < 0.4 else "",
            f"{chance.choice(TOWNS)}{chance.randint(1, 9)}丁目{chance.randint(1, 30)}番{chance.randint(1, 20)}号",
            chance.choice(INDUSTRIES),
            str(min(capital, 10**13)),
            "有" if listed else "無",
        )


def corporate_number(number: int) -> str:
    """A number of the right form, with its check digit in front."""
    body = f"{number + 10_000_000_000:012d}"
    total = sum(int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(body)))
    return f"{9 - total % 9}{body}"


def _name(chance: random.Random) -> tuple[str, str, str]:
    if chance.random() < 0.35:
        brand = "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4)))
        return brand, brand, brand
    begin, trade = chance.choice(BEGINNINGS), chance.choice(TRADES)
    middle = "".join(chance.choices(SYLLABLES, k=2)) if chance.random() < 0.5 else ""
    return begin[0] + middle + trade[0], begin[1] + middle + trade[1], f"{begin[2]} {trade[2]}"


def write(path: Path, *, rows: int, seed: int, encoding: str = "utf-8") -> None:
    """Writes the table as CSV."""
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(companies(rows, seed=seed))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    write(asked.output, rows=asked.rows, seed=asked.seed)
