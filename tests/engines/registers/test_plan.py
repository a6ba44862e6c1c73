"""A dry run says of every line what would become of it, and can be kept, opened again and checked for age."""

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kakehashi.kernel import WrongInput
from kakehashi.registers import LeftOut, Plan, RegisterRow, Rejected, Store, plan

from .conftest import WHEN, company, imported


def test_new_changed_same_and_gone_are_told_apart(store: Store) -> None:
    """And a changed line says which fields, before and after."""
    before = imported(store, [company(1, capital=5), company(2), company(3)])
    found = plan(
        [company(1, capital=6, other_names=("x",)), company(2, line=9), company(4)], before, register="test"
    )
    assert dict(found.counts) == {"new": 1, "changed": 1, "same": 1, "gone": 1, "rejected": 0, "left_out": 0}
    (changed,) = found.rows("changed")
    assert [(each.field, each.before, each.after) for each in changed.changes] == [
        ("other_names", [], ["x"]),
        ("capital", 5, 6),
    ]
    assert [line.key for line in found.rows("new")] == ["K4"]
    assert [line.key for line in found.rows("gone")] == ["K3"]
    gone = found.rows("gone")[0].row
    assert gone is not None
    assert gone.name == "株式会社例3"


def test_without_completeness_nothing_is_gone(store: Store) -> None:
    """A file that states a part leaves the rest as it is."""
    before = imported(store, [company(1), company(2)])
    found = plan([company(3)], before, register="test", complete=False)
    assert found.counts["gone"] == 0
    assert sorted(found.result().collect()["key"]) == ["K1", "K2", "K3"]


def test_a_repeated_key_is_rejected_with_the_line_of_the_first(store: Store) -> None:
    """The first stays."""
    found = plan([company(1), company(2), company(1, line=7, name="other")], None, register="test")
    (rejected,) = found.rows("rejected")
    assert (rejected.line, rejected.code) == (7, "registers.key_repeated")
    assert rejected.params == {"line": 7, "key": "K1", "first": 2}
    assert found.counts["new"] == 2


def test_an_identifier_of_two_organisations_is_remarked_on() -> None:
    """Both are kept: registers do give one company two codes."""
    number = (("jp.corporate_number", "1180301018771"),)
    found = plan([company(1, identifiers=number), company(2, identifiers=number)], None, register="test")
    assert found.counts["new"] == 2
    assert [note.code for note in found.notes] == ["registers.identifier_shared"]


def test_a_plan_can_be_opened_again(tmp_path: Path, store: Store) -> None:
    """By another process, page by page."""
    before = imported(store, [company(1)])
    rows = [company(number) for number in range(1, 120)] + [
        Rejected(200, "tables.row_width", {"found": 1, "expected": 2})
    ]
    made = plan(rows, before, register="test", folder=tmp_path / "plan", format="csv", columns=("a", "b"))
    opened = Plan.load(tmp_path / "plan")
    assert opened == made
    pages = [opened.rows("new", offset, 50) for offset in (0, 50, 100, 150)]
    assert [len(page) for page in pages] == [50, 50, 18, 0]
    assert [line.key for page in pages for line in page] == [f"K{number}" for number in range(2, 120)]
    assert opened.rows("new") == made.rows("new")


def test_half_a_plan_is_no_plan(tmp_path: Path) -> None:
    """What a killed process left is refused."""
    (tmp_path / "plan").mkdir()
    with pytest.raises(WrongInput, match="plan_missing"):
        Plan.load(tmp_path / "plan")
    (tmp_path / "plan" / "plan.json").write_text('{"base"')
    with pytest.raises(WrongInput, match="plan_missing"):
        Plan.load(tmp_path / "plan")


def test_the_second_of_two_officers_is_told(store: Store) -> None:
    """Both made a dry run on the same version; the first confirmed; the second must make another."""
    imported(store, [company(1)])
    base = store.open("test", store.current("test") or "")
    first = plan([company(1), company(2)], base, register="test")
    second = plan([company(1), company(3)], base, register="test")
    version = store.write("test", first, created_at=WHEN, source={})
    store.publish("test", version.name, expected=first.base)
    with pytest.raises(WrongInput, match="plan_outdated"):
        second.check_base(store.current("test"))
    written = store.write("test", second, created_at=WHEN, source={})
    with pytest.raises(WrongInput, match="plan_outdated"):
        store.publish("test", written.name, expected=second.base)
    assert store.current("test") == version.name


def test_a_file_of_nothing_usable_is_refused(store: Store) -> None:
    """Rather than empty the register."""
    before = imported(store, [company(1)])
    with pytest.raises(WrongInput, match=r"no_rows\(left_out=1, rejected=1\)"):
        plan([Rejected(2, "x"), LeftOut(3, "y")], before, register="test")


