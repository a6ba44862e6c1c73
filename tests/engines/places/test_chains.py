"""A chain holds together: its links have ends, its codes are unique, and it never runs in a circle."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kakehashi.kernel import WrongInput
from kakehashi.places.chains import Chain, ChainNode, Link, dump_chain, load_chain
from tests.engines.places.examples import chain, node


def loaded(*nodes: dict[str, object]) -> Chain:
    return load_chain({"code": "c", "names": {"en": "C"}, "nodes": list(nodes)})


def test_a_chain_knows_what_is_upstream_and_downstream() -> None:
    """Direct neighbours only, in the order in which they were written."""
    assert chain().upstream("robots") == ("gears", "motors")
    assert chain().downstream("robots") == ("lines",)
    assert chain().upstream("steel") == ()


def test_a_name_falls_back_to_english() -> None:
    """A reader never sees an empty box."""
    assert chain().node("gears").name("th") == "Gears"


def test_a_circle_is_refused_and_named() -> None:
    """The message shows the way round, from upstream to downstream."""
    with pytest.raises(WrongInput) as refused:
        loaded(node("a", "c"), node("b", "a"), node("c", "b"))
    assert refused.value.code == "chain_cycle"
    steps = refused.value.params["cycle"].split(" → ")  # type: ignore[attr-defined]
    links = {("c", "a"), ("a", "b"), ("b", "c")}
    assert steps[0] == steps[-1]
    assert set(pairwise(steps)) == links


def test_a_node_that_feeds_itself_is_a_circle() -> None:
    """The shortest one."""
    with pytest.raises(WrongInput, match="chain_cycle"):
        loaded(node("a", "a"))


@pytest.mark.parametrize(
    ("nodes", "code"),
    [
        ([node("a"), node("a")], "chain_duplicate_node"),
        ([node("a", "b")], "chain_unknown_node"),
        ([node("a"), node("b", "a", "a")], "chain_duplicate_link"),
        ([node("a", codes={"nace": ["28.15"]})], "chain_unknown_scheme"),
        ([node("a", requirements={"sunshine": 1})], "chain_unknown_requirement"),
        ([{"code": "a"}], "chain_field"),
        ([{"names": {"en": "A"}}], "chain_field"),
        ([], "chain_field"),
    ],
)
def test_a_chain_that_does_not_hold_together_is_refused(nodes: list[dict[str, object]], code: str) -> None:
    """Each problem has its own code."""
    with pytest.raises(WrongInput) as refused:
        loaded(*nodes)
    assert refused.value.code == code


def test_a_file_that_is_not_toml_is_refused_with_the_line(tmp_path: Path) -> None:
    """Whoever edits a chain by hand is told where to look."""
    path = tmp_path / "chain.toml"
    path.write_text('code = "c"\nnames = { en = }\n', encoding="utf-8")
    with pytest.raises(WrongInput) as refused:
        load_chain(path)
    assert refused.value.code == "chain_not_readable"
    assert "line 2" in str(refused.value.params["detail"])


def test_a_chain_survives_the_way_out_and_back() -> None:
    """Dumped and loaded again it is equal."""
    assert load_chain(dump_chain(chain())) == chain()


@settings(deadline=None)
@given(st.integers(2, 12), st.data())
def test_the_order_puts_every_node_behind_what_it_is_made_from(size: int, data: st.DataObject) -> None:
    """For any chain whose links go from a lower to a higher number, shuffled."""
    pairs = [(a, b) for a in range(size) for b in range(a + 1, size)]
    chosen = data.draw(st.lists(st.sampled_from(pairs), unique=True))
    codes = data.draw(st.permutations([str(number) for number in range(size)]))
    made = Chain(
        code="c",
        names={"en": "C"},
        nodes=tuple(ChainNode(code=code, names={"en": code}) for code in codes),
        links=tuple(Link(upstream=str(a), downstream=str(b)) for a, b in chosen),
    )
    place = {code: position for position, code in enumerate(made.order())}
    assert sorted(place) == sorted(codes)
    assert all(place[str(a)] < place[str(b)] for a, b in chosen)


@pytest.mark.parametrize(
    "broken",
    [
        {"names": "A"},
        {"names": {"en": 1}},
        {"codes": ["2694"]},
        {"codes": {"jsic": [2694]}},
        {"keywords": {"ja": ""}},
        {"requirements": 3},
        {"from": 3},
        {"code": 7},
    ],
)
def test_a_part_of_the_wrong_kind_is_refused(broken: dict[str, object]) -> None:
    """A file written by hand never ends in a crash."""
    with pytest.raises(WrongInput, match="chain_field"):
        loaded({**node("a"), **broken})


@pytest.mark.parametrize(
    "data", [{}, {"code": "c"}, {"code": "c", "nodes": 3}, {"code": "c", "nodes": ["a"]}]
)
def test_a_chain_without_its_parts_is_refused(data: dict[str, object]) -> None:
    """Code, names and nodes are needed."""
    with pytest.raises(WrongInput, match="chain_field"):
        load_chain(data)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """With its path."""
    with pytest.raises(WrongInput, match="chain_not_readable"):
        load_chain(tmp_path / "none.toml")
