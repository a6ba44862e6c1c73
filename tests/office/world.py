"""A small world in which every address leads somewhere: what a team keeps to itself, and what is open."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.core.files.base import ContentFile
from django.db import transaction
from django.test import override_settings
from django.utils import timezone

from kakehashi.office.apps.accounts.models import Office, Team, User
from kakehashi.office.apps.organisations import actions as organisations
from kakehashi.office.apps.organisations.models import Name, Organisation
from kakehashi.office.apps.places.models import Chain, ChainNode, Evidence, Place, Presence
from kakehashi.office.apps.registers import actions as registers
from kakehashi.office.apps.registers.models import Register
from kakehashi.office.apps.targeting import actions as targeting
from kakehashi.office.apps.targeting.models import TargetList
from kakehashi.office.core.models import Import, Job, JournalEntry
from kakehashi.targeting import CRITERIA
from tests.office.companies import write_register
from tests.office.registers.edinet_files import KANEKO, SAKATA, WRONG_NUMBER, edinet_file


@dataclass(frozen=True)
class World:
    people: dict[str, User]
    register: Register
    secret: Organisation
    spare_name: Name
    imported: Import
    applied: Import
    place: Place
    chain: Chain
    evidence: Evidence
    target_list: TargetList
    job: Job
    deletion: JournalEntry
    deleted_list: JournalEntry


def once(folder: Path) -> Iterator[World]:
    """The world for a whole module: made inside a transaction that is rolled back at the end."""
    paths = {"REGISTER_STORE": folder / "registers", "IMPORT_FILES": folder / "imports"}
    with override_settings(**paths), transaction.atomic():
        yield build(folder)
        transaction.set_rollback(True)


def build(folder: Path) -> World:
    people = _people()
    owner = people["owner"]
    register = write_register(folder / "registers", folder / "plan")
    secret = _secret(owner, people["colleague"])
    place, chain, evidence = _place(owner)
    target_list = _run(owner, register, place, "Ours")
    gone = _run(owner, register, place, "Gone")
    basics = organisations.Basics(name="株式会社削除", language="ja", country="JP")
    victim = organisations.create(actor=owner, basics=basics, confidential=True)
    return World(
        people=people,
        register=register,
        secret=secret,
        spare_name=organisations.add_name(
            actor=owner, organisation=secret, text="Secret Plan Co.", language="en", kind="translated"
        ),
        imported=_import(owner, KANEKO, WRONG_NUMBER),
        applied=_applied(owner),
        place=place,
        chain=chain,
        evidence=evidence,
        target_list=target_list,
        job=Job.objects.create(kind="targeting.rank", owner=owner, created_at=timezone.now()),
        deletion=organisations.delete(actor=owner, organisation=victim),
        deleted_list=targeting.delete(actor=owner, target_list=gone),
    )


def _people() -> dict[str, User]:
    office = Office.objects.create(
        code="home", name={"en": "Home"}, kind=Office.Kind.HOME, country="CN", time_zone="Asia/Shanghai"
    )
    ours, theirs = (
        Team.objects.create(code=code, name={"en": code}, office=office) for code in ("ours", "theirs")
    )
    return {
        name: User.objects.create_user(
            username=name, password="a-long-password", name=name.title(), role=role, team=team
        )
        for name, role, team in (
            ("owner", "officer", ours),
            ("colleague", "liaison", ours),
            ("stranger", "officer", theirs),
        )
    }


def _secret(owner: User, colleague: User) -> Organisation:
    basics = organisations.Basics(
        name="株式会社秘密計画", language="ja", country="JP", address="東京都港区芝公園"
    )
    secret = organisations.create(
        actor=owner, basics=basics, scheme="jp.corporate_number", value="5070001000715", confidential=True
    )
    organisations.assign(actor=owner, organisation=secret, assignee=colleague)
    organisations.write_note(actor=owner, organisation=secret, text="秘密の話")
    return secret


def _import(owner: User, *lines: str) -> Import:
    upload = ContentFile(edinet_file(*lines), name="秘密.csv")
    imported = registers.import_file(actor=owner, upload=upload, options={})
    imported.refresh_from_db()
    assert imported.state == Import.State.PLANNED
    return imported


def _applied(owner: User) -> Import:
    imported = _import(owner, SAKATA)
    registers.confirm_import(actor=owner, record=imported)
    imported.refresh_from_db()
    assert imported.state == Import.State.APPLIED
    return imported


def _place(owner: User) -> tuple[Place, Chain, Evidence]:
    chain = Chain.objects.create(code="robotics", name={"en": "Robotics"}, version="1")
    names = {"motors": "Motors", "robots": "Robots"}
    words = {"motors": ["ファナック"], "robots": ["ロボット"]}
    nodes = {
        code: ChainNode.objects.create(
            chain=chain,
            code=code,
            name={"en": name},
            codes={"tse33": ["3650", "3700"]},
            keywords={"ja": words[code]},
            is_critical=True,
        )
        for code, name in names.items()
    }
    chain.links.create(upstream=nodes["motors"], downstream=nodes["robots"])
    place = Place.objects.create(code="park", name={"en": "The park"}, kind=Place.Kind.PARK, country="CN")
    place.chains.add(chain)
    neighbour = organisations.create(
        actor=owner, basics=organisations.Basics(name="桥机器人有限公司", country="CN")
    )
    Presence.objects.create(place=place, organisation=neighbour, node=nodes["robots"], source_title="A visit")
    evidence = Evidence.objects.create(
        key="park-area",
        place=place,
        topic="area",
        measure={"en": "Area"},
        value=38,
        unit="km2",
        period="2019",
        source_title="The plan",
        checked_on=date(2026, 11, 1),
    )
    return place, chain, evidence


def _run(owner: User, register: Register, place: Place, name: str) -> TargetList:
    weights = {criterion.code: criterion.weight for criterion in CRITERIA}
    order = targeting.Order(
        name=name, register=register, place=place, weights=weights, limit=10, max_share=1.0
    )
    made = targeting.start(actor=owner, order=order)
    made.refresh_from_db()
    assert made.state == TargetList.State.FROZEN
    return made
