"""Puts the reasons of a list into the reader's words: names for codes, dates and figures as the reader
writes them.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext

from kakehashi.office.apps.places.wording import figure
from kakehashi.office.apps.registers.industries import INDUSTRIES
from kakehashi.office.apps.targeting.models import Target, TargetList
from kakehashi.office.core.countries import country_name
from kakehashi.office.core.multilingual import text_in
from kakehashi.office.core.sentences import sentence, stored_sentence
from kakehashi.places.sentences import with_names

#: What stands between the names of a list, and between two sentences, where it is not a comma or a space.
_COMMAS = {"ja": "、", "zh-hans": "、", "th": " "}
_GAPS = {"ja": "", "zh-hans": ""}

#: Reasons that hold for everybody in the same industry.
_COMMON = ("industry_fit.",)

Names = Mapping[str, Mapping[str, str]]


class Wording:
    """The words for one list. Names come from what the list keeps, so that it reads the same for years."""

    def __init__(self, target_list: TargetList) -> None:
        chains: Sequence[Mapping[str, Any]] = target_list.inputs.get("chains", ())
        self.chains: Names = {chain["code"]: chain["names"] for chain in chains}
        self.nodes: Names = {
            f"{chain['code']}/{node['code']}": node["names"] for chain in chains for node in chain["nodes"]
        }
        self._industries: Names = target_list.inputs.get("industry_names", {})
        self._gaps: Mapping[str, Any] = target_list.inputs.get("gaps", {})

    def node(self, ref: str) -> str:
        """The name of a node, given as `chain/node`."""
        return text_in(self.nodes.get(ref)) or ref

    def chain(self, code: str) -> str:
        return text_in(self.chains.get(code)) or code

    def industry(self, code: str) -> str:
        """The name of an industry, given as `scheme:code`."""
        known = text_in(self._industries.get(code))
        return known or industry_name(*code.partition(":")[::2])

    def reason(self, reason: Mapping[str, Any]) -> str:
        """One reason as a whole sentence."""
        code = str(reason["code"])
        params = {name: self._worded(name, value) for name, value in reason["params"].items()}
        return stored_sentence(code, params)

    def why(self, reasons: Sequence[Mapping[str, Any]]) -> str:
        """The argument in two sentences: the strongest reason, and the strongest that is about this company
        and not about its whole industry.
        """
        counting = [each for each in reasons if each["weight"] > 0] or list(reasons)
        told = counting[:1]
        others = sorted(counting[1:], key=lambda each: (each["code"].startswith(_COMMON), -each["weight"]))
        return _GAPS.get(_language(), " ").join(self.reason(each) for each in [*told, *others[:1]])

    def gap(self, ref: str) -> str:
        """Why a node counts as a gap, as it stood when the list was made; empty when it does not."""
        chain, _, node = ref.partition("/")
        found = next((gap for gap in self._gaps.get(chain, ()) if gap["node"] == node), None)
        if found is None:
            return ""
        names = {
            code.partition("/")[2]: text_in(texts)
            for code, texts in self.nodes.items()
            if code.startswith(f"{chain}/")
        }
        reason = found["reason"]
        return sentence(reason["code"], with_names(reason["params"], names=names, language=_language()))

    def _worded(self, name: str, value: Any) -> Any:
        kind = name.rpartition("_")[2]
        if kind == "codes" and isinstance(value, list):
            one = name.removesuffix("s")
            return _COMMAS.get(_language(), ", ").join(str(self._worded(one, each)) for each in value)
        if kind == "code":
            return self._named(name, str(value))
        if kind == "on":
            return date_format(date.fromisoformat(value), "DATE_FORMAT")
        if kind == "amount":
            return figure(int(value))
        if kind == "number":
            return figure(value, decimals=2)
        return value

    def _named(self, name: str, code: str) -> str:
        match name:
            case "node_code":
                return self.node(code)
            case "chain_code":
                return self.chain(code)
            case "industry_code":
                return self.industry(code)
            case "country_code":
                return country_name(code)
            case "signal_code":
                return sentence(f"signal.{code}", {})
        return code


def industry_name(scheme: str, code: str) -> str:
    """The name of a register's industry class in the reader's language; the code where it has none here."""
    label = INDUSTRIES.get(f"{scheme}:{code}")
    return gettext(label) if label else code


def criterion(code: str) -> str:
    return sentence(f"criterion.{code}", {})


def about(code: str) -> str:
    """What a criterion asks."""
    return sentence(f"criterion.{code}.about", {})


def excluded(code: str) -> str:
    return sentence(f"excluded.{code}", {})


def target_industry(target: Target) -> str:
    return industry_name(target.industry_scheme, target.industry)


def _language() -> str:
    return get_language() or "en"
