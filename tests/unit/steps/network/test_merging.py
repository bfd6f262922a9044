from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from rutkit.errors import RutkitError
from rutkit.steps.job_search.records import Application
from rutkit.steps.network.merging import fuller, merge_people, merged, note_as_different, side_by_side
from rutkit.steps.network.records import Contact, DifferentPeople, MessageDraft, Touch
from rutkit.workbook import Workbook

KEPT = Contact(
    name="Ada Lovelace", company="Acme", mail="ada@example.com", tags=("choir",), connected=date(2020, 1, 1)
)
OTHER = Contact(
    name="Ada Lovelace",
    company="ACME Inc.",
    mail="countess@example.com",
    phone="905 555 1234",
    tags=("math", "choir"),
    closeness=3,
    notes="Met in London.",
    connected=date(2018, 1, 1),
)


@pytest.fixture
def workbook() -> Iterator[Workbook]:
    with Workbook.temporary() as workbook:
        yield workbook


def test_what_is_empty_is_filled_from_the_other() -> None:
    result = merged(KEPT, OTHER)
    assert (result.phone, result.closeness) == ("905 555 1234", 3)


def test_where_both_say_something_the_other_word_goes_to_the_notes() -> None:
    result = merged(KEPT, OTHER)
    assert result.mail == "ada@example.com"
    assert result.notes == "Met in London.\nAlso: countess@example.com"


def test_all_words_stay_and_the_earlier_day() -> None:
    result = merged(KEPT, OTHER)
    assert result.tags == ("choir", "math")
    assert result.connected == date(2018, 1, 1)


def test_a_no_to_either_is_a_no_to_both() -> None:
    quiet = OTHER.model_copy(update={"asking": "not now", "not_before": date(2027, 1, 1)})
    result = merged(KEPT, quiet)
    assert (result.asking, result.not_before) == ("not now", date(2027, 1, 1))


def test_a_name_stands_before_an_address_in_its_place() -> None:
    assert merged(Contact(name="ada@example.com"), Contact(name="Ada")).name == "Ada"


def test_the_one_of_whom_more_is_known_is_kept() -> None:
    assert fuller(KEPT, OTHER) == (OTHER, KEPT)


def test_side_by_side_shows_every_field_that_is_filled() -> None:
    rows = {row.title: (row.kept, row.other, row.result) for row in side_by_side(KEPT, OTHER)}
    assert rows["Mail address"] == ("ada@example.com", "countess@example.com", "ada@example.com")
    assert "How you might help them" not in rows


def test_everything_noted_with_the_other_goes_over_and_one_undo_takes_it_back(workbook: Workbook) -> None:
    kept, other = workbook.add(KEPT), workbook.add(OTHER)
    workbook.add(Touch(contact=other.id, day=date(2026, 1, 1)))
    workbook.add(Application(title="Analyst", contact=other.id))
    workbook.add(MessageDraft(contact=other.id, text="Dear Ada"))

    merge_people(workbook, kept, other)
    assert [touch.contact for touch in workbook.all(Touch)] == [kept.id]
    assert [application.contact for application in workbook.all(Application)] == [kept.id]
    assert [message.contact for message in workbook.all(MessageDraft)] == [kept.id]
    assert [contact.id for contact in workbook.all(Contact)] == [kept.id]

    workbook.undo()
    assert workbook.count(Contact) == 2
    assert [touch.contact for touch in workbook.all(Touch)] == [other.id]


def test_two_messages_that_are_being_written_become_one(workbook: Workbook) -> None:
    kept, other = workbook.add(KEPT), workbook.add(OTHER)
    workbook.add(MessageDraft(contact=kept.id, text="Dear Ada"))
    workbook.add(MessageDraft(contact=other.id, text="How are you?"))
    merge_people(workbook, kept, other)
    assert [draft.text for draft in workbook.all(MessageDraft)] == ["Dear Ada\n\nHow are you?"]


def test_who_is_not_the_other_is_not_the_kept_one_either(workbook: Workbook) -> None:
    kept, other = workbook.add(KEPT), workbook.add(OTHER)
    third = workbook.add(Contact(name="Ada Lovelace"))
    note_as_different(workbook, third, other)
    note_as_different(workbook, kept, other)
    merge_people(workbook, kept, other)
    (noted,) = workbook.all(DifferentPeople)
    assert {noted.one, noted.other} == {kept.id, third.id}


def test_a_change_elsewhere_is_not_merged_over(workbook: Workbook) -> None:
    kept, other = workbook.add(KEPT), workbook.add(OTHER)
    workbook.update(other.model_copy(update={"phone": "1"}))
    with pytest.raises(RutkitError):
        merge_people(workbook, kept, other)
    assert workbook.count(Contact) == 2


def test_that_two_are_different_people_is_noted_once(workbook: Workbook) -> None:
    one, other = workbook.add(KEPT), workbook.add(OTHER)
    note_as_different(workbook, one, other)
    note_as_different(workbook, other, one)
    assert workbook.count(DifferentPeople) == 1
