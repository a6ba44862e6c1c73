"""A saved answer to the question which column of somebody's table holds what."""

import json
from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

from kakehashi.kernel import WrongInput
from kakehashi.names.identifiers import SCHEMES
from kakehashi.tables import fold_column

#: What a column may hold. `identifier:<scheme>` is a field for each scheme of `kakehashi.names.identifiers`.
FIELDS = (
    "key", "name", "reading", "english", "other_names", "country", "region", "municipality", "address",
    "industry", "capital", "listed", "kind", "status", "updated_on",
)  # fmt: skip

#: Field → what its column is commonly called in English, Chinese, Japanese and Thai.
COMMON_NAMES: dict[str, tuple[str, ...]] = {
    "name": (
        "name", "company", "company name", "organisation", "organization", "legal name", "企业名称",
        "公司名称", "单位名称", "机构名称", "名称", "会社名", "企業名", "商号", "法人名", "商号又は名称",
        "銘柄名", "corporateName", "ชื่อ", "ชื่อบริษัท", "ชื่อนิติบุคคล", "ชื่อภาษาไทย",
    ),
    "reading": (
        "kana", "reading", "フリガナ", "ふりがな", "カナ", "会社名カナ", "商号カナ", "読み",
        "corporateKana",
    ),
    "english": (
        "english name", "name (english)", "name en", "英文名称", "英文名", "英語名", "会社名（英字）",
        "ชื่อภาษาอังกฤษ",
    ),
    "other_names": ("other names", "aliases", "简称", "曾用名", "略称", "旧商号", "ชื่ออื่น",),
    "country": ("country", "国家", "国别", "国", "国名", "ประเทศ",),
    "region": (
        "region", "state", "province", "prefecture", "省份", "省", "地区", "地域", "都道府県", "area",
        "จังหวัด",
    ),
    "municipality": ("city", "municipality", "城市", "市", "市区町村", "อำเภอ", "เขต",),
    "address": (
        "address", "registered address", "地址", "注册地址", "住所", "所在地", "本社所在地", "location",
        "ที่อยู่", "ที่ตั้ง",
    ),
    "industry": (
        "industry", "sector", "行业", "所属行业", "业种", "業種", "業界", "33業種区分", "อุตสาหกรรม",
        "ประเภทธุรกิจ",
    ),
    "capital": ("capital", "registered capital", "注册资本", "資本金", "ทุนจดทะเบียน",),
    "listed": ("listed", "是否上市", "上市", "上場", "上場区分", "จดทะเบียนในตลาด",),
    "kind": (
        "kind", "type", "entity type", "企业类型", "主体类型", "法人種別", "種別", "ประเภทนิติบุคคล",
        "ประเภท",
    ),
    "status": ("status", "经营状态", "状态", "状態", "สถานะ",),
    "updated_on": (
        "updated", "updated on", "last modified", "更新日期", "更新日", "moddate", "วันที่ปรับปรุง",
    ),
    "identifier:jp.corporate_number": ("corporate number", "法人番号", "corporateID",),
    "identifier:jp.securities_code": ("securities code", "証券コード",),
    "identifier:jp.edinet": ("edinet code", "EDINETコード",),
    "identifier:cn.uscc": (
        "统一社会信用代码", "社会信用代码", "信用代码", "uscc", "unified social credit code",
    ),
    "identifier:th.juristic": ("juristic id", "เลขทะเบียนนิติบุคคล", "ทะเบียนเลขที่", "เลขนิติบุคคล",),
    "identifier:lei": ("lei", "lei code", "legal entity identifier",),
    "identifier:isin": ("isin", "isin code",),
    "identifier:duns": ("duns", "d-u-n-s", "d-u-n-s number", "duns number",),
    "key": ("id", "key", "code", "no", "编号", "代码", "ts_code", "番号", "コード", "รหัส",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mapping:
    """Which column holds which field, and what holds for the whole table.

    `columns` is field → column (see FIELDS); `country` ISO 3166-1 and `language` the tag of the names
    where no column says; `key_fields` make a row's key when no column is mapped to `key`: the first
    identifier, else these fields; `capital_unit` is what one unit of the capital column is worth in
    `currency`; `complete` says that a file states the whole register, so that what it does not hold is
    gone.
    """

    columns: AnyMapping[str, str]
    country: str = ""
    language: str = ""
    key_fields: tuple[str, ...] = ("name", "address")
    industry_scheme: str = ""
    capital_unit: int = 1
    currency: str = ""
    complete: bool = True
    register: str = field(default="table")

    def __post_init__(self) -> None:
        known = set(FIELDS) | {f"identifier:{scheme}" for scheme in SCHEMES}
        for wanted in (*self.columns, *self.key_fields):
            if wanted not in known:
                raise WrongInput("registers.field_unknown", field=wanted)
        if "name" not in self.columns:
            raise WrongInput("registers.name_not_mapped")
        if self.capital_unit < 1:
            raise WrongInput("registers.capital_unit_wrong", value=self.capital_unit)

    def to_json(self) -> str:
        """The mapping as JSON, to keep and to give back to `from_json`."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @staticmethod
    def from_json(text: str) -> "Mapping":
        """The mapping that `to_json` wrote. Raises WrongInput for anything else."""
        try:
            values = json.loads(text)
            return Mapping(**{**values, "key_fields": tuple(values.get("key_fields", ("name", "address")))})
        except (ValueError, TypeError, AttributeError) as error:
            if isinstance(error, WrongInput):
                raise
            raise WrongInput("registers.mapping_broken") from error

    def check_columns(self, columns: Sequence[str]) -> None:
        """Raises WrongInput naming the mapped columns that the table lacks."""
        missing = [column for column in self.columns.values() if column not in columns]
        if missing:
            raise WrongInput("registers.columns_missing", columns=", ".join(missing))


def suggest_mapping(columns: Sequence[str]) -> dict[str, str]:
    """Field → column, by what columns are commonly called. A column is suggested for one field only."""
    folded = {fold_column(column): column for column in columns}
    suggested: dict[str, str] = {}
    for wanted, names in COMMON_NAMES.items():
        for name in names:
            column = folded.get(fold_column(name))
            if column is not None and column not in suggested.values():
                suggested[wanted] = column
                break
    return suggested
