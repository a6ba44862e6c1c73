"""Words for what the tables about places hold as codes, in the reader's language."""

from collections.abc import Mapping
from decimal import Decimal

from babel import Locale
from babel.numbers import format_compact_currency
from django.utils import numberformat
from django.utils.translation import get_language, gettext

from kakehashi.kernel import Reason
from kakehashi.office.apps.places import sentences
from kakehashi.office.core.multilingual import text_in
from kakehashi.office.core.sentences import sentence
from kakehashi.places.sentences import REQUIREMENTS, with_names


def topic(code: str) -> str:
    return _label(sentences.TOPICS, code)


def unit(code: str) -> str:
    return _label(sentences.UNITS, code)


def gap(kind: str) -> str:
    return _label(sentences.GAPS, kind)


def gap_meaning(kind: str) -> str:
    return _label(sentences.GAP_MEANINGS, kind)


def scheme(code: str) -> str:
    return _label(sentences.SCHEMES, code)


def requirement(code: str) -> str:
    return _label(REQUIREMENTS, code)


def figure(value: Decimal | float | None, *, decimals: int | None = None) -> str:
    """A number with thin groups, the same in every language, without the zeros that only the column
    demands.
    """
    if value is None:
        return ""
    plain = (
        Decimal(str(value)) if decimals is not None else Decimal(format(Decimal(str(value)).normalize(), "f"))
    )
    return numberformat.format(
        plain, ".", decimal_pos=decimals, grouping=3, thousand_sep=",", force_grouping=True, use_l10n=False
    )


def money(amount: int, currency: str) -> str:
    """A large amount in short, as the reader says it: ¥7.2B, 72億円 (Unicode CLDR, through Babel)."""
    if not currency:
        return figure(amount)
    locale = Locale.parse(get_language() or "en", sep="-")
    return format_compact_currency(amount, currency, locale=locale, fraction_digits=1)


def gap_reason(reason: Reason, names: Mapping[str, Mapping[str, str]]) -> str:
    """The sentence of a gap's reason; `names` are the multilingual names of the chain's nodes by code."""
    language = get_language() or "en"
    here = {code: text_in(texts) for code, texts in names.items()}
    return sentence(reason.code, with_names(reason.params, names=here, language=language))


def _label(labels: Mapping[str, str], code: str) -> str:
    """The label of a code; a code that nobody labelled is shown as it was entered."""
    label = labels.get(code)
    if label is None:
        return code
    return gettext(label) if label else ""
