"""An organisation is found by whatever name somebody types."""

import sqlite3

import pytest
from hypothesis import given, settings

from kakehashi.names import SearchKey, grams, query_keys, search_keys
from tests.engines.names.strategies import TEXTS

TOYOTA = search_keys(
    name="トヨタ自動車株式会社",
    language="ja",
    reading="トヨタジドウシャカブシキガイシャ",
    english="TOYOTA MOTOR CORPORATION",
)
HITACHI = search_keys(
    name="株式会社日立製作所",
    language="ja",
    reading="カブシキガイシヤ　ヒタチセイサクシヨ",
    english="Hitachi, Ltd.",
)
NEC = search_keys(name="日本電気株式会社", language="ja", reading="ニッポンデンキ", english="NEC Corporation")
PANASONIC = search_keys(
    name="パナソニック　ホールディングス株式会社", language="ja", english="Panasonic Holdings Corporation"
)
KOMATSU_CHINA = search_keys(name="小松(山东)工程机械有限公司", language="zh")
TOYOTA_THAI = search_keys(name="บริษัท โตโยต้า มอเตอร์ ประเทศไทย จำกัด", language="th")


def found(typed: str, keys: tuple[SearchKey, ...]) -> bool:
    """Whether a key of the query is part of a key of the same kind."""
    return any(
        asked.kind == key.kind and asked.text in key.text for asked in query_keys(typed) for key in keys
    )


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        *((typed, TOYOTA) for typed in ("トヨタ", "とよた", "Toyota", "丰田", "豊田", "豐田", "ﾄﾖﾀ")),
        *((typed, TOYOTA) for typed in ("トヨタ自動車株式", "toyota mot", "Toyota Motor Corp")),
        *((typed, TOYOTA) for typed in ("トヨタ自动车", "jidosha", "ジドウシヤ", "Toyota Jidousha", "トヨ")),
        *((typed, HITACHI) for typed in ("日立", "ひたち", "Hitachi", "日立制作所", "株式会社日立", "rili")),
        *((typed, NEC) for typed in ("NEC", "日本電気", "日电", "日本电气", "Nippon Denki", "にっぽん")),
        *((typed, PANASONIC) for typed in ("パナソニック", "Panasonic", "松下", "ぱなそにっく")),
        *((typed, KOMATSU_CHINA) for typed in ("小松", "xiaosong", "xssdgcjx", "小松山东", "工程機械")),
        *((typed, TOYOTA_THAI) for typed in ("โตโยต้า", "โตโยตา", "มอเตอร์", "toyota")),
    ],
)  # fmt: skip
def test_every_way_of_typing_finds_the_organisation(typed: str, keys: tuple[SearchKey, ...]) -> None:
    """Scripts, readings, character forms, romanisations, unfinished legal forms."""
    assert found(typed, keys)


def test_one_character_is_too_little_to_look_for() -> None:
    """A search begins with the second character."""
    assert query_keys("ト") == ()
    assert query_keys("  ") == ()
    assert query_keys("トヨ") != ()


def test_the_kana_of_the_register_is_believed() -> None:
    """A given reading replaces the dictionary's guess."""
    keys = search_keys(name="豊田通商株式会社", language="ja", reading="トヨタツウショウ")
    assert SearchKey("kana", "トヨタツシヨ") in keys
    assert SearchKey("romaji", "toyotatsusho") in keys


@settings(deadline=None, max_examples=60)
@given(TEXTS, TEXTS)
def test_keys_are_few_short_and_folded(name: str, other: str) -> None:
    """Whatever the input, what goes into an index is bounded."""
    keys = search_keys(name=name, reading=other or None, english=other, others=(name, other))
    assert len(keys) <= 24
    assert all(0 < len(key.text) <= 400 for key in keys)
    assert len(set(keys)) == len(keys)
    assert len(query_keys(name)) <= 10


def test_a_name_of_ten_thousand_characters_is_no_trouble() -> None:
    """Long input is cut, not refused."""
    for character in ("豊", "ト", "a", "ก", "\u200b", "株式会社", "(", "A ", "々", "ภ์"):
        keys = search_keys(name=character * 10_000, reading=character * 10_000)
        assert all(len(key.text) <= 400 for key in keys)
        query_keys(character * 10_000)


def test_grams_find_substrings_in_sqlite() -> None:
    """The expression matches what contains the typed text, in an index without positions."""
    database = sqlite3.connect(":memory:")
    database.execute("create virtual table names using fts5(grams, detail=none, content='')")
    texts = ["トヨタ自动车", "toyotamotor", "4e12", "日立"]
    for number, text in enumerate(texts):
        database.execute("insert into names(rowid, grams) values (?, ?)", (number, grams.index_tokens(text)))
    for typed, hits in (("トヨ", [0]), ("oyot", [1]), ("4e12", [2]), ("立", [3]), ("o", [1]), ("ヨト", [])):
        query = "select rowid from names where names match ?"
        assert [row[0] for row in database.execute(query, (grams.match_expression(typed),))] == hits


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_grams_are_plain_words(text: str) -> None:
    """Tokens begin with a letter and hold nothing that a tokeniser would split."""
    tokens = grams.index_tokens(text).split()
    assert all(token.isascii() and token.isalnum() and token[0] in "ub" for token in tokens)
    assert set(grams.query_tokens(text)) <= set(tokens)
