"""The register store: immutable versions, made whole or not at all, and a pointer to the current one."""

import contextlib
import fcntl
import hashlib
import json
import os
import re
import shutil
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import polars as pl

from kakehashi.kernel import Json, WrongInput
from kakehashi.registers.plan import Plan
from kakehashi.registers.progress import Progress, silent
from kakehashi.registers.row import SCHEMA, RegisterRow, from_record
from kakehashi.registers.search_index import build_index
from kakehashi.registers.snapshot import MANIFEST, ROWS, SEARCH, Snapshot

#: The layout of a version's folder; a store of another layout is refused.
LAYOUT = 1
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
_UNFINISHED = ".unfinished-"
_LOCK = ".lock"
#: Rows of one group of the Parquet file: one row is read by unpacking its group, so groups are small.
_GROUP = 2_000
#: How many rows are held at once while the search file is built.
_AT_ONCE = 20_000


@dataclass(frozen=True, slots=True)
class Version:
    """What a version's manifest says. `base` is the version before, `source` where its rows came from."""

    register: str
    name: str
    base: str | None
    created_at: str
    rows: int
    counts: Mapping[str, int]
    source: Mapping[str, Json]
    format: str


class Store:
    """Registers under one folder: `<register>/<version>/{rows.parquet, search.sqlite, manifest.json}`.

    A version is written into a folder of its own that gets its name only when every byte is on the disk;
    a program that is killed on the way leaves nothing but a folder for `sweep` to remove.
    """

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)

    def registers(self) -> list[str]:
        """The registers that have a version."""
        if not self.path.is_dir():
            return []
        return sorted(
            folder.name for folder in self.path.iterdir() if folder.is_dir() and self.versions(folder.name)
        )

    def versions(self, register: str) -> list[Version]:
        """The versions of a register, the newest first."""
        folder = self._folder(register)
        manifests = folder.glob(f"[!.]*/{MANIFEST}") if folder.is_dir() else iter(())
        found = [_version(json.loads(manifest.read_text(encoding="utf-8"))) for manifest in manifests]
        return sorted(found, key=lambda version: (version.created_at, version.name), reverse=True)

    def open(self, register: str, version: str) -> Snapshot:
        """A version for reading. Raises WrongInput when there is none of that name."""
        folder = self._folder(register) / version
        if not _NAME.fullmatch(version) or not (folder / MANIFEST).is_file():
            raise WrongInput("registers.version_missing", register=register, version=version)
        return _open(folder)

    def write(
        self,
        register: str,
        plan: Plan,
        *,
        created_at: datetime,
        source: Mapping[str, Json],
        progress: Progress = silent,
    ) -> Version:
        """Makes the version that `plan` describes and returns it; publishing it is another step.

        The name is made of the time and the contents: writing the same plan at the same time gives the
        same version.
        """
        final_parent = self._folder(register)
        final_parent.mkdir(parents=True, exist_ok=True)
        with _unfinished(final_parent) as folder:
            rows = _write_rows(folder / ROWS, plan)
            progress(0, rows)
            build_index(folder / SEARCH, _read_rows(folder / ROWS), total=rows, progress=progress)
            manifest = _manifest(
                folder, plan, register=register, created_at=created_at, source=source, rows=rows
            )
            (folder / MANIFEST).write_text(
                json.dumps(manifest, ensure_ascii=False, indent=1), encoding="utf-8"
            )
            _flush_folder(folder)
            _give_name(folder, final_parent / manifest["version"])
        return _version(manifest)

    def current(self, register: str) -> str | None:
        """The version that is published, or None."""
        pointer = self._folder(register) / "current"
        return pointer.read_text(encoding="utf-8").strip() if pointer.is_file() else None

    def publish(self, register: str, version: str, *, expected: str | None) -> None:
        """Makes `version` the current one. Raises WrongInput when `expected` is no longer the current one."""
        self.open(register, version)
        folder = self._folder(register)
        with _locked(folder / _LOCK):
            if self.current(register) != expected:
                raise WrongInput("registers.plan_outdated", register=register)
            _replace_text(folder / "current", version + "\n")

    def sweep(self) -> int:
        """Removes what killed programs left unfinished, never what a living one writes; counts it."""
        return sum(self._sweep(folder) for folder in self.path.glob("*") if folder.is_dir())

    @staticmethod
    def _sweep(register: Path) -> int:
        removed = 0
        with _locked(register / _LOCK):
            for folder in register.glob(f"{_UNFINISHED}*"):
                with contextlib.suppress(BlockingIOError), _locked(folder / _LOCK, wait=False):
                    shutil.rmtree(folder)
                    removed += 1
        return removed

    def _folder(self, register: str) -> Path:
        if not _NAME.fullmatch(register):
            raise WrongInput("registers.register_name_wrong", register=register)
        return self.path / register


