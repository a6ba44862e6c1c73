"""Corporate numbers in the tax agency's own layout: 30 columns, no header."""

from pathlib import Path

import pytest

from kakehashi.kernel import WrongInput
from kakehashi.registers import LeftOut, RegisterRow, Rejected, Store, detect_format, plan_table, read_rows
from kakehashi.tables import open_table

from .conftest import WHEN

ROW = (
    "1", "1180301018771", "12", "0", "2026-01-27", "2026-01-20", "トヨタ自動車株式会社", "",
    "301", "愛知県", "豊田市",
    "トヨタ町１番地", "", "23", "211", "4718571", "", "", "", "", "", "", "2015-10-05", "1",
    "Toyota Motor Corporation",
    "Aichi", "1, Toyota-cho", "", "トヨタジドウシャ", "0",
)  # fmt: skip


def written(folder: Path, *rows: tuple[str, ...], name: str = "diff.csv") -> Path:
    path = folder / name
    path.write_bytes("".join(",".join(f'"{cell}"' for cell in row) + "\r\n" for row in rows).encode("cp932"))
    return path


def altered(**cells: str) -> tuple[str, ...]:
    return tuple(cells.get(f"_{place}", cell) for place, cell in enumerate(ROW))


def test_an_organisation_is_read(tmp_path: Path) -> None:
    """Number, names, place, and that it is alive."""
    (row,) = read_rows(open_table(written(tmp_path, ROW)), format="nta-diff")
    assert isinstance(row, RegisterRow)
    assert (row.key, row.name, row.reading, row.english) == (
        "1180301018771", "トヨタ自動車株式会社", "トヨタジドウシャ", "Toyota Motor Corporation",
    )  # fmt: skip
    assert (row.country, row.region, row.municipality, row.status) == ("JP", "愛知県", "豊田市", "active")
    assert row.address == "愛知県豊田市トヨタ町１番地"


def test_closed_former_and_public_rows_are_told_apart(tmp_path: Path) -> None:
    """A closed company stays with its state; a former state is passed over; a ministry is a public body."""
    rows = list(
        read_rows(
            open_table(
                written(
                    tmp_path,
                    altered(_18="2026-01-26", _19="01"),
                    altered(_23="0"),
                    altered(_8="101"),
                    altered(_8="abc"),
                    altered(_1="1180301018772"),
                )
            ),
            format="nta-diff",
        )
    )
    closed, former, public, unknown, wrong = rows
    assert isinstance(closed, RegisterRow)
    assert closed.status == "closed"
    assert isinstance(former, LeftOut)
    assert former.code == "registers.former_state"
    assert isinstance(public, RegisterRow)
    assert public.kind == "public_body"
    assert isinstance(unknown, Rejected)
    assert unknown.code == "registers.kind_unknown"
    assert isinstance(wrong, Rejected)
    assert wrong.code == "identifier.wrong_check_digit"


def test_a_difference_and_a_full_file_are_told_apart(tmp_path: Path) -> None:
    """All rows of a difference were updated on one day."""
    assert detect_format(open_table(written(tmp_path, ROW, ROW))) == "nta-diff"
    assert detect_format(open_table(written(tmp_path, ROW, altered(_4="2015-11-13")))) == "nta"


def test_another_layout_is_refused(tmp_path: Path) -> None:
    """A table of 29 columns is not read as one of 30."""
    path = written(tmp_path, ROW[:-1])
    with pytest.raises(WrongInput, match="layout_other"):
        list(read_rows(open_table(path), format="nta"))


def test_a_difference_keeps_what_it_does_not_name(tmp_path: Path, store: Store) -> None:
    """The day's rows are new or changed; the others stay; applied again, nothing changes."""
    full = written(
        tmp_path, ROW, altered(_1="1010401010455", _6="株式会社小松製作所", _4="2015-11-13"), name="full.csv"
    )
    first = plan_table(open_table(full), format="nta", current=None)
    version = store.write("jp.nta", first, created_at=WHEN, source={})
    before = store.open("jp.nta", version.name)
    day = written(tmp_path, altered(_6="トヨタ株式会社"))
    plan = plan_table(open_table(day), format="nta-diff", current=before)
    assert (plan.counts["changed"], plan.counts["gone"]) == (1, 0)
    after = store.open("jp.nta", store.write("jp.nta", plan, created_at=WHEN, source={}).name)
    assert after.count == 2
    kept, renamed = after.get("1010401010455"), after.get("1180301018771")
    assert kept is not None
    assert renamed is not None
    assert renamed.name == "トヨタ株式会社"
    again = plan_table(open_table(day), format="nta-diff", current=after)
    assert (again.counts["same"], again.counts["changed"], again.counts["new"]) == (1, 0, 0)


def test_differences_are_applied_in_the_order_of_their_dates(tmp_path: Path, store: Store) -> None:
    """An older one is refused; missing weekdays are named, as they may have been holidays."""
    first = plan_table(open_table(written(tmp_path, ROW)), format="nta-diff", current=None)
    version = store.write("jp.nta", first, created_at=WHEN, source={})
    current = store.open("jp.nta", version.name)
    assert current.as_of == "2026-01-27"
    older = written(tmp_path, altered(_4="2026-01-26"))
    with pytest.raises(WrongInput, match="difference_older"):
        plan_table(open_table(older), format="nta-diff", current=current)
    later = written(tmp_path, altered(_4="2026-02-03"))
    notes = plan_table(open_table(later), format="nta-diff", current=current).notes
    assert [(note.code, note.params["dates"]) for note in notes] == [
        ("registers.differences_missing", "2026-01-28, 2026-01-29, 2026-01-30, 2026-02-02")
    ]


def test_a_real_day_is_read_whole(shared_data: Path) -> None:
    """18,263 rows of 27 January 2026, of which 244 are former states; nothing is rejected."""
    table = open_table(shared_data / "registers" / "nta_diff_20260127.cp932.csv")
    assert detect_format(table) == "nta-diff"
    plan = plan_table(table, format="nta-diff", current=None)
    assert (plan.counts["new"], plan.counts["rejected"], dict(plan.left_out)) == (
        18019, 0, {"registers.former_state": 244},
    )  # fmt: skip
