"""Reads any table through a saved mapping."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Callable
from datetime import date

from kakehashi.kernel import WrongInput
from kakehashi.names.identifiers import check
from kakehashi.registers.addresses import split_japanese
from kakehashi.registers.format import Format, Read, reject
from kakehashi.registers.mapping import Mapping
from kakehashi.registers.persons import is_natural_person
from kakehashi.registers.row import LeftOut, RegisterRow
from kakehashi.registers.tse import industry_code
from kakehashi.tables import Table, TableRow

_YES = {"yes", "y", "true", "1", "是", "有", "上市", "上場", "ใช่", "listed"}
_NO = {"no", "n", "false", "0", "否", "無", "无", "非上市", "非上場", "ไม่ใช่", "ไม่", "unlisted"}
_CLOSED = re.compile(
    "注销|吊销|閉鎖|解散|清算|倒産|closed|dissolved|inactive|liquidat|เลิก|ร้าง|ล้มละลาย", re.IGNORECASE
)
_FUND = re.compile("fund|基金|ファンド|投資法人|กองทุน", re.IGNORECASE)
_PUBLIC = re.compile("政府|地方公共団体|国の機関|机关|public body|government|ราชการ", re.IGNORECASE)
_DATE = re.compile(r"(\d{4})\D(\d{1,2})\D(\d{1,2})|(\d{4})(\d{2})(\d{2})")
_NUMBER = re.compile(r"(\d+(?:\.\d+)?)\s*(万|億|亿|百万|千)?\s*(?:元|円|人民币|บาท|yuan|yen)?", re.IGNORECASE)
_TIMES = {"": 1, "千": 10**3, "万": 10**4, "百万": 10**6, "億": 10**8, "亿": 10**8}


def make_reader(table: Table, mapping: Mapping) -> Callable[[TableRow], Read]:
    """The function that reads one row. Raises WrongInput when the table lacks a mapped column."""
    mapping.check_columns(table.columns)

    def read(row: TableRow) -> Read:
        values = {name: row.values[column].strip() for name, column in mapping.columns.items()}
        if is_natural_person(filer_type=values.get("kind", "")):
            return LeftOut(line=row.line, code="registers.natural_person", params={"line": row.line})
        try:
            return _organisation(values, mapping=mapping, row=row)
        except WrongInput as error:
            return reject(row, error.code, **{name: str(value) for name, value in error.params.items()})

    return read


def _organisation(values: dict[str, str], *, mapping: Mapping, row: TableRow) -> RegisterRow:
    if not values["name"]:
        raise WrongInput("registers.name_missing", line=row.line)
    identifiers = _identifiers(values)
    country = _country(values.get("country", "")) or mapping.country
    address = values.get("address", "")
    place = split_japanese(address) if country == "JP" else None
    scheme, industry = _industry(values.get("industry", ""), mapping)
    capital = _capital(values.get("capital", ""), unit=mapping.capital_unit)
    kind = values.get("kind", "")
    return RegisterRow(
        key=_key(values, identifiers, mapping),
        name=values["name"],
        language=mapping.language,
        reading=values.get("reading", ""),
        english=values.get("english", ""),
        other_names=_several(values.get("other_names", "")),
        identifiers=identifiers,
        country=country,
        region=values.get("region", "") or (place.region if place else ""),
        municipality=values.get("municipality", "") or (place.municipality if place else ""),
        address=address,
        industry_scheme=scheme,
        industry=industry,
        capital=capital,
        currency=mapping.currency if capital is not None else "",
        listed=_truth(values.get("listed", "")),
        kind="fund" if _FUND.search(kind) else "public_body" if _PUBLIC.search(kind) else "company",
        foreign=bool(mapping.country) and country != mapping.country,
        status="closed" if _CLOSED.search(values.get("status", "")) else "active",
        original=json.dumps(row.values, ensure_ascii=False),
        line=row.line,
        updated_on=_date(values.get("updated_on", "")),
    )


def _identifiers(values: dict[str, str]) -> tuple[tuple[str, str], ...]:
    stated = (
        (name.removeprefix("identifier:"), text) for name, text in values.items() if ":" in name and text
    )
    return tuple((scheme, check(scheme, text).value) for scheme, text in stated)


def _key(values: dict[str, str], identifiers: tuple[tuple[str, str], ...], mapping: Mapping) -> str:
    """The key column, else the first identifier, else a digest of the key fields."""
    if "key" in mapping.columns:
        return values["key"]
    if identifiers:
        return ":".join(identifiers[0])
    text = "\x1f".join(unicodedata.normalize("NFKC", values.get(name, "")) for name in mapping.key_fields)
    return hashlib.sha256(text.encode()).hexdigest()[:20]


def _country(text: str) -> str:
    """A two-letter code as it is, a country's name by the table of names, anything else not at all."""
    from kakehashi.registers.addresses import find_country

    return text.upper() if re.fullmatch("[A-Za-z]{2}", text) else find_country(text) if text else ""


def _industry(text: str, mapping: Mapping) -> tuple[str, str]:
    if mapping.industry_scheme == "tse33":
        code = industry_code(text) or (text.zfill(4) if text.isdigit() else "")
        return ("tse33", code) if code else ("", "")
    return (mapping.industry_scheme, text) if text else ("", "")


def _capital(text: str, *, unit: int) -> int | None:
    """Units of the currency; `1,000万元` and `5 億円` are understood. Raises WrongInput for no amount."""
    plain = unicodedata.normalize("NFKC", text).replace(",", "").strip()
    if not plain or plain in {"-", "—"}:
        return None
    found = _NUMBER.fullmatch(plain)
    if not found or len(found[1]) > 18:
        raise WrongInput("registers.capital_not_a_number", value=text)
    return (
        round(float(found[1]) * _TIMES[found[2] or ""] * unit)
        if "." in found[1]
        else int(found[1]) * _TIMES[found[2] or ""] * unit
    )


def _truth(text: str) -> bool | None:
    word = unicodedata.normalize("NFKC", text).casefold()
    return True if word in _YES else False if word in _NO else None


def _date(text: str) -> str:
    """An ISO date. Raises WrongInput for what is no date."""
    if not text:
        return ""
    found = _DATE.match(unicodedata.normalize("NFKC", text))
    try:
        return date(*(int(part) for part in found.groups() if part)).isoformat() if found else _no_date(text)
    except ValueError as error:
        raise WrongInput("registers.not_a_date", value=text) from error


def _no_date(text: str) -> str:
    raise WrongInput("registers.not_a_date", value=text)


def _several(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in re.split(r"[;；|\n]", text) if part.strip())


def _needs_mapping(table: Table) -> Callable[[TableRow], Read]:
    raise WrongInput("registers.mapping_needed")


CSV = Format(
    code="csv", register="table", complete=True, recognises=lambda table: False, reader=_needs_mapping
)
