"""Organisations entered by hand: names, identifiers, confidentiality, deletion and its undoing."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from kakehashi.kernel import WrongInput
from kakehashi.office.apps.accounts.models import User
from kakehashi.office.apps.organisations import actions
from kakehashi.office.apps.organisations.models import Identifier, Name, Organisation, SearchDocument
from kakehashi.office.apps.organisations.queries.search import find
from kakehashi.office.core.models import JournalEntry


def test_an_identifier_is_kept_in_its_normal_spelling(toyota: Organisation, officer: User) -> None:
    """Full-width letters and separators are the writer's, not the number's."""
    identifier = actions.add_identifier(
        actor=officer, organisation=toyota, scheme="lei", value="５４９３００６Ｗ３ＱＵＳ５ＬＭＨ６Ｒ８４"
    )
    assert identifier.value == "5493006W3QUS5LMH6R84"


def test_a_wrong_check_digit_is_refused(toyota: Organisation, officer: User) -> None:
    """With the sentence of the names engine."""
    with pytest.raises(WrongInput) as refused:
        actions.add_identifier(
            actor=officer, organisation=toyota, scheme="jp.corporate_number", value="1180301018772"
        )
    assert refused.value.code == "identifier.wrong_check_digit"


def test_a_number_belongs_to_one_organisation(toyota: Organisation, officer: User) -> None:
    """The refusal names the organisation that has it."""
    with pytest.raises(WrongInput) as refused:
        actions.create(
            actor=officer,
            basics=actions.Basics(name="Toyota again"),
            scheme="jp.corporate_number",
            value="1180301018771",
        )
    assert refused.value.code == "organisations.identifier_taken"
    assert refused.value.params["other"] == "トヨタ自動車株式会社"


def test_a_number_of_a_hidden_organisation_is_free(officer: User, stranger: User) -> None:
    """Otherwise the refusal would give the secret away."""
    basics = actions.Basics(name="秘密株式会社")
    number = {"scheme": "jp.corporate_number", "value": "1180301018771"}
    actions.create(actor=officer, basics=basics, confidential=True, **number)
    actions.create(actor=stranger, basics=basics, **number)
    assert Identifier.objects.filter(value="1180301018771").count() == 2


def test_names_are_rows_and_the_shown_one_stays(toyota: Organisation, officer: User) -> None:
    """A name is added once; the name of the lists cannot be taken away."""
    name = actions.add_name(
        actor=officer, organisation=toyota, text="丰田汽车公司", language="zh-hans", kind="translated"
    )
    assert (name.script, name.source) == ("han", "")
    with pytest.raises(WrongInput):
        actions.add_name(
            actor=officer, organisation=toyota, text="丰田汽车公司", language="", kind="translated"
        )
    with pytest.raises(WrongInput):
        actions.remove_name(actor=officer, name=toyota.names.get(kind=Name.Kind.LEGAL))
    actions.remove_name(actor=officer, name=name)
    assert not toyota.names.filter(text="丰田汽车公司").exists()


def test_a_new_shown_name_joins_the_names(toyota: Organisation, officer: User) -> None:
    """The old one stays among them."""
    basics = actions.Basics(name="Toyota Motor", language="en", country="JP", address="東京都文京区後楽")
    actions.edit(actor=officer, organisation=toyota, basics=basics)
    toyota.refresh_from_db()
    assert (toyota.display_name, toyota.display_language) == ("Toyota Motor", "en")
    assert toyota.names.filter(text="トヨタ自動車株式会社").exists()
    assert toyota.addresses.get().text == "東京都文京区後楽"
    assert JournalEntry.objects.get(action="organisation_changed").changes["name"] == [
        "トヨタ自動車株式会社",
        "Toyota Motor",
    ]


def test_deleting_can_be_undone_with_all_that_went(toyota: Organisation, officer: User) -> None:
    """Names, notes, links and the search come back under the same keys."""
    actions.write_note(actor=officer, organisation=toyota, text="First")
    key = toyota.pk
    entry = actions.delete(actor=officer, organisation=toyota)
    assert not find(officer, "トヨタ")
    actions.undo_deletion(actor=officer, entry_id=entry.pk)
    back = Organisation.objects.get(pk=key)
    assert (back.names.count(), back.interactions.count(), back.register_links.count()) == (3, 1, 1)
    assert [found.organisation_id for found in find(officer, "トヨタ")] == [key]


def test_who_may_not_delete_is_told(toyota: Organisation, park_manager: User) -> None:
    """The park manager's role has no deletion."""
    with pytest.raises(PermissionDenied):
        actions.delete(actor=park_manager, organisation=toyota)


def test_keeping_to_a_team_and_sharing_again(toyota: Organisation, officer: User, stranger: User) -> None:
    """Hidden from the stranger, then back, with its numbers and its register row."""
    actions.keep_confidential(actor=officer, organisation=toyota)
    assert not find(stranger, "トヨタ")
    assert set(toyota.identifiers.values_list("team_id", flat=True)) == {officer.team_id}
    actions.share_with_all(actor=officer, organisation=toyota)
    assert find(stranger, "トヨタ")
    assert set(toyota.identifiers.values_list("team_id", flat=True)) == {None}


def test_nothing_is_hidden_from_those_who_work_on_it(
    toyota: Organisation, officer: User, stranger: User
) -> None:
    """Whoever wrote about it must not lose it."""
    actions.write_note(actor=stranger, organisation=toyota, text="I know them")
    with pytest.raises(WrongInput) as refused:
        actions.keep_confidential(actor=officer, organisation=toyota)
    assert refused.value.code == "organisations.others_work_on_it"


def test_two_records_of_one_company_are_not_shared_both(
    toyota: Organisation, officer: User, stranger: User
) -> None:
    """Sharing the second would break that a number belongs to one organisation."""
    actions.keep_confidential(actor=officer, organisation=toyota)
    link = toyota.register_links.get()
    actions.adopt(actor=stranger, register=link.register, key=link.key)
    with pytest.raises(WrongInput) as refused:
        actions.share_with_all(actor=officer, organisation=toyota)
    assert refused.value.code == "organisations.twin"
    toyota.refresh_from_db()
    assert toyota.is_confidential


def test_a_stranger_changes_nothing_that_is_hidden(secret: Organisation, stranger: User) -> None:
    """Every verb answers as if it did not exist."""
    verbs = [
        lambda: actions.delete(actor=stranger, organisation=secret),
        lambda: actions.edit(actor=stranger, organisation=secret, basics=actions.Basics(name="x")),
        lambda: actions.add_name(actor=stranger, organisation=secret, text="x", language="", kind="trade"),
        lambda: actions.add_identifier(actor=stranger, organisation=secret, scheme="duns", value="150483782"),
        lambda: actions.share_with_all(actor=stranger, organisation=secret),
        lambda: actions.write_note(actor=stranger, organisation=secret, text="x"),
        lambda: actions.remove_name(actor=stranger, name=secret.names.first()),
    ]
    for verb in verbs:
        with pytest.raises(Http404):
            verb()
    assert SearchDocument.objects.filter(organisation=secret).exists()
