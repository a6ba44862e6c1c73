"""Gaps follow from who is here and what flows from one node to the next, and each says why."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kakehashi.kernel import EvidenceRef, WrongInput, say
from kakehashi.places.chains import Chain
from kakehashi.places.gaps import Gap, Presence, Thresholds, gaps
from kakehashi.places.quotients import location_quotient
from kakehashi.places.sentences import SENTENCES, with_names
from tests.engines.places.examples import chain

CODES = [node.code for node in chain().nodes]


def found(*present: str, organisations: int = 3) -> dict[str, Gap]:
    return {gap.node: gap for gap in gaps(chain(), [Presence(code, organisations) for code in present])}


def reachable(known: Chain, start: str, *, forward: bool) -> set[str]:
    """Everything downstream (or upstream) of a node, by following links until nothing is new."""
    seen: set[str] = set()
    frontier = {start}
    while frontier:
        frontier = {
            (link.downstream if forward else link.upstream)
            for link in known.links
            if (link.upstream if forward else link.downstream) in frontier
        } - seen
        seen |= frontier
    return seen


def test_a_hole_between_supplier_and_customer_is_missing() -> None:
    """Steel and robots are here, gears are not."""
    gap = found("steel", "robots")["gears"]
    assert (gap.kind, gap.reason.code, gap.urgency) == ("missing", "gap.missing.between", 1.0)
    assert gap.reason.params["upstream"] == ["steel"]
    assert gap.reason.params["downstream"] == ["robots"]


def test_what_a_customer_here_needs_is_missing() -> None:
    """Robots are built here, and nobody makes motors or gears."""
    gap = found("robots")["motors"]
    assert (gap.kind, gap.reason.code) == ("missing", "gap.missing.customers")


def test_the_step_after_what_is_here_is_next() -> None:
    """Robots are built here, so lines could be too."""
    gap = found("robots")["lines"]
    assert (gap.kind, gap.reason.code) == ("next", "gap.next.suppliers")


def test_a_critical_step_without_neighbours_is_missing_all_the_same() -> None:
    """Nothing near the magnets is here, but the chain depends on them."""
    assert found("software")["magnets"].reason.code == "gap.missing.critical"


def test_a_thin_step_is_weak_and_says_how_thin() -> None:
    """One organisation is not yet a cluster."""
    gap = gaps(chain(), [Presence("gears", 1, 40)], thresholds=Thresholds(employees=50))[0]
    assert gap.kind == "missing"
    weak = next(g for g in gaps(chain(), [Presence("gears", 1, 40)], thresholds=Thresholds(employees=50))
                if g.node == "gears")  # fmt: skip
    assert weak.kind == "weak"
    assert [weak.reason.code, *(reason.code for reason in weak.further)] == [
        "gap.weak.few_organisations",
        "gap.weak.few_employees",
    ]


def test_a_low_quotient_counts_only_when_its_whole_interval_is_low() -> None:
    """A small count below one may be chance."""
    small = location_quotient(value=1, place_total=100, industry_total=20, total=1000)
    large = location_quotient(value=100, place_total=10000, industry_total=2000, total=100000)
    assert small.quotient == large.quotient == 0.5

    def kinds(quotient: object) -> list[str]:
        rows = gaps(chain(), [Presence("gears", 5)], quotients={"gears": quotient})  # type: ignore[dict-item]
        return [gap.reason.code for gap in rows if gap.node == "gears"]

    assert kinds(small) == []
    assert kinds(large) == ["gap.weak.low_quotient"]


def test_a_chain_that_is_absent_altogether_has_no_gaps() -> None:
    """There is nothing to complete."""
    assert gaps(chain(), []) == ()
    assert gaps(chain(), [Presence("gears", 0)]) == ()


def test_reasons_carry_the_evidence_of_the_neighbours() -> None:
    """Whoever reads the reason can open what it rests on."""
    ref = EvidenceRef("presence", "7")
    gap = next(g for g in gaps(chain(), [Presence("robots", 3, evidence=(ref,))]) if g.node == "gears")
    assert gap.reason.evidence == (ref,)


def test_presence_at_an_unknown_or_repeated_node_is_refused() -> None:
    """A typing error must not make a gap."""
    with pytest.raises(WrongInput, match="presence_unknown_node"):
        gaps(chain(), [Presence("gear", 1)])
    with pytest.raises(WrongInput, match="presence_repeated"):
        gaps(chain(), [Presence("gears", 1), Presence("gears", 2)])
    with pytest.raises(WrongInput, match="presence_negative"):
        Presence("gears", -1)
    with pytest.raises(WrongInput, match="threshold_out_of_range"):
        Thresholds(quotient=-0.5)


@settings(deadline=None, max_examples=40)
@given(st.sets(st.sampled_from(CODES)))
def test_gaps_agree_with_the_definition_read_off_the_graph(present: set[str]) -> None:
    """Against a second reading of the definition, which follows every path."""
    known = chain()
    answers = {gap.node: gap.kind for gap in gaps(known, [Presence(code, 3) for code in present])}
    for node in known.nodes:
        above, below = (reachable(known, node.code, forward=side) & present for side in (False, True))
        direct_above = set(known.upstream(node.code)) & present
        direct_below = set(known.downstream(node.code)) & present
        if node.code in present or not present:
            expected = None
        elif (above and below) or direct_below or (node.critical and not direct_above):
            expected = "missing"
        else:
            expected = "next" if direct_above else None
        assert answers.get(node.code) == expected


@settings(deadline=None, max_examples=40)
@given(st.sets(st.sampled_from(CODES), min_size=1), st.integers(1, 3))
def test_every_reason_has_a_sentence_in_which_names_replace_codes(
    present: set[str], organisations: int
) -> None:
    """Whatever is here."""
    names = {node.code: f"«{node.code}»" for node in chain().nodes}
    for gap in gaps(chain(), [Presence(code, organisations) for code in sorted(present)]):
        params = with_names(gap.reason.params, names=names, language="en")
        assert f"«{gap.node}»" in say(gap.reason.code, params, sentences=SENTENCES)


@settings(deadline=None, max_examples=40)
@given(st.sets(st.sampled_from(CODES), min_size=1), st.randoms())
def test_the_order_of_presence_does_not_matter(present: set[str], random: object) -> None:
    """The same rows in another order give the same gaps."""
    rows = [Presence(code, 1) for code in sorted(present)]
    again = list(rows)
    random.shuffle(again)  # type: ignore[attr-defined]
    assert gaps(chain(), rows) == gaps(chain(), again)


def test_a_low_quotient_is_told_with_its_interval_and_level() -> None:
    """In figures that a person can read."""
    low = location_quotient(value=100, place_total=10000, industry_total=2000, total=100000, level=0.9)
    gap = next(
        gap for gap in gaps(chain(), [Presence("gears", 5)], quotients={"gears": low}) if gap.node == "gears"
    )
    assert say(gap.reason.code, gap.reason.params, sentences=SENTENCES).endswith(
        "location quotient 0.5, 90 % interval 0.42 to 0.59."
    )
