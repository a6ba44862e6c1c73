"""Addresses are split into prefecture and municipality, or lead to a country."""

import pytest

from kakehashi.registers.addresses import find_country, split_japanese


@pytest.mark.parametrize(
    ("address", "region", "municipality"),
    [
        ("豊田市トヨタ町１番地", "愛知県", "豊田市"),
        ("愛知県豊田市トヨタ町１番地", "愛知県", "豊田市"),
        ("大阪市中央区道修町三丁目２番１０号", "大阪府", "大阪市中央区"),
        ("大阪府大阪市北区梅田", "大阪府", "大阪市北区"),
        ("港区海岸一丁目２番２０号", "東京都", "港区"),
        ("中央区銀座２丁目６番３号", "東京都", "中央区"),
        ("神戸市中央区多聞通５丁目", "兵庫県", "神戸市中央区"),
        ("上川郡東神楽町１４号北１番地", "北海道", "上川郡東神楽町"),
        ("龍ヶ崎市向陽台五丁目２番地", "茨城県", "龍ヶ崎市"),
        ("府中市元町７７番地の１", "", "府中市"),
        ("広島県府中市元町７７番地の１", "広島県", "府中市"),
        ("長野市県町５２４番地", "長野県", "長野市"),
        ("京都府京都市下京区北小路通", "京都府", "京都市下京区"),
        ("東京都千代田区丸の内一丁目", "東京都", "千代田区"),
        ("四日市市霞一丁目", "三重県", "四日市市"),
        ("廿日市市下平良一丁目", "広島県", "廿日市市"),
        ("赤坂３－１６－１１", "", ""),
        ("", "", ""),
    ],
)
def test_japanese_addresses_are_split(address: str, region: str, municipality: str) -> None:
    """The prefecture is supplied where only one has a municipality of that name."""
    found = split_japanese(address)
    assert (found.country, found.region, found.municipality) == ("JP", region, municipality)


@pytest.mark.parametrize(
    ("address", "country"),
    [
        ("アメリカ合衆国ニューヨーク州コーニング", "US"),
        ("２５　セント・ジェームズ・ストリート、ロンドン、イングランド、ＳＷ１Ａ　１ＨＡ", "GB"),
        ("英領ケイマン諸島、ＫＹ１―９００８、グランド・ケイマン", "KY"),
        ("５５４５３２　シンガポール、ノース・アヴェニュー５、セラングーン４", "SG"),
        ("シンガポ－ル、ハイ　ストリート", "SG"),
        ("Ｎｏｏｒｄｗｅｇ　Ｎｏｏｒｄ　１５０，　Ｚｅｉｓｔ，　Ｔｈｅ　Ｎｅｔｈｅｒｌａｎｄｓ", "NL"),
        ("８　ＫＡＫＩ　ＢＵＫＩＴ　ＡＶＥＮＵＥ　４、ＳＩＮＧＡＰＯＲＥ　４１５８７５", "SG"),
        ("香港、九龍、常悅道１８號", "HK"),
        ("中華人民共和国香港特別行政区", "HK"),
        ("台湾台北市内湖区瑞光路３９２号", "TW"),
        ("大韓民国京畿道城南市", "KR"),
        ("ソウル特別市江南区テヘラン路", "KR"),
        (
            "４１１１　Ｅａｓｔ３７ｔｈ　Ｓｔｒｅｅｔ　Ｋａｎｓａｓ　６７２２０　Ｕ．Ｓ．Ａ．",
            "US",
        ),
        ("インドネシア共和国ジャカルタ", "ID"),
        ("スプロゴーベ１７", ""),
        ("", ""),
    ],
)
def test_the_country_of_a_foreign_address_is_found(address: str, country: str) -> None:
    """At the beginning, at the end or in between, in Japanese or in English."""
    assert find_country(address) == country
