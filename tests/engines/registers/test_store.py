"""Versions are whole or not there at all, whatever happens while they are written."""

import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import polars as pl
import pytest

from kakehashi.kernel import WrongInput
from kakehashi.registers import SCHEMA, Plan, Store, plan

from .conftest import WHEN, company, imported

WRITER = """
import os, signal, sys
from datetime import UTC, datetime
from kakehashi.registers import Plan, Store
from kakehashi.registers import search_index
from kakehashi.registers import store as module

point, folder, path = sys.argv[1:4]
search_index.BATCH = 100

def killed(*_anything, **_more):
    os.kill(os.getpid(), signal.SIGKILL)

if point == "progress":
    progress = lambda done, total: killed() if done >= 200 else None
else:
    progress = lambda done, total: None
    setattr(module, point, killed)
when = datetime(2026, 11, 1, tzinfo=UTC)
Store(path).write("test", Plan.load(folder), created_at=when, source={}, progress=progress)
"""

LIMITED = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, resource.RLIM_INFINITY))
"""


def test_a_version_holds_everything(store: Store) -> None:
    """Rows in order of importance, a manifest with where they came from, and their checksums."""
    rows = [company(1, capital=5), company(2, capital=9), company(3, listed=True), company(4)]
    snapshot = imported(store, rows)
    assert [row.key for row in snapshot.rows(0, 10)] == ["K3", "K2", "K1", "K4"]
    assert snapshot.get("K2") == rows[1]
    assert snapshot.get("K9") is None
    assert snapshot.count == 4
    assert dict(snapshot.frame().collect_schema()) == SCHEMA
    assert snapshot.manifest["source"] == {"file": "x.csv"}
    assert set(snapshot.manifest["files"]) == {"rows.parquet", "search.sqlite"}
    assert pl.read_parquet(snapshot.folder / "rows.parquet").height == 4


def test_versions_are_listed_newest_first_and_any_can_be_opened(store: Store) -> None:
    """Undo is publishing the former one."""
    first = imported(store, [company(1)])
    second = imported(store, [company(1), company(2)], when=WHEN + timedelta(days=1))
    assert [version.name for version in store.versions("test")] == [second.version, first.version]
    assert [version.base for version in store.versions("test")] == [first.version, None]
    assert store.registers() == ["test"]
    store.publish("test", first.version, expected=second.version)
    assert store.current("test") == first.version
    assert store.open("test", second.version).count == 2


def test_writing_the_same_plan_twice_makes_one_version(store: Store) -> None:
    """Running an import again after an interruption does no harm."""
    made = plan([company(1)], None, register="test")
    names = {store.write("test", made, created_at=WHEN, source={}).name for _ in range(2)}
    assert len(names) == 1
    assert len(store.versions("test")) == 1


@pytest.mark.parametrize("register", ["", "../x", "A", ".hidden", "a/b"])
def test_a_register_cannot_lead_out_of_the_store(store: Store, register: str) -> None:
    """Its name is a plain name."""
    with pytest.raises(WrongInput, match="register_name_wrong"):
        store.versions(register)


@pytest.mark.parametrize("version", ["", "../test", "nothing", "current"])
def test_a_version_that_is_not_there_is_refused(store: Store, version: str) -> None:
    """Also one that would lead elsewhere."""
    imported(store, [company(1)])
    with pytest.raises(WrongInput, match="version_missing"):
        store.open("test", version)


@pytest.mark.parametrize(
    "point",
    ["build_index", "progress", "_flush_folder", "_give_name"],
)
def test_a_program_killed_while_writing_leaves_the_former_version(
    tmp_path: Path, store: Store, point: str
) -> None:
    """kill -9 at each step: the current version stays, no half version is seen, the remains are swept."""
    before = imported(store, [company(1)])
    plan([company(number) for number in range(300)], before, register="test", folder=tmp_path / "plan")
    done = subprocess.run([sys.executable, "-c", WRITER, point, tmp_path / "plan", store.path], check=False)
    assert done.returncode == -signal.SIGKILL
    assert store.current("test") == before.version
    assert [version.name for version in store.versions("test")] == [before.version]
    assert store.registers() == ["test"]
    assert store.sweep() == 1
    assert store.sweep() == 0
    written = store.write("test", Plan.load(tmp_path / "plan"), created_at=WHEN, source={})
    assert written.rows == 300


def test_what_is_being_written_is_not_swept(store: Store) -> None:
    """Only what the dead left."""
    swept = []

    def sweeping(done: int, total: int | None) -> None:
        swept.append(store.sweep())

    imported(store, [company(1)])
    made = plan([company(2)], None, register="test")
    store.write("test", made, created_at=WHEN, source={}, progress=sweeping)
    assert swept
    assert set(swept) == {0}


def test_a_cancelled_writing_leaves_nothing(store: Store) -> None:
    """The progress may raise; its exception comes out."""

    def cancel(done: int, total: int | None) -> None:
        raise InterruptedError

    made = plan([company(1)], None, register="test")
    with pytest.raises(InterruptedError):
        store.write("test", made, created_at=WHEN, source={}, progress=cancel)
    assert store.versions("test") == []
    assert [path.name for path in (store.path / "test").iterdir()] == [".lock"]


def test_a_disk_that_fills_up_leaves_the_former_version(tmp_path: Path, store: Store) -> None:
    """The limit on the size of files stands for the end of the disk."""
    before = imported(store, [company(1)])
    plan([company(number) for number in range(900)], before, register="test", folder=tmp_path / "plan")
    code = LIMITED + WRITER
    done = subprocess.run(
        [sys.executable, "-c", code, "nothing", tmp_path / "plan", store.path],
        check=False,
        capture_output=True,
    )
    assert done.returncode == 1, done.stderr
    assert [version.name for version in store.versions("test")] == [before.version]
    assert store.sweep() == 0


def test_an_unknown_layout_of_the_store_is_refused(store: Store) -> None:
    """Rather than misread."""
    snapshot = imported(store, [company(1)])
    manifest = snapshot.folder / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"layout": 1', '"layout": 99'))
    with pytest.raises(WrongInput, match="layout_of_store"):
        store.versions("test")
