"""`kakehashi registers`: import a register's file into a store, look at the store, search it, export it."""

import json
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

import click
import polars as pl

from kakehashi.kernel import Json, WrongInput, say
from kakehashi.names.sentences import SENTENCES as NAME_SENTENCES
from kakehashi.registers import FORMATS, SENTENCES, Plan, Snapshot, Store, detect_format, plan_table
from kakehashi.registers import Mapping as ColumnMapping
from kakehashi.registers.formats import find_format
from kakehashi.tables import SENTENCES as TABLE_SENTENCES
from kakehashi.tables import neutralise, open_table

ALL_SENTENCES = {**NAME_SENTENCES, **TABLE_SENTENCES, **SENTENCES}
STORE = click.option(
    "--store", required=True, type=click.Path(path_type=Path), help="The folder of the store."
)
REGISTER = click.option("--register", help="Only this register; every register of the store otherwise.")


class Told(click.Group):
    """A group that tells a person what is wrong with the input, in a sentence."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except WrongInput as error:
            raise click.ClickException(sentence(error.code, error.params)) from error


def sentence(code: str, params: Mapping[str, object]) -> str:
    """The sentence for a code of any engine that takes part in an import."""
    return say(code, params, sentences=ALL_SENTENCES)


@click.group(cls=Told)
def registers() -> None:
    """Registers of companies: import, status, search, export."""


@registers.command("import")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@STORE
@click.option("--format", "layout", type=click.Choice(list(FORMATS)), help="Recognised when left out.")
@click.option(
    "--mapping", type=click.File(encoding="utf-8"), help="For the format csv: the saved mapping (JSON)."
)
@click.option("--encoding", help="The encoding of the files; recognised when left out.")
@click.option("--dry-run", is_flag=True, help="Only tell what the import would do.")
@click.option(
    "--rejected", type=click.Path(path_type=Path), help="Write rejected rows with their reasons to this CSV."
)
def import_files(
    files: tuple[Path, ...],
    store: Path,
    layout: str | None,
    mapping: TextIO | None,
    encoding: str | None,
    dry_run: bool,
    rejected: Path | None,
) -> None:
    """Import FILES, one after the other, each as a version of its own."""
    columns = ColumnMapping.from_json(mapping.read()) if mapping else None
    home = Store(store)
    if home.sweep():
        click.echo("Removed what an interrupted import had left unfinished.", err=True)
    for file in files:
        _import_file(
            home, file, layout=layout, columns=columns, encoding=encoding, dry_run=dry_run, rejected=rejected
        )


def _import_file(
    store: Store,
    file: Path,
    *,
    layout: str | None,
    columns: ColumnMapping | None,
    encoding: str | None,
    dry_run: bool,
    rejected: Path | None,
) -> None:
    table = open_table(file, encoding=encoding)
    chosen = layout or ("csv" if columns else detect_format(table))
    if chosen is None:
        raise WrongInput("registers.mapping_needed")
    register = columns.register if columns and chosen == "csv" else find_format(chosen).register
    current = store.current(register)
    base = store.open(register, current) if current else None
    with tempfile.TemporaryDirectory(prefix="kakehashi-") as folder:
        plan = plan_table(
            table,
            format=chosen,
            mapping=columns,
            current=base,
            folder=Path(folder) / "plan",
            progress=_bar("Reading"),
        )
        _tell(file, plan)
        if rejected is not None:
            _write_rejected(rejected, plan)
        if not dry_run:
            source: dict[str, Json] = {"file": file.name, "encoding": table.encoding}
            version = store.write(
                register, plan, created_at=datetime.now(UTC), source=source, progress=_bar("Writing")
            )
            store.publish(register, version.name, expected=current)
            click.echo(f"{register}: version {version.name} with {version.rows} organisations is current.")


def _tell(file: Path, plan: Plan) -> None:
    counted = ", ".join(f"{kind.replace('_', ' ')} {count}" for kind, count in plan.counts.items())
    click.echo(f"{file.name}: {counted}")
    for note in plan.notes:
        click.echo(f"  {sentence(note.code, note.params)}")
    for line in plan.rows("rejected", 0, 5):
        click.echo(f"  line {line.line}: {sentence(line.code, line.params)}")


def _write_rejected(path: Path, plan: Plan) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        plan.write_rejected(file, titles=("line", "reason"), say=sentence)


def _bar(label: str) -> Callable[[int, int | None], None]:
    """A line that is written over on a terminal, and nothing elsewhere."""

    def progress(done: int, total: int | None) -> None:
        if sys.stderr.isatty():
            end = "\n" if done == total else ""
            click.echo(f"\r{label}: {done:,}" + (f" of {total:,}" if total else ""), err=True, nl=False)
            click.echo(end, err=True, nl=False)

    return progress


@registers.command()
@STORE
@click.option("--json", "as_json", is_flag=True)
def status(store: Path, as_json: bool) -> None:
    """The registers of the store, their versions, and which of them is current."""
    home = Store(store)
    found = [
        {**asdict(version), "current": version.name == home.current(register)}
        for register in home.registers()
        for version in home.versions(register)
    ]
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for each in found:
        mark = "*" if each["current"] else " "
        click.echo(
            f"{mark} {each['register']}  {each['name']}  {each['rows']} organisations  {each['created_at']}"
        )


@registers.command()
@click.argument("text")
@STORE
@REGISTER
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 1000))
@click.option("--json", "as_json", is_flag=True)
def search(text: str, store: Path, register: str | None, limit: int, as_json: bool) -> None:
    """Find organisations by TEXT: a name in any script, a reading, an identifier or an address."""
    hits = [
        {"register": each.register, **asdict(hit)}
        for each in _current(store, register)
        for hit in each.search(text, limit=limit)
    ]
    hits.sort(key=lambda hit: -hit["score"])
    if as_json:
        click.echo(json.dumps(hits[:limit], ensure_ascii=False, indent=1))
        return
    for hit in hits[:limit]:
        click.echo(f"{hit['key']}  {hit['name']}  ({hit['route']})")


@registers.command()
@click.argument("output", type=click.Path(path_type=Path))
@STORE
@REGISTER
def export(output: Path, store: Path, register: str | None) -> None:
    """Write the current rows to OUTPUT: .parquet, .jsonl or .csv (neutralised for spreadsheet programs)."""
    frame = pl.concat(
        [each.frame().with_columns(register=pl.lit(each.register)) for each in _current(store, register)]
    )
    suffix = output.suffix.lower()
    if suffix == ".parquet":
        frame.sink_parquet(output)
    elif suffix == ".jsonl":
        frame.collect().write_ndjson(output)
    elif suffix == ".csv":
        _write_csv(frame.collect(), output)
    else:
        raise click.UsageError("The output must end in .parquet, .jsonl or .csv.")


def _write_csv(frame: pl.DataFrame, output: Path) -> None:
    joined = frame.with_columns(
        pl.col("other_names").list.join("; "),
        pl.col("identifiers").list.eval(pl.format("{}:{}", *_parts())).list.join("; "),
    )
    safe = joined.with_columns(pl.col(pl.String).map_elements(neutralise, return_dtype=pl.String))
    safe.write_csv(output, include_bom=True)


def _parts() -> tuple[pl.Expr, pl.Expr]:
    return pl.element().struct.field("scheme"), pl.element().struct.field("value")


def _current(store: Path, register: str | None) -> list[Snapshot]:
    home = Store(store)
    wanted = [register] if register else home.registers()
    found = [(each, home.current(each)) for each in wanted]
    opened = [home.open(each, version) for each, version in found if version]
    if not opened:
        raise click.ClickException("There is no register in this store. Import one first.")
    return opened
