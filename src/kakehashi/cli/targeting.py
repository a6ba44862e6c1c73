"""`kakehashi targeting`: rank a register's companies for a place, and compare two lists."""

import json
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click
import polars as pl

from kakehashi.kernel import EvidenceRef, Json, Reason, WrongInput, say
from kakehashi.places.sentences import SENTENCES as PLACE_SENTENCES
from kakehashi.places.tse33 import INDUSTRIES
from kakehashi.targeting import (
    ENGINE_VERSION,
    SENTENCES,
    PlaceView,
    Profile,
    Ranking,
    Row,
    profile_from,
    rank,
)
from kakehashi.targeting.place_file import load_place

ALL_SENTENCES = {**PLACE_SENTENCES, **SENTENCES}
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


class Told(click.Group):
    """A group that tells a person what is wrong with the input, in a sentence."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except WrongInput as error:
            raise click.ClickException(say(error.code, error.params, sentences=ALL_SENTENCES)) from error


@click.group(cls=Told)
def targeting() -> None:
    """Targets: which companies to approach for a place, and why."""


@targeting.command("rank")
@click.option("--candidates", required=True, type=FILE, help="Companies in the register schema (Parquet).")
@click.option(
    "--place", "place_file", required=True, type=FILE, help="The place: chains, gaps, figures (JSON)."
)
@click.option("--profile", "profile_file", type=FILE, help="Weights and shape of the list (TOML).")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="The day for which signals count; today.")
@click.option("--json", "as_json", is_flag=True, help="Everything, as JSON.")
def rank_command(
    candidates: Path, place_file: Path, profile_file: Path | None, as_of: datetime | None, as_json: bool
) -> None:
    """Rank the companies of a Parquet file for a place."""
    place, exclusions = load_place(place_file)
    day = as_of.date() if as_of else date.today()  # noqa: DTZ011 - the day where the user sits
    ranking = rank(
        candidates=_candidates(candidates),
        place=place,
        profile=_profile(profile_file),
        as_of=day,
        exclusions=exclusions,
    )
    click.echo(_as_json(ranking) if as_json else _as_text(ranking, place))


def _candidates(path: Path) -> pl.LazyFrame:
    try:
        frame = pl.scan_parquet(path)
        frame.collect_schema()
    except (OSError, pl.exceptions.PolarsError) as error:
        detail = str(error).splitlines()[0]
        raise WrongInput("targeting.candidates_not_readable", path=str(path), detail=detail) from error
    return frame


def _profile(path: Path | None) -> Profile:
    if path is None:
        return Profile()
    try:
        return profile_from(tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WrongInput("targeting.profile_not_readable", path=str(path), detail=str(error)) from error


def _as_json(ranking: Ranking) -> str:
    data: dict[str, Any] = {
        "engine": ENGINE_VERSION,
        "fingerprint": ranking.fingerprint,
        "as_of": ranking.as_of.isoformat(),
        "considered": ranking.considered,
        "ranked": ranking.ranked,
        "excluded": {each.code: each.count for each in ranking.excluded},
        "passed_over": dict(ranking.passed_over),
        "unused": list(ranking.unused),
        "rows": [_row(row) for row in ranking.rows],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _row(row: Row) -> dict[str, Any]:
    return {
        "rank": row.rank,
        "key": row.key,
        "name": row.name,
        "score": row.score,
        "node": row.node,
        "nodes": list(row.nodes),
        "how": row.how,
        "confidence": row.confidence,
        "certainty": row.certainty,
        "missing": list(row.missing),
        "parts": {part.criterion: {"value": part.value, "points": part.points} for part in row.parts},
        "reasons": [_reason(reason) for reason in row.reasons],
    }


def _reason(reason: Reason) -> dict[str, Any]:
    def proof(ref: EvidenceRef) -> dict[str, str]:
        return {"kind": ref.kind, "key": ref.key, "label": ref.label}

    return {
        "code": reason.code,
        "params": dict(reason.params),
        "points": reason.weight,
        "evidence": [proof(ref) for ref in reason.evidence],
    }


def _as_text(ranking: Ranking, place: PlaceView) -> str:
    """The list for a reader of English: each row with the reasons that count."""
    names = _names(place)
    lines = []
    for row in ranking.rows:
        lines.append(f"{row.rank:>4}  {row.score:6.2f}  {row.name}  [{row.key}]")
        lines += [f"{'':14}{_said(reason, names)}" for reason in row.reasons if _worth_saying(reason)]
    lines.append(f"{ranking.considered} candidates, {ranking.ranked} with a link to a chain.")
    for each in ranking.excluded:
        lines.append(f"  {each.count:>8}  {say(f'excluded.{each.code}', {}, sentences=SENTENCES)}")
    if ranking.unused:
        unused = ", ".join(say(f"criterion.{code}", {}, sentences=SENTENCES) for code in ranking.unused)
        lines.append(f"Not used, for want of data: {unused}.")
    return "\n".join([*lines, f"Fingerprint {ranking.fingerprint}"])


def _worth_saying(reason: Reason) -> bool:
    return reason.weight > 0 or reason.code.startswith(("recognised.", "missing."))


def _names(place: PlaceView) -> Mapping[str, str]:
    """English names of nodes, chains and the classes of the Tokyo Stock Exchange, by code."""
    nodes = {f"{chain.code}/{node.code}": node.name("en") for chain in place.chains for node in chain.nodes}
    chains = {chain.code: chain.name("en") for chain in place.chains}
    return nodes | chains | {f"tse33:{code}": english for code, _, english, _ in INDUSTRIES}


def _said(reason: Reason, names: Mapping[str, str]) -> str:
    def worded(name: str, value: Json) -> Json:
        if isinstance(value, Sequence) and not isinstance(value, str):
            return ", ".join(str(worded(name.removesuffix("s"), each)) for each in value)
        if name.endswith("_code"):
            return names.get(str(value), value)
        return f"{value:,}" if name.endswith("_amount") else value

    params = {name: worded(name, value) for name, value in reason.params.items()}
    return say(reason.code, params, sentences=ALL_SENTENCES)
