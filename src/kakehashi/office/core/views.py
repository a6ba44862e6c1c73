"""The progress of a background job, polled by the page that waits for it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from kakehashi.office.core import jobs
from kakehashi.office.core.models import Job
from kakehashi.office.core.sentences import sentence


def _own_job(request: HttpRequest, pk: int) -> Job:
    """A job exists only for the person who started it."""
    job = Job.objects.filter(pk=pk, owner_id=request.user.pk).first()
    if job is None:
        raise Http404
    return job


def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """The progress bar; when the job has ended, tells htmx to load the page that waits (`?then=`) again."""
    job = _own_job(request, pk)
    if job.state == Job.State.RUNNING and jobs.is_dead(job):
        jobs.mark_interrupted()
        job.refresh_from_db()
    then = request.GET.get("then", "")
    problem = sentence(job.error_code, job.error_params) if job.error_code else ""
    response = render(
        request, "core/components/progress.html", {"job": job, "then": then, "problem": problem}
    )
    if job.is_finished and url_has_allowed_host_and_scheme(then, allowed_hosts={request.get_host()}):
        response["HX-Redirect"] = then
    return response


@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    job = _own_job(request, pk)
    jobs.cancel(job)
    then = request.POST.get("then", "/")
    return redirect(
        then if url_has_allowed_host_and_scheme(then, allowed_hosts={request.get_host()}) else "/"
    )
