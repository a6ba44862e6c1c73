"""What is asked about registers: the current ones, their rows, what undoing would bring back."""

from functools import lru_cache
from itertools import chain, count
from pathlib import Path

from django.conf import settings
from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.text import slugify

from kakehashi.office.apps.registers.models import Register, RegisterVersion
from kakehashi.registers import Snapshot, Store

#: Addresses below /registers/ that are pages of their own.
RESERVED = frozenset({"import", "imports"})


def store() -> Store:
    """The register store of this workspace."""
    return _store(Path(settings.REGISTER_STORE))


@lru_cache(maxsize=4)
def _store(path: Path) -> Store:
    return Store(path)


def snapshot_of(register: Register) -> Snapshot | None:
    """The rows of the register's current version; None when nothing has been imported into it yet."""
    if not register.current_version:
        return None
    return _snapshot(Path(settings.REGISTER_STORE), register.code, register.current_version)


@lru_cache(maxsize=16)
def _snapshot(path: Path, code: str, version: str) -> Snapshot:
    """A version never changes, so what was opened once may be kept."""
    return _store(path).open(code, version)


def current_registers() -> QuerySet[Register]:
    """The registers that hold rows, by country and code."""
    return Register.objects.exclude(current_version="").order_by("country", "code")


def with_last_import(registers: QuerySet[Register]) -> QuerySet[Register]:
    """The registers with `imported_at` and `imported_by` of the version that is current."""
    current = RegisterVersion.objects.filter(register=OuterRef("pk"), version=OuterRef("current_version"))
    return registers.annotate(
        imported_at=Subquery(current.values("made_by__applied_at")[:1]),
        imported_by=Subquery(current.values("made_by__owner__name")[:1]),
    ).order_by("country", "code")


def version_before(made: RegisterVersion) -> RegisterVersion | None:
    """The version that comes back when `made` is undone; None when the register was empty before."""
    if not made.previous_version:
        return None
    return RegisterVersion.objects.select_related("made_by").get(
        register_id=made.register_id, version=made.previous_version
    )


def version_on_top(made: RegisterVersion) -> RegisterVersion | None:
    """The current version, when that is not `made`: it has to be undone first."""
    register = made.register
    if register.current_version == made.version:
        return None
    return (
        RegisterVersion.objects.select_related("made_by__owner")
        .filter(register=register, version=register.current_version)
        .first()
    )


def free_code(*, name: str, country: str) -> str:
    """A code that no register has yet, made of the name where that is in Latin letters."""
    stem = slugify(name)[:40] or f"{country.lower()}-register"
    taken = set(Register.objects.filter(code__startswith=stem).values_list("code", flat=True)) | RESERVED
    numbered = (f"{stem}-{number}" for number in count(2))
    return next(code for code in chain([stem], numbered) if code not in taken)
