"""One list: how it was made, its targets, the reasons of one target, and what each reason rests on."""

from dataclasses import asdict

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.text import get_valid_filename

from kakehashi.office.apps.accounts.access import one, require, viewer_of
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.accounts.roles import Capability
from kakehashi.office.apps.targeting.access import is_own, target_lists_of
from kakehashi.office.apps.targeting.export import export
from kakehashi.office.apps.targeting.forms import NameForm
from kakehashi.office.apps.targeting.models import Target, TargetList
from kakehashi.office.apps.targeting.queries.filtering import TargetFilter, filter_from, filtered
from kakehashi.office.apps.targeting.queries.options import options_of
from kakehashi.office.apps.targeting.queries.proofs import proofs_of
from kakehashi.office.apps.targeting.queries.records import records_behind
from kakehashi.office.apps.targeting.queries.rows import assignees_in, rows_for
from kakehashi.office.apps.targeting.queries.sight import hidden_refs, visible_parts, visible_reasons
from kakehashi.office.apps.targeting.wording import Wording
from kakehashi.office.core import jobs
from kakehashi.office.core.models import Job
from kakehashi.office.core.sentences import sentence
from kakehashi.targeting import CRITERIA

PAGE = 30
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def detail(request: HttpRequest, pk: int) -> HttpResponse:
    viewer = viewer_of(request)
    row = loaded(viewer, pk)
    if row.state != TargetList.State.FROZEN:
        return _unfinished(request, viewer, row)
    words = Wording(row)
    wanted = filter_from(request.GET)
    page = Paginator(filtered(viewer, row, wanted), PAGE).get_page(request.GET.get("page"))
    context = {
        "list": row,
        "viewer": viewer,
        "is_own": is_own(viewer, row),
        "filter": wanted,
        "page_obj": page,
        "rows": rows_for(viewer, row, page.object_list, words),
        "options": options_of(row, words),
        "assignees": assignees_in(viewer, row),
        "what_if_weights": {each.code: row.weights.get(each.code, 0) for each in CRITERIA},
        "weights": [(each.code, row.weights.get(each.code, 0)) for each in CRITERIA],
        "repeat": _repeat(viewer, row, request.GET.get("repeat", "")),
        "repeat_number": request.GET.get("repeat", ""),
        "handed": request.GET.get("handed", "") if request.GET.get("handed", "").isdecimal() else "",
        "name_form": NameForm(initial={"name": row.name}),
        "total": sum(each["count"] for each in row.excluded),
    }
    return render(request, "targeting/detail.html", context)


def target(request: HttpRequest, pk: int, rank: int) -> HttpResponse:
    """All reasons of one target: below its row, or on a page of its own where scripts do not run."""
    viewer = viewer_of(request)
    row = loaded(viewer, pk)
    found = _target(row, rank)
    words = Wording(row)
    reasons = visible_reasons(found, hidden_refs(viewer, [found]))
    alone = not getattr(request, "htmx", False)
    records = records_behind(viewer, row, reasons if alone else ())
    parts = visible_parts(found, reasons)
    context = {
        "list": row,
        "target": found,
        "nodes": [words.node(ref) for ref in found.node_refs.split("|") if ref],
        "reasons": [
            {
                "index": found.reasons.index(next(each for each in found.reasons if _same(each, reason))),
                "sentence": words.reason(reason),
                "points": reason["weight"],
                "sources": len(reason["evidence"]),
                "proofs": proofs_of(found, reason, words, records) if alone else (),
            }
            for reason in reasons
        ],
        "parts": [(each.code, parts.get(each.code), row.weights.get(each.code, 0)) for each in CRITERIA],
    }
    return render(request, "targeting/target.html" if alone else "targeting/_reasons.html", context)


def reason_evidence(request: HttpRequest, pk: int, rank: int, index: int) -> HttpResponse:
    """The figure and the source behind one reason."""
    viewer = viewer_of(request)
    row = loaded(viewer, pk)
    found = _target(row, rank)
    if not 0 <= index < len(found.reasons):
        raise Http404
    asked = found.reasons[index]
    reasons = visible_reasons(found, hidden_refs(viewer, [found]))
    reason = next((each for each in reasons if _same(each, asked)), None)
    if reason is None:
        raise Http404
    proofs = proofs_of(found, reason, Wording(row), records_behind(viewer, row, [reason]))
    return render(request, "targeting/_proofs.html", {"proofs": proofs})


def export_list(request: HttpRequest, pk: int) -> HttpResponse:
    """The rows that the filter shows, as a workbook."""
    viewer = viewer_of(request)
    row = loaded(viewer, pk)
    require(viewer, Capability.EXPORT)
    if row.state != TargetList.State.FROZEN:
        raise Http404
    wanted = filter_from(request.GET)
    body = export(
        actor=viewer, target_list=row, targets=filtered(viewer, row, wanted), filter_text=_filter_text(wanted)
    )
    response = HttpResponse(body, content_type=XLSX)
    name = get_valid_filename(f"{row.name}.xlsx")
    response.headers["Content-Disposition"] = _attachment(name)
    return response


def loaded(viewer: User, pk: int) -> TargetList:
    """The list with all that its pages show of it; 404 where it does not exist for the viewer."""
    rows = target_lists_of(viewer).select_related("register", "place", "owner", "team", "job", "profile")
    return one(rows, pk=pk)


def _target(row: TargetList, rank: int) -> Target:
    found = get_object_or_404(Target, target_list=row, rank=rank)
    found.target_list = row
    return found


def _same(one_reason: object, other: object) -> bool:
    """Whether two stored reasons are one, be it with fewer references."""
    assert isinstance(one_reason, dict)
    assert isinstance(other, dict)
    return all(one_reason[name] == other[name] for name in ("code", "params", "weight"))


def _unfinished(request: HttpRequest, viewer: User, row: TargetList) -> HttpResponse:
    job = row.job
    if job and not job.is_finished and jobs.is_dead(job) and job.state == Job.State.RUNNING:
        jobs.mark_interrupted()
        job.refresh_from_db()
    context = {
        "list": row,
        "job": job,
        "viewer": viewer,
        "is_running": job is not None and not job.is_finished,
        "is_mine": job is not None and job.owner_id == viewer.pk,
        "problem": sentence(job.error_code, job.error_params) if job and job.error_code else "",
        "then": reverse("targeting:detail", args=[row.pk]),
    }
    return render(request, "targeting/running.html", context)


def _repeat(viewer: User, row: TargetList, number: str) -> Job | None:
    """The repetition in the address, if it is the viewer's and of this list."""
    if not number.isdecimal():
        return None
    return Job.objects.filter(
        pk=number, owner_id=viewer.pk, kind="targeting.repeat", arguments={"target_list": row.pk}
    ).first()


def _filter_text(wanted: TargetFilter) -> str:
    return "; ".join(f"{name}: {value}" for name, value in asdict(wanted).items() if value)


def _attachment(name: str) -> str:
    return str(content_disposition_header(as_attachment=True, filename=name))