@lru_cache(maxsize=16)
def _open(folder: Path) -> Snapshot:
    return Snapshot(folder)


def _write_rows(path: Path, plan: Plan) -> int:
    """Writes the rows by importance (listed, capital, key) and returns how many there are."""
    important = [pl.col("listed").fill_null(value=False), pl.col("capital").fill_null(0)]
    order = plan.result().select(list(SCHEMA)).sort(*important, "key", descending=[True, True, False])
    frame = order.collect()
    frame.write_parquet(path, compression="zstd", row_group_size=_GROUP)
    return frame.height


def _read_rows(path: Path) -> Iterator[RegisterRow]:
    frame = pl.scan_parquet(path)
    offset = 0
    while (part := frame.slice(offset, _AT_ONCE).collect()).height:
        yield from (from_record(record) for record in part.iter_rows(named=True))
        offset += _AT_ONCE


def _manifest(
    folder: Path, plan: Plan, *, register: str, created_at: datetime, source: Mapping[str, Json], rows: int
) -> dict[str, Any]:
    digest = _sha256(folder / ROWS)
    stamp = created_at.astimezone(UTC)
    return {
        "layout": LAYOUT,
        "register": register,
        "version": f"{stamp:%Y%m%dt%H%M%S}-{digest[:12]}",
        "base": plan.base,
        "created_at": stamp.isoformat(),
        "format": plan.format,
        "as_of": max(plan.as_of, plan.base_as_of),
        "source": dict(source),
        "rows": rows,
        "counts": dict(plan.counts),
        "left_out": dict(plan.left_out),
        "notes": [[note.code, dict(note.params)] for note in plan.notes],
        "columns": {name: str(kind) for name, kind in SCHEMA.items()},
        "files": {ROWS: digest, SEARCH: _sha256(folder / SEARCH)},
    }


def _version(manifest: Mapping[str, Any]) -> Version:
    if manifest["layout"] != LAYOUT:
        raise WrongInput("registers.layout_of_store", found=manifest["layout"], expected=LAYOUT)
    return Version(
        register=manifest["register"], name=manifest["version"], base=manifest["base"],
        created_at=manifest["created_at"], rows=manifest["rows"], counts=manifest["counts"],
        source=manifest["source"], format=manifest["format"],
    )  # fmt: skip


@contextlib.contextmanager
def _unfinished(parent: Path) -> Iterator[Path]:
    """A new folder, locked while it is being written, removed when the writing fails."""
    folder = parent / f"{_UNFINISHED}{uuid.uuid4().hex}"
    with contextlib.ExitStack() as held:
        with _locked(parent / _LOCK):
            folder.mkdir()
            held.enter_context(_locked(folder / _LOCK))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _give_name(folder: Path, name: Path) -> None:
    """Renames the folder; where the same version is there already, it stays as it is."""
    try:
        folder.rename(name)
    except OSError:
        if not (name / MANIFEST).is_file():
            raise
    else:
        (name / _LOCK).unlink(missing_ok=True)
    _flush(name.parent)


def _flush_folder(folder: Path) -> None:
    for file in (ROWS, SEARCH, MANIFEST):
        _flush(folder / file)
    _flush(folder)


def _flush(path: Path) -> None:
    """Makes sure that what was written is on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _replace_text(path: Path, text: str) -> None:
    """The file has the old text or the new one, at any moment."""
    new = path.with_name(f".{path.name}-{uuid.uuid4().hex}")
    new.write_text(text, encoding="utf-8")
    _flush(new)
    new.replace(path)
    _flush(path.parent)


@contextlib.contextmanager
def _locked(path: Path, *, wait: bool = True) -> Iterator[None]:
    """Holds a lock that ends with the program. Raises BlockingIOError when it must not wait."""
    with path.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
