"""The lists that exist for the viewer, and making a new one."""

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from kakehashi.office.apps.accounts.access import require, viewer_of
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.accounts.roles import Capability
from kakehashi.office.apps.places.access import places_of
from kakehashi.office.apps.registers.queries import current_registers
from kakehashi.office.apps.targeting import actions
from kakehashi.office.apps.targeting.access import profiles_of, target_lists_of
from kakehashi.office.apps.targeting.forms import OrderForm
from kakehashi.office.apps.targeting.queries.panel import recent
from kakehashi.office.apps.targeting.queries.readiness import Readiness, readiness
from kakehashi.office.core.multilingual import text_in

PAGE = 50


def index(request: HttpRequest) -> HttpResponse:
    viewer = viewer_of(request)
    lists = recent(target_lists_of(viewer)).annotate(size=Count("targets")).defer("inputs")
    page = Paginator(lists, PAGE).get_page(request.GET.get("page"))
    deleted = request.GET.get("deleted", "")
    context = {"page_obj": page, "viewer": viewer, "deleted": deleted if deleted.isdecimal() else ""}
    return render(request, "targeting/list.html", context)


def new(request: HttpRequest) -> HttpResponse:
    """The criteria and their weights; sending them starts the run."""
    viewer = viewer_of(request)
    require(viewer, Capability.RUN_TARGETING)
    form = OrderForm(request.POST or None, viewer=viewer, initial=_initial(viewer, request))
    if request.method == "POST" and form.is_valid():
        order = form.order()
        if form.cleaned_data["save_as"]:
            actions.save_profile(
                actor=viewer,
                name=form.cleaned_data["save_as"],
                weights=order.weights,
                limit=order.limit,
                max_share=order.max_share,
            )
        made = actions.start(actor=viewer, order=order)
        return redirect("targeting:detail", made.pk)
    context = {
        "form": form,
        "registers": current_registers(),
        "has_places": places_of(viewer).filter(chains__isnull=False).exists(),
        "profiles": profiles_of(viewer),
        "readiness": _readiness(viewer, form["register"].value(), form["place"].value()),
    }
    return render(request, "targeting/new.html", context, status=400 if form.errors else 200)


def ready(request: HttpRequest) -> HttpResponse:
    """The remark below the choice of register and place, renewed when the choice changes."""
    viewer = viewer_of(request)
    require(viewer, Capability.RUN_TARGETING)
    found = _readiness(viewer, request.GET.get("register"), request.GET.get("place"))
    return render(request, "targeting/_ready.html", {"readiness": found})


def _initial(viewer: User, request: HttpRequest) -> dict[str, object]:
    """What the page starts from: the place in the address, saved weights, the only register."""
    places = places_of(viewer).filter(chains__isnull=False).distinct().order_by("pk")
    place = (
        places.filter(code=request.GET.get("place", "")).first()
        or places.filter(kind="park").first()
        or places.first()
    )
    registers = current_registers()
    register = registers.filter(code=request.GET.get("register", "")).first() or registers.first()
    values: dict[str, object] = {
        "place": place.code if place else None,
        "register": register.code if register else None,
        "name": _("Targets for %(place)s, %(date)s")
        % {"place": text_in(place.name), "date": date_format(localdate(), "DATE_FORMAT")}
        if place
        else "",
    }
    profile = profiles_of(viewer).filter(code=request.GET.get("profile", "")).first()
    if profile:
        values |= {f"weight_{code}": weight for code, weight in profile.weights.items()}
        values |= {
            "profile": profile.code,
            "limit": profile.limit,
            "max_share": round(profile.max_share * 100),
        }
    return values


def _readiness(viewer: User, register_code: object, place_code: object) -> Readiness | None:
    register = current_registers().filter(code=register_code or "").first()
    place = places_of(viewer).filter(code=place_code or "").first()
    return readiness(viewer, place=place, register=register) if register and place else None
