"""What the page of an import shows in each of its states."""

from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import Http404, QueryDict

from kakehashi.kernel import WrongInput
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.accounts.roles import Capability
from kakehashi.office.apps.registers import labels
from kakehashi.office.apps.registers.catalogue import known_register
from kakehashi.office.apps.registers.forms import MappingForm, ReadingForm
from kakehashi.office.apps.registers.layout import CSV, saved_layout
from kakehashi.office.apps.registers.models import Register, RegisterVersion
from kakehashi.office.apps.registers.queries import version_before, version_on_top
from kakehashi.office.apps.registers.row_pages import PlanLines
from kakehashi.office.core import importing
from kakehashi.office.core.models import Import
from kakehashi.office.core.sentences import sentence
from kakehashi.registers import Plan, PlanRow, suggest_mapping

State = Import.State
PAGE = 25
Context = dict[str, Any]


def describe(record: Import, *, viewer: User, kind: str, page_number: str) -> Context:
    """The page of an import: what all states share, and what its own state adds."""
    context = _shared(record) | {
        "may_import": viewer.may(Capability.IMPORT_REGISTERS),
        "own_job": record.job if record.job and record.job.owner_id == viewer.pk else None,
    }
    if record.state == State.PLANNED:
        return context | _planned(record, kind=kind, page_number=page_number)
    if record.state == State.UNMAPPED:
        return context | describe_mapping(record)
    if record.state in {State.APPLIED, State.UNDONE}:
        made = RegisterVersion.objects.select_related("register").get(made_by=record)
        return context | {
            "made": made,
            "register": made.register,
            "on_top": version_on_top(made),
            "kinds": list(labels.KINDS.items()),
        }
    return context


def describe_mapping(record: Import, *, data: QueryDict | None = None) -> Context:
    """The form that asks which column holds what, with suggestions and samples, or as it was sent."""
    columns: list[str] = record.findings.get("columns", [])
    if record.state != State.UNMAPPED:
        raise WrongInput("importing.moved_on", file=record.file_name)
    form = MappingForm(data, columns=columns, registers=_generic_registers(), initial=_suggested(columns))
    samples = [
        [row[at] if at < len(row) else "" for row in record.findings["samples"]] for at in range(len(columns))
    ]
    rows = list(zip(columns, samples, form.column_fields(), strict=True))
    return _shared(record) | {"form": form, "mapping_rows": rows, "may_import": True}


def describe_undo(record: Import) -> Context:
    """What undoing an import would bring back. 404 where there is nothing to undo."""
    if record.state != State.APPLIED:
        raise Http404
    made = RegisterVersion.objects.select_related("register").get(made_by=record)
    before = version_before(made)
    return _shared(record) | {
        "made": made,
        "register": made.register,
        "before": before,
        "fewer": made.row_count - (before.row_count if before else 0),
        "on_top": version_on_top(made),
    }


def _shared(record: Import) -> Context:
    problem = sentence(record.problem_code, record.problem_params) if record.problem_code else ""
    findings = record.findings
    return {
        "record": record,
        "problem": problem,
        "findings": findings,
        "encoding": labels.encoding_label(findings.get("encoding", "")),
        "as_of": date.fromisoformat(findings["as_of"]) if findings.get("as_of") else None,
        "source_language": _source_language(findings.get("encoding", "")),
        "delimiter": labels.DELIMITERS.get(findings.get("delimiter", ""), ""),
        "fields": [
            (column, labels.field_label(findings.get("fields", {}).get(column, "")))
            for column in findings.get("columns", [])
        ],
        "reading_form": ReadingForm(initial=record.options),
        "can_plan_again": importing.can_move(record, to=State.READING),
        "can_discard": importing.can_move(record, to=State.DISCARDED),
        "has_rejected": (importing.plan_folder(record) / "rejected.parquet").is_file()
        and bool(findings.get("counts", {}).get("rejected")),
    }


def _source_language(decoder: str) -> str:
    """The `lang` of a file's own words, as far as its encoding tells."""
    return {"cp932": "ja", "gb18030": "zh-Hans", "cp874": "th"}.get(decoder, "")


def _planned(record: Import, *, kind: str, page_number: str) -> Context:
    counts: dict[str, int] = record.findings["counts"]
    kind = kind if kind in labels.KINDS else next((each for each in labels.KINDS if counts[each]), "new")
    register = Register.objects.filter(code=record.findings["register"]).first()
    newer = not register or str(register.as_of or "") != record.findings["as_of"]
    changes = counts["new"] + counts["changed"] + counts["gone"]
    return {
        "register": register,
        "register_name": register.name if register else _future_name(record),
        "counts": counts,
        "tabs": [(each, label, counts[each]) for each, label in labels.KINDS.items()],
        "kind": kind,
        "page_obj": _lines(record, kind=kind, number=page_number),
        "notes": [sentence(code, params) for code, params in record.findings["notes"]],
        "persons": record.findings["left_out"].get("registers.natural_person", 0),
        "former": record.findings["left_out"].get("registers.former_state", 0),
        "overtaken": (register.current_version if register else "") != record.findings["base"],
        "nothing_to_do": not changes,
        "can_confirm": bool(changes) or newer,
    }


def _lines(record: Import, *, kind: str, number: str) -> Page[PlanRow] | None:
    """A page of the plan; None when the stored plan is gone, which `Plan again` mends."""
    try:
        plan = Plan.load(importing.plan_folder(record))
    except WrongInput:
        return None
    return Paginator(PlanLines(plan, kind=kind), PAGE).get_page(number)


def _future_name(record: Import) -> Any:
    """The name of the register that the import would create."""
    if record.findings["format"] == CSV:
        return record.options.get("name") or record.findings["register"]
    return known_register(record.findings["format"]).name


def _generic_registers() -> list[tuple[str, str]]:
    return [
        (register.code, str(register)) for register in Register.objects.filter(format=CSV).order_by("code")
    ]


def _suggested(columns: list[str]) -> dict[str, str]:
    """The answers to begin with: a register's whose saved layout fits, else by what columns are called."""
    saved = saved_layout(columns, registers=Register.objects.exclude(mapping={}))
    mapping = saved.mapping if saved else None
    by_field = mapping.columns if mapping else suggest_mapping(columns)
    by_column = {column: field for field, column in by_field.items()}
    answers = {f"column_{number}": by_column.get(column, "") for number, column in enumerate(columns)}
    if saved and mapping:
        answers |= {"register": saved.register, "country": mapping.country, "language": mapping.language}
    return answers
