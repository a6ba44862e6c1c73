"""Japan's EDINET code list, as the Financial Services Agency publishes it: who must file, listed or not."""

import json
import re
import unicodedata
from collections.abc import Callable

from kakehashi.kernel import WrongInput
from kakehashi.names.identifiers import check
from kakehashi.registers.addresses import Locality, find_country, split_japanese
from kakehashi.registers.format import Format, Read, reject
from kakehashi.registers.persons import is_natural_person
from kakehashi.registers.row import LeftOut, RegisterRow
from kakehashi.registers.tse import industry_code
from kakehashi.tables import Table, TableRow, fold_column

CODE, FILER_TYPE, LISTED, CONSOLIDATED = "ＥＤＩＮＥＴコード", "提出者種別", "上場区分", "連結の有無"
CAPITAL, YEAR_END, NAME, ENGLISH = "資本金", "決算日", "提出者名", "提出者名（英字）"
READING, ADDRESS, INDUSTRY = "提出者名（ヨミ）", "所在地", "提出者業種"
SECURITIES_CODE, CORPORATE_NUMBER = "証券コード", "提出者法人番号"
COLUMNS = (
    CODE, FILER_TYPE, LISTED, CONSOLIDATED, CAPITAL, YEAR_END, NAME,
    ENGLISH, READING, ADDRESS, INDUSTRY, SECURITIES_CODE, CORPORATE_NUMBER,
)  # fmt: skip

_FUND = re.compile("投資法人|投資信託|ファンド|組合$|トラスト$|信託$|fund|trust$", re.IGNORECASE)
_COMPANY = re.compile("会社|㈱|㈲|銀行|金庫")
#: Foundations, associations, schools and clubs hold shares, and build no factories.
_OTHER = re.compile("法人|組合連合会|持株会|会$")
_PUBLIC = re.compile("(?:[都道府県市区町村]|大臣|機構)$")
_MONTH_DAY = re.compile(r"(\d{1,2})月(?:(\d{1,2})日|末日)")
_LAST_DAY = dict(enumerate((31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), start=1))


def make_reader(table: Table) -> Callable[[TableRow], Read]:
    """The function that reads one row of this table; the list's own date becomes each row's `updated_on`."""
    at = {wanted: actual for wanted in COLUMNS for actual in table.columns if _same(wanted, actual)}
    date = _stated_date(table)

    def read(row: TableRow) -> Read:
        values = {wanted: row.values[actual].strip() for wanted, actual in at.items()}
        if any(is_natural_person(filer_type=values[column]) for column in (FILER_TYPE, INDUSTRY)):
            return LeftOut(line=row.line, code="registers.natural_person", params={"line": row.line})
        try:
            return _organisation(values, row=row, date=date)
        except WrongInput as error:
            return reject(row, error.code, **{name: str(value) for name, value in error.params.items()})

    return read


def _organisation(values: dict[str, str], *, row: TableRow, date: str) -> RegisterRow:
    key = check("jp.edinet", values[CODE])
    foreign = values[FILER_TYPE].startswith("外国")
    place = _locality(values[ADDRESS], foreign=foreign)
    industry = industry_code(values[INDUSTRY])
    return RegisterRow(
        key=key.value,
        name=_spaced(values[NAME]),
        language="ja",
        reading=_spaced(values[READING]),
        english=_spaced(values[ENGLISH]),
        identifiers=(("jp.edinet", key.value), *_identifiers(values)),
        country=place.country,
        region=place.region,
        municipality=place.municipality,
        address=values[ADDRESS],
        industry_scheme="tse33" if industry else "",
        industry=industry,
        capital=_capital(values[CAPITAL]),
        currency="JPY" if values[CAPITAL] else "",
        listed={"上場": True, "非上場": False}.get(values[LISTED]),
        consolidated={"有": True, "無": False}.get(values[CONSOLIDATED]),
        fiscal_year_end=_year_end(values[YEAR_END]),
        kind=_kind(values),
        foreign=foreign,
        original=json.dumps(row.values, ensure_ascii=False),
        line=row.line,
        updated_on=date,
    )


def _identifiers(values: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """The other identifiers that the line states, checked. Raises WrongInput for one that cannot be right."""
    stated = (
        ("jp.corporate_number", values[CORPORATE_NUMBER]),
        ("jp.securities_code", values[SECURITIES_CODE]),
    )
    return tuple((scheme, check(scheme, value).value) for scheme, value in stated if value)


def _locality(address: str, *, foreign: bool) -> Locality:
    return Locality(find_country(address)) if foreign else split_japanese(address)


def _kind(values: dict[str, str]) -> str:
    name = unicodedata.normalize("NFKC", values[NAME])
    if values[FILER_TYPE].startswith("外国政府") or (_PUBLIC.search(name) and not _COMPANY.search(name)):
        return "public_body"
    if _COMPANY.search(name):
        return "company"
    if _FUND.search(name):
        return "fund"
    return "other" if _OTHER.search(name) and not values[FILER_TYPE].startswith("外国") else "company"


def _capital(text: str) -> int | None:
    """Yen out of millions of yen; a foreign filer's 0 means that it did not say. Raises WrongInput."""
    if not text:
        return None
    digits = unicodedata.normalize("NFKC", text).replace(",", "")
    if not re.fullmatch(r"\d{1,12}", digits):
        raise WrongInput("registers.capital_not_a_number", value=text)
    return int(digits) * 1_000_000 or None


def _year_end(text: str) -> str:
    """`MM-DD`; 末日 is the last day of the month (of February, the 28th). Raises WrongInput."""
    if not text:
        return ""
    found = _MONTH_DAY.fullmatch(unicodedata.normalize("NFKC", text))
    month = int(found[1]) if found else 0
    if not found or month not in _LAST_DAY:
        raise WrongInput("registers.year_end_not_a_date", value=text)
    day = int(found[2] or _LAST_DAY[month])
    if not 1 <= day <= _LAST_DAY[month] + (month == 2):
        raise WrongInput("registers.year_end_not_a_date", value=text)
    return f"{month:02d}-{day:02d}"


def _stated_date(table: Table) -> str:
    found = re.search(r"(\d{4})年(\d{2})月(\d{2})日", _preamble(table))
    return "-".join(found.groups()) if found else ""


def _stated_count(table: Table) -> int | None:
    found = re.search(r"(\d+)件", _preamble(table))
    return int(found[1]) if found else None


def _preamble(table: Table) -> str:
    return unicodedata.normalize("NFKC", "\n".join(table.preamble))


def _spaced(text: str) -> str:
    """One plain space where the list has ideographic ones; the original stays in `original`."""
    return " ".join(text.split())


def _same(wanted: str, actual: str) -> bool:
    return fold_column(wanted) == fold_column(actual)


def _recognises(table: Table) -> bool:
    columns = {fold_column(column) for column in table.columns}
    return {fold_column(CODE), fold_column(FILER_TYPE), fold_column(NAME)} <= columns


EDINET = Format(
    code="edinet",
    register="jp.edinet",
    complete=True,
    recognises=_recognises,
    reader=make_reader,
    stated_count=_stated_count,
    columns=COLUMNS,
)
