"""The public registers whose layout is known: who publishes them, and how they are to be named."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kakehashi.kernel import WrongInput
from kakehashi.registers import FORMATS


@dataclass(frozen=True, slots=True)
class KnownRegister:
    """A register as it will be created by the first import of its layout. Texts are by language."""

    code: str
    name: Mapping[str, str]
    country: str
    publisher: Mapping[str, str]
    source_url: str
    attribution: str
    language: str
    fields: Mapping[str, str] = field(default_factory=dict)  # column → field, for the dry run to show


_EDINET_FIELDS = {
    "ＥＤＩＮＥＴコード": "key",
    "提出者種別": "kind",
    "上場区分": "listed",
    "連結の有無": "consolidated",
    "資本金": "capital",
    "決算日": "fiscal_year_end",
    "提出者名": "name",
    "提出者名（英字）": "english",
    "提出者名（ヨミ）": "reading",
    "所在地": "address",
    "提出者業種": "industry",
    "証券コード": "identifier:jp.securities_code",
    "提出者法人番号": "identifier:jp.corporate_number",
}

#: By the `register` of a format of kakehashi.registers.
KNOWN: dict[str, KnownRegister] = {
    "jp.edinet": KnownRegister(
        code="jp-edinet",
        name={
            "en": "EDINET code list",
            "zh-hans": "EDINET 申报者名录",
            "ja": "EDINETコードリスト",
            "th": "รายชื่อรหัส EDINET",
        },
        country="JP",
        publisher={
            "en": "Financial Services Agency, Japan",
            "zh-hans": "日本金融厅",
            "ja": "金融庁",
            "th": "สำนักงานบริการทางการเงินแห่งญี่ปุ่น",
        },
        source_url="https://disclosure2.edinet-fsa.go.jp/",
        attribution="出典：EDINET閲覧（提出）サイト（金融庁）",
        language="ja",
        fields=_EDINET_FIELDS,
    ),
    "jp.nta": KnownRegister(
        code="jp-nta",
        name={
            "en": "Corporate number register",
            "zh-hans": "法人编号公示名录",
            "ja": "法人番号公表サイトのデータ",
            "th": "ทะเบียนเลขประจำตัวนิติบุคคลญี่ปุ่น",
        },
        country="JP",
        publisher={
            "en": "National Tax Agency, Japan",
            "zh-hans": "日本国税厅",
            "ja": "国税庁",
            "th": "สำนักงานภาษีแห่งชาติญี่ปุ่น",
        },
        source_url="https://www.houjin-bangou.nta.go.jp/",
        attribution="出典：国税庁法人番号公表サイト（国税庁）",
        language="ja",
    ),
}


def known_register(format_code: str) -> KnownRegister:
    """The register that a known layout feeds. Raises WrongInput for a layout without one."""
    layout = FORMATS.get(format_code)
    if layout is None or layout.register not in KNOWN:
        raise WrongInput("registers.layout_unknown", format=format_code)
    return KNOWN[layout.register]
