"""A reason: why an engine decided what it decided, in a form that a person can be told and a program can check."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True, slots=True)
class EvidenceRef:
    """Points at what a reason rests on: `kind` names the table (`register_row`, `evidence`, …), `key` the row in it."""

    kind: str
    key: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason with its share of a score.

    `code` names the sentence (see `kakehashi.kernel.sentences`), `params` fill its placeholders,
    `weight` is the contribution to the score in the score's own unit (0 for a remark), and `evidence`
    points at the rows that prove it.
    """

    code: str
    params: Mapping[str, Json] = field(default_factory=dict)
    weight: float = 0.0
    evidence: tuple[EvidenceRef, ...] = ()
