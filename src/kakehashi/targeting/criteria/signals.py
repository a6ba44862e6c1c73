"""Why now: dated, sourced signals that have not expired."""

from datetime import date

from kakehashi.kernel import Json, Reason
from kakehashi.targeting.nodes import Floats
from kakehashi.targeting.place import SIGNALS, Signal
from kakehashi.targeting.question import Question

#: What a signal is still worth on its last day, as a share of its first.
LAST_DAY = 0.5


def values(question: Question) -> Floats:
    """1 − Π (1 − worth) over the live signals of the company: each adds, none makes another less. 0 without
    any.

    A signal that is dated after `as_of` does not exist yet.
    """
    result, rows = question.unknown(), question.row_of()
    result[:] = 0.0
    for signal in question.place.signals:
        if signal.key in rows:
            row = rows[signal.key]
            result[row] = 1 - (1 - result[row]) * (1 - worth(signal, question.as_of))
    return result


def reasons(question: Question, row: int) -> tuple[Reason, ...]:
    """The live signals, the strongest first, then those that have expired, which do not count."""
    known = [each for each in _of(question, row) if each.dated <= question.as_of]
    live = sorted(
        (each for each in known if each.last_day >= question.as_of),
        key=lambda each: -worth(each, question.as_of),
    )
    expired = sorted(
        (each for each in known if each.last_day < question.as_of), key=lambda each: each.dated, reverse=True
    )
    told = [_told(f"signals.{each.kind}", each, worth(each, question.as_of)) for each in live]
    told += [_told("signals.expired", each, 0.0) for each in expired]
    return tuple(told) or (Reason("signals.none"),)


def worth(signal: Signal, as_of: date) -> float:
    """The strength of its kind, falling evenly to half of it on the last day; 0 before its date and after its
    last day.
    """
    if not signal.dated <= as_of <= signal.last_day:
        return 0.0
    age = (as_of - signal.dated).days / max(1, (signal.last_day - signal.dated).days)
    return SIGNALS[signal.kind][0] * (1 - (1 - LAST_DAY) * age)


def _of(question: Question, row: int) -> list[Signal]:
    key = question.frame["key"][row]
    return [each for each in question.place.signals if each.key == key]


def _told(code: str, signal: Signal, weight: float) -> Reason:
    params: dict[str, Json] = {
        "dated_on": signal.dated.isoformat(),
        "expires_on": signal.last_day.isoformat(),
    }
    if code == "signals.expired":
        params["signal_code"] = signal.kind
    return Reason(code, params, weight=weight, evidence=signal.evidence)