def test_a_row_whose_new_line_is_rejected_stays_as_it_was(store: Store) -> None:
    """It is the same and not gone; and a file of nothing but such lines is refused."""
    before = imported(store, [company(1, key="KEY01"), company(2, key="KEY02"), company(3, key="KEY03")])
    slip = Rejected(3, "registers.name_missing", {"line": 3}, ("KEY02", ""))
    found = plan([company(1, key="KEY01"), slip], before, register="test")
    assert (found.counts["same"], found.counts["gone"], found.counts["rejected"], found.read) == (2, 1, 1, 2)
    assert sorted(found.result().collect()["key"]) == ["KEY01", "KEY02"]
    with pytest.raises(WrongInput, match="no_rows"):
        plan([slip], before, register="test")


def test_a_file_that_lacks_much_is_remarked_on(store: Store) -> None:
    """More than a tenth gone, more than a tenth rejected."""
    before = imported(store, [company(number) for number in range(10)])
    found = plan([company(0), Rejected(5, "registers.name_missing", {"line": 5})], before, register="test")
    assert {note.code for note in found.notes} == {"registers.many_gone", "registers.many_rejected"}


def test_rejected_lines_are_written_with_their_reason() -> None:
    """Neutralised, so that opening the file runs nothing."""
    rows = [company(1), Rejected(5, "registers.name_missing", {"line": 5}, ("=cmd()", "b"))]
    found = plan(rows, None, register="test", columns=("name", "city"))
    file = io.StringIO()
    assert (
        found.write_rejected(file, titles=("line", "reason"), say=lambda code, params: f"{code} {params}")
        == 1
    )
    assert file.getvalue() == (
        "\ufeffline,reason,name,city\r\n5,registers.name_missing {'line': 5},'=cmd(),b\r\n"
    )


def test_progress_is_told_and_may_stop_the_work(tmp_path: Path) -> None:
    """What it raises comes out, and no plan is there."""
    seen = []

    def stop(done: int, total: int | None) -> None:
        seen.append((done, total))
        if done >= 2000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        plan(
            (company(n) for n in range(5000)),
            None,
            register="test",
            folder=tmp_path / "p",
            total=5000,
            progress=stop,
        )
    assert seen == [(1000, 5000), (2000, 5000)]
    with pytest.raises(WrongInput, match="plan_missing"):
        Plan.load(tmp_path / "p")


def test_an_unknown_kind_is_refused() -> None:
    """There are six."""
    with pytest.raises(WrongInput, match="plan_kind_unknown"):
        plan([company(1)], None, register="test").rows("old")


ITEM = st.one_of(
    st.builds(
        company, st.integers(0, 12), capital=st.one_of(st.none(), st.integers(0, 3)), listed=st.booleans()
    ),
    st.builds(Rejected, st.integers(1, 99), st.just("registers.name_missing")),
    st.builds(LeftOut, st.integers(1, 99), st.just("registers.natural_person")),
)


def lines(items: list[RegisterRow | Rejected | LeftOut]) -> list[RegisterRow | Rejected | LeftOut]:
    """The items with lines in order."""
    made: list[RegisterRow | Rejected | LeftOut] = []
    for line, item in enumerate(items, start=2):
        made.append(type(item)(**{**{name: getattr(item, name) for name in item.__slots__}, "line": line}))
    return made


@given(st.lists(ITEM, max_size=14), st.lists(ITEM, max_size=14), st.booleans())
@settings(max_examples=40, deadline=None)
def test_every_line_is_counted_once_and_twice_the_same_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory,
    old: list[RegisterRow | Rejected | LeftOut],
    new: list[RegisterRow | Rejected | LeftOut],
    complete: bool,
) -> None:
    """The algebra of plans, against sets written out by hand."""
    store = Store(tmp_path_factory.mktemp("store"))
    old, new = lines(old), lines(new)
    before = {row.key: row for row in reversed(old) if isinstance(row, RegisterRow)}
    after = {row.key: row for row in reversed(new) if isinstance(row, RegisterRow)}
    if not before or not after:
        return
    first = imported(store, [row for row in old if isinstance(row, RegisterRow)])
    found = plan(new, first, register="test", complete=complete)
    assert found.read == len(new)
    assert found.counts["new"] == len(after.keys() - before.keys())
    assert found.counts["gone"] == (len(before.keys() - after.keys()) if complete else 0)
    differing = [
        key for key in after.keys() & before.keys()
        if (after[key].capital, after[key].listed) != (before[key].capital, before[key].listed)
    ]  # fmt: skip
    assert sorted(line.key for line in found.rows("changed")) == sorted(differing)
    version = store.write("test", found, created_at=WHEN, source={})
    second = store.open("test", version.name)
    assert second.count == len(after if complete else before | after)
    again = plan(new, second, register="test", complete=complete)
    assert (again.counts["new"], again.counts["changed"], again.counts["gone"]) == (0, 0, 0)
    assert again.counts["same"] == len(after)
