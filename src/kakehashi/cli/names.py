"""`kakehashi names`: takes names apart, compares them, finds them in a list."""

import csv
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

import click

from kakehashi.kernel import Reason, WrongInput, say
from kakehashi.names import Comparison, compare, parse, readings
from kakehashi.names.matching import Candidate, Matcher
from kakehashi.names.sentences import SENTENCES

LARGEST_FIELD = 1_000_000
RESULT = ("query_id", "candidate_id", "rank", "score", "decision", "reasons")


@click.group()
def names() -> None:
    """Names of organisations, in every script."""
    csv.field_size_limit(LARGEST_FIELD)


@names.command("parse")
@click.argument("name")
@click.option("--country", help="ISO 3166-1 code of the record, if known.")
@click.option("--language", help="ISO 639-1 code of the name, if known.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def parse_name(name: str, country: str | None, language: str | None, as_json: bool) -> None:
    """Take NAME apart: legal form, core, qualifiers, readings."""
    parsed = parse(name, country=country, language=language)
    found = asdict(parsed) | {
        "script": parsed.script,
        "readings": [asdict(one) for one in readings(name, language=parsed.language)],
    }
    if as_json:
        show(json.dumps(found, ensure_ascii=False))
        return
    for part, value in found.items():
        show(f"{part}: {json.dumps(value, ensure_ascii=False)}")


def show(text: str) -> None:
    """Prints a line; characters that no encoding has (halves of a pair) become question marks."""
    click.echo(text.encode("utf-8", "replace").decode("utf-8"))


@names.command("compare")
@click.argument("left_name", required=False)
@click.argument("right_name", required=False)
@click.option(
    "--csv", "path", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Compare each row."
)
@click.option("--left", help="Column of the left name, with --csv.")
@click.option("--right", help="Column of the right name, with --csv.")
@click.option("--left-country", help="ISO 3166-1 code, or its column with --csv.")
@click.option("--right-country", help="ISO 3166-1 code, or its column with --csv.")
@click.option("--left-language", help="ISO 639-1 code, or its column with --csv.")
@click.option("--right-language", help="ISO 639-1 code, or its column with --csv.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def compare_names(
    left_name: str | None,
    right_name: str | None,
    path: Path | None,
    left: str | None,
    right: str | None,
    left_country: str | None,
    right_country: str | None,
    left_language: str | None,
    right_language: str | None,
    as_json: bool,
) -> None:
    """Compare LEFT_NAME and RIGHT_NAME, or every row of a CSV file (adds score, decision and reasons)."""
    extra = (left_country, right_country, left_language, right_language)
    if path is not None:
        if not left or not right:
            raise click.UsageError("--csv needs --left and --right, the columns of the two names.")
        compare_rows(path, left, right, extra)
        return
    if left_name is None or right_name is None:
        raise click.UsageError("Give two names, or a file with --csv.")
    found = compare_texts(left_name, right_name, *extra)
    if as_json:
        show(json.dumps(asdict(found), ensure_ascii=False))
        return
    show(f"{found.decision} ({found.score:.3f})")
    for reason in found.reasons:
        show(f"- {sentence(reason)}")


def compare_texts(
    left: str,
    right: str,
    left_country: str | None,
    right_country: str | None,
    left_language: str | None,
    right_language: str | None,
) -> Comparison:
    """The comparison of two texts; empty codes are unknown ones."""
    return compare(
        left,
        right,
        left_country=left_country or None,
        right_country=right_country or None,
        left_language=left_language or None,
        right_language=right_language or None,
    )


def compare_rows(path: Path, left: str, right: str, extra: tuple[str | None, ...]) -> None:
    """Streams a file to standard output with three more columns."""
    with reading(path) as file:
        rows = csv.DictReader(file)
        known_columns = header(path, rows)
        require(path, known_columns, [left, right, *(one for one in extra if one)])
        columns = [*known_columns, "score", "decision", "reasons"]
        out = csv.DictWriter(sys.stdout, columns, extrasaction="ignore", lineterminator="\n")
        out.writeheader()
        for row in readable(path, rows):
            known = [(row[column] or None) if column else None for column in extra]
            found = compare_texts(row[left] or "", row[right] or "", *known)
            out.writerow(row | scored(found))


@names.command("match")
@click.argument("queries", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("candidates", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--top", default=10, show_default=True, type=click.IntRange(1, 1000), help="Candidates for each query."
)
def match_names(queries: Path, candidates: Path, top: int) -> None:
    """For each name of QUERIES the likeliest of CANDIDATES. Both are CSV: id, name, country, language."""
    matcher = Matcher(entries(candidates))
    out = csv.DictWriter(sys.stdout, RESULT, lineterminator="\n")
    out.writeheader()
    for query in entries(queries):
        for one in matcher.match(query.name, top=top, language=query.language, country=query.country):
            place = {"query_id": query.key, "candidate_id": one.candidate.key, "rank": one.rank}
            out.writerow(place | scored(one.comparison))


def entries(path: Path) -> Iterator[Candidate]:
    """The rows of a file of names."""
    with reading(path) as file:
        rows = csv.DictReader(file)
        require(path, header(path, rows), ["id", "name"])
        for row in readable(path, rows):
            yield Candidate(
                row["id"], row["name"] or "", row.get("country") or None, row.get("language") or None
            )


def reading(path: Path) -> TextIO:
    """A CSV file in UTF-8, with or without a byte-order mark; other bytes are replaced, not refused."""
    return path.open(encoding="utf-8-sig", errors="replace", newline="")


def header(path: Path, rows: "csv.DictReader[str]") -> list[str]:
    """The names of the columns; none for an empty file."""
    try:
        return list(rows.fieldnames or ())
    except csv.Error as error:
        raise refused(WrongInput("names.unreadable_row", file=path.name, line=rows.line_num + 1)) from error


def readable(path: Path, rows: "csv.DictReader[str]") -> Iterator[dict[str, str]]:
    """The rows; one that cannot be read (a cell of more than a million characters) is named and ends the work."""
    try:
        yield from rows
    except csv.Error as error:
        raise refused(WrongInput("names.unreadable_row", file=path.name, line=rows.line_num + 1)) from error


def require(path: Path, present: list[str], needed: list[str]) -> None:
    """Refuses a file without the needed columns."""
    missing = [column for column in needed if column not in present]
    if missing:
        columns = ", ".join(present) or "–"
        raise refused(WrongInput("names.missing_column", file=path.name, column=missing[0], columns=columns))


def refused(wrong: WrongInput) -> click.ClickException:
    """Wrong input in words."""
    return click.ClickException(say(wrong.code, wrong.params, sentences=SENTENCES))


def scored(found: Comparison) -> dict[str, str]:
    """The three columns of a comparison."""
    said = " ".join(sentence(reason) for reason in found.reasons)
    return {"score": f"{found.score:.4f}", "decision": found.decision, "reasons": said}


def sentence(reason: Reason) -> str:
    """A reason in words."""
    return say(reason.code, reason.params, sentences=SENTENCES)
