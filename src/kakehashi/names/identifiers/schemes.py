"""The schemes of identifiers that Kakehashi knows, and how a value of each is read."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from kakehashi.kernel import WrongInput
from kakehashi.names.folding import tidy
from kakehashi.names.identifiers import check_digits

LONGEST = 64
SEPARATORS = re.compile(r"[\s\-‐‑‒–—―−ー_./・]+")
#: The letters of Japan's alphanumeric securities codes (since 2024): no B, E, I, O, Q, V, Z.
CODE_LETTER = "ACDFGHJKLMNPRSTUWXY"


@dataclass(frozen=True, slots=True)
class Scheme:
    """`title` is the official name in its own language, `example` is valid, `country` is ISO 3166-1."""

    code: str
    title: str
    example: str
    pattern: re.Pattern[str]
    is_valid: Callable[[str], bool]
    country: str = ""
    normalise: Callable[[str], str] = str


@dataclass(frozen=True, slots=True)
class Identifier:
    """A value in its normal spelling, of which format and check digit are right."""

    scheme: str
    value: str


def joined(value: str) -> str:
    """Without separators."""
    return SEPARATORS.sub("", value)


def corporate_number(value: str) -> str:
    """The number without the T that invoices put before it."""
    return joined(value).removeprefix("T")


def securities_code(value: str) -> str:
    """Four characters for ordinary shares: the fifth, 0, is left out; other share classes keep theirs."""
    value = joined(value).removesuffix("T") if value.endswith(".T") else joined(value)
    return value[:4] if len(value) == 5 and value.endswith("0") else value


def chinese_stock(value: str) -> str:
    """Six digits, a dot, and the exchange, however it was spelled: SH600519, 600519.SS, 600519.SH."""
    compact = joined(value)
    match = re.fullmatch(r"(SH|SZ|BJ)?(\d{6})(SS|SH|SZ|BJ|XSHG|XSHE)?", compact)
    if not match:
        return compact
    exchange = match[1] or {"SS": "SH", "XSHG": "SH", "XSHE": "SZ", None: exchange_of(match[2])}.get(
        match[3], match[3]
    )
    return f"{match[2]}.{exchange}"


def exchange_of(digits: str) -> str:
    """The exchange that issues codes beginning so."""
    if digits[0] in "659" and not digits.startswith("92"):
        return "SH"
    return "BJ" if digits[0] in "48" or digits.startswith("92") else "SZ"


def scheme(
    code: str,
    title: str,
    example: str,
    pattern: str,
    is_valid: Callable[[str], bool] = check_digits.nothing,
    *,
    country: str = "",
    normalise: Callable[[str], str] = joined,
) -> Scheme:
    """A scheme with its pattern compiled."""
    return Scheme(code, title, example, re.compile(pattern, re.ASCII), is_valid, country, normalise)


SCHEMES: dict[str, Scheme] = {
    one.code: one
    for one in (
        scheme(
            "jp.corporate_number", "法人番号", "7000012050002", r"[1-9]\d{12}",
            check_digits.corporate_number, country="JP", normalise=corporate_number,
        ),
        scheme(
            "cn.uscc", "统一社会信用代码", "914403001922038216",
            r"[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}",
            check_digits.social_credit_code, country="CN",
        ),
        scheme("lei", "LEI", "5493006W3QUS5LMH6R84", r"[0-9A-Z]{18}\d{2}", check_digits.mod_97),
        scheme(
            "th.juristic", "เลขทะเบียนนิติบุคคล", "0107544000108", r"\d{13}",
            check_digits.thai_mod_11, country="TH",
        ),
        scheme("jp.edinet", "EDINETコード", "E02144", r"[EG]\d{5}", country="JP"),
        scheme(
            "jp.securities_code", "証券コード", "7203", rf"\d[\d{CODE_LETTER}]\d[\d{CODE_LETTER}]\d?",
            country="JP", normalise=securities_code,
        ),
        scheme(
            "cn.stock_code", "股票代码", "600519.SH", r"\d{6}\.(SH|SZ|BJ)",
            country="CN", normalise=chinese_stock,
        ),
        scheme("isin", "ISIN", "JP3633400001", r"[A-Z]{2}[0-9A-Z]{9}\d", check_digits.luhn),
        scheme("duns", "D-U-N-S", "150483782", r"\d{9}"),
    )
}  # fmt: skip


def check(scheme: str, value: str) -> Identifier:
    """The identifier in its normal spelling.

    Raises WrongInput: `identifier.unknown_scheme`, `identifier.empty`, `identifier.wrong_format`,
    `identifier.wrong_check_digit`.
    """
    if scheme not in SCHEMES:
        raise WrongInput("identifier.unknown_scheme", scheme=scheme, known=", ".join(SCHEMES))
    known = SCHEMES[scheme]
    written = tidy(value[:LONGEST])
    if not written:
        raise WrongInput("identifier.empty", title=known.title)
    normal = known.normalise(written.upper())
    if len(value) > LONGEST or not known.pattern.fullmatch(normal):
        raise WrongInput("identifier.wrong_format", value=written, title=known.title, example=known.example)
    if not known.is_valid(normal):
        raise WrongInput("identifier.wrong_check_digit", value=written, title=known.title)
    return Identifier(scheme, normal)


def guess(value: str) -> tuple[Identifier, ...]:
    """All identifiers that a typed text could be, those with a check digit first; empty for anything else."""
    found = []
    for code in SCHEMES:
        try:
            found.append(check(code, value))
        except WrongInput:
            continue
    return tuple(sorted(found, key=lambda one: SCHEMES[one.scheme].is_valid is check_digits.nothing))
