from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from pydantic import JsonValue

from rutkit.exchange.exporting import write_csv, write_xlsx
from rutkit.exchange.importing import import_key
from rutkit.formatting import format_value
from rutkit.records import Record, field_spec
from rutkit.steps.acknowledge.records import Acknowledgement, Situation
from rutkit.steps.emotions.records import CheckIn
from rutkit.steps.exit_plan.records import GoCondition, Safety, Support, UrgeToQuit
from rutkit.widgets.form import Form
from rutkit.widgets.page import Page
from rutkit.workbook import Workbook

TODAY = date(2026, 11, 22)
YESTERDAY = date(2026, 11, 21)
UNREADABLE = "forty-ish"


def type_into(form: Form[Any], name: str, raw: JsonValue) -> None:
    form.fields[name].control.set(raw)


def shown(form: Form[Any], name: str) -> JsonValue:
    return form.fields[name].raw


def error_under(form: Form[Any], name: str) -> str:
    children = form.fields[name].widget.children
    return "".join(child.value for child in children if "rutkit-error" in str(getattr(child, "value", "")))


def is_shown(widget: Any) -> bool:
    return bool(widget.layout.display != "none")


def conflict_of(form: Form[Any]) -> str:
    return str(form._conflict.widget.value)


def drafts_of(workbook: Workbook, record_type: type[Record], key: str = "new") -> dict[str, JsonValue]:
    draft = workbook.draft(record_type.table(), key)
    return draft.values if draft else {}


def only(page: Page, record_type: type[Record]) -> Any:
    found = page.workbook.only(record_type)
    assert found is not None
    return found


def check_in_form(page: Page, day: date = TODAY) -> Form[CheckIn]:
    return Form(page, CheckIn, fixed={"day": day.isoformat()})


# What is typed


def test_an_answer_is_saved_as_soon_as_it_is_typed(page: Page) -> None:
    type_into(Form(page, Situation), "role", "Nurse")

    assert only(page, Situation).role == "Nurse"


def test_a_field_is_asked_only_while_the_answer_it_depends_on_stands(page: Page) -> None:
    form = Form(page, GoCondition)
    amount, weeks = form.fields["amount"].widget, form.fields["weeks"].widget
    assert (is_shown(amount), is_shown(weeks)) == (True, False)

    type_into(form, "kind", "the toll stays high for weeks")

    assert (is_shown(amount), is_shown(weeks)) == (False, True)


def test_what_another_window_answers_changes_which_fields_are_asked(page: Page, other: Page) -> None:
    form = Form(page, GoCondition, record=page.workbook.add(GoCondition()))
    assert form.record
    other.workbook.update(form.record.model_copy(update={"kind": "something else"}))

    page.workbook.poll()

    assert is_shown(form.fields["met"].widget)


def test_what_is_saved_is_no_draft_any_more(page: Page) -> None:
    type_into(Form(page, Situation), "role", "Nurse")

    assert drafts_of(page.workbook, Situation, only(page, Situation).id) == {}
    assert drafts_of(page.workbook, Situation) == {}


def test_what_cannot_be_read_is_kept_with_a_sentence_under_its_field(page: Page) -> None:
    form = Form(page, Situation)

    type_into(form, "hours_a_week", UNREADABLE)

    assert drafts_of(page.workbook, Situation) == {"hours_a_week": UNREADABLE}
    assert "Please enter a number" in error_under(form, "hours_a_week")


def test_what_cannot_be_read_alone_makes_no_record(page: Page) -> None:
    type_into(Form(page, Situation), "hours_a_week", UNREADABLE)

    assert page.workbook.only(Situation) is None


def test_what_cannot_be_read_keeps_nothing_else_from_being_saved(page: Page) -> None:
    form = Form(page, Situation)
    type_into(form, "hours_a_week", UNREADABLE)

    type_into(form, "role", "Nurse")

    assert only(page, Situation).role == "Nurse"
    assert drafts_of(page.workbook, Situation, only(page, Situation).id) == {"hours_a_week": UNREADABLE}


def test_the_sentence_goes_when_the_answer_can_be_read(page: Page) -> None:
    form = Form(page, Situation)
    type_into(form, "hours_a_week", UNREADABLE)

    type_into(form, "hours_a_week", "40")

    assert error_under(form, "hours_a_week") == ""
    assert only(page, Situation).hours_a_week == 40


def test_a_letter_is_in_the_draft_before_the_record_is_saved(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr(page.workbook, "add", fail)

    type_into(Form(page, Situation), "role", "Nurse")

    assert drafts_of(page.workbook, Situation) == {"role": "Nurse"}
    assert "no room" in page.notices.widget.value


def test_a_form_that_is_opened_again_shows_its_draft_and_what_is_wrong_with_it(page: Page) -> None:
    form = Form(page, Situation)
    type_into(form, "role", "Nurse")
    type_into(form, "hours_a_week", UNREADABLE)
    form.close()

    again = Form(page, Situation)

    assert shown(again, "hours_a_week") == UNREADABLE
    assert "Please enter a number" in error_under(again, "hours_a_week")
    assert shown(again, "role") == "Nurse"
    assert conflict_of(again) == ""


def test_text_is_not_rewritten_under_the_hands_of_who_types_it(page: Page) -> None:
    form = Form(page, Situation)

    type_into(form, "role", "Head  nurse ")

    assert only(page, Situation).role == "Head nurse"
    assert shown(form, "role") == "Head  nurse "


def test_a_space_at_the_end_leaves_no_draft_behind(page: Page) -> None:
    form = Form(page, Situation)
    type_into(form, "role", "Nurse")

    type_into(form, "role", "Nurse ")

    assert not form.has_unsaved_input
    assert "Saved" in page.status.widget.value


def test_the_sign_says_whether_all_of_it_is_saved(page: Page) -> None:
    form = Form(page, Situation)

    type_into(form, "hours_a_week", UNREADABLE)
    assert "Kept as a draft" in page.status.widget.value

    type_into(form, "hours_a_week", "")
    assert "Saved" in page.status.widget.value


def test_what_is_gone_from_a_field_that_must_be_filled_stays_saved_until_there_is_something_else(
    page: Page,
) -> None:
    form = Form(page, Acknowledgement, fixed={"day": TODAY.isoformat()})
    type_into(form, "sentence", "I am stuck.")

    type_into(form, "sentence", "")

    assert page.workbook.all(Acknowledgement)[0].sentence == "I am stuck."
    assert "Please write something here." in error_under(form, "sentence")


def test_two_forms_of_one_record_leave_each_other_s_drafts_alone(page: Page) -> None:
    question = Form(page, Safety, fields=("causes_harm",))
    details = Form(page, Safety, fields=("told", "notes"))
    type_into(question, "causes_harm", True)
    too_long = "x" * 301
    type_into(details, "told", too_long)

    type_into(question, "causes_harm", False)

    assert drafts_of(page.workbook, Safety, only(page, Safety).id) == {"told": too_long}
    again = Form(page, Safety, fields=("told", "notes"))
    assert shown(again, "told") == too_long
    assert conflict_of(again) == ""


# Days


def test_each_day_has_a_record_and_a_draft_of_its_own(page: Page) -> None:
    form = Form(page, CheckIn, fixed={"day": TODAY.isoformat()})
    type_into(form, "note", "x" * 100_001)

    form.show(None, fixed={"day": YESTERDAY.isoformat()})
    type_into(form, "stressed", 3)

    assert [(record.day, record.stressed) for record in page.workbook.all(CheckIn)] == [(YESTERDAY, 3)]
    assert shown(form, "note") == ""
    form.show(None, fixed={"day": TODAY.isoformat()})
    assert shown(form, "note") == "x" * 100_001
    assert shown(form, "stressed") is None


def test_turning_to_another_day_does_not_move_the_record_there(page: Page) -> None:
    form = check_in_form(page)
    type_into(form, "stressed", 4)

    form.show(None, fixed={"day": YESTERDAY.isoformat()})
    type_into(form, "stressed", 1)

    assert {record.day: record.stressed for record in page.workbook.all(CheckIn)} == {TODAY: 4, YESTERDAY: 1}


def test_turning_back_shows_that_day_s_record(page: Page) -> None:
    form = check_in_form(page)
    type_into(form, "stressed", 4)
    form.show(None, fixed={"day": YESTERDAY.isoformat()})

    form.show(None, fixed={"day": TODAY.isoformat()})

    assert shown(form, "stressed") == 4


# Forms with an Add button


def test_a_form_with_a_button_saves_only_when_told(page: Page) -> None:
    form = Form(page, Support, saves_itself=False)
    type_into(form, "name", "Ada")
    assert page.workbook.all(Support) == []

    form.save()

    assert [record.name for record in page.workbook.all(Support)] == ["Ada"]
    assert drafts_of(page.workbook, Support) == {}


def test_a_form_that_cannot_be_saved_says_under_each_field_why(page: Page) -> None:
    form = Form(page, Acknowledgement, saves_itself=False)

    assert form.save() is None
    assert "Please choose a day." in error_under(form, "day")
    assert "Please write something here." in error_under(form, "sentence")


def test_what_a_new_record_begins_with_is_saved_with_it(page: Page) -> None:
    form = Form(page, UrgeToQuit, initial={"at": "2026-11-22T09:30"}, saves_itself=False)
    type_into(form, "strength", 7)

    saved = form.save()

    assert saved is not None
    assert shown(form, "at") == "2026-11-22T09:30"


def test_what_a_new_record_begins_with_is_no_draft_by_itself(page: Page) -> None:
    form = Form(page, UrgeToQuit, initial={"at": "2026-11-22T09:30"}, saves_itself=False)

    type_into(form, "strength", 7)
    type_into(form, "strength", None)

    assert drafts_of(page.workbook, UrgeToQuit) == {}


def test_a_draft_keeps_the_moment_it_was_begun_at(page: Page) -> None:
    form = Form(page, UrgeToQuit, initial={"at": "2026-11-22T09:30"}, saves_itself=False)
    type_into(form, "strength", 7)
    form.close()

    again = Form(page, UrgeToQuit, initial={"at": "2026-11-23T08:00"}, saves_itself=False)

    assert shown(again, "at") == "2026-11-22T09:30"


# Moments


@pytest.fixture
def in_new_york(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("This system keeps its time zone to itself")
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "America/New_York")
        time.tzset()
        yield
    time.tzset()


def test_a_moment_is_on_the_person_s_own_clock_wherever_it_is_shown(page: Page, in_new_york: None) -> None:
    form = Form(page, UrgeToQuit, saves_itself=False)
    type_into(form, "at", "2026-11-22T09:30")

    saved = form.save()

    assert saved is not None
    assert shown(Form(page, UrgeToQuit, record=saved), "at") == "2026-11-22T09:30"
    assert format_value(field_spec(UrgeToQuit, "at"), saved.at) == "22 Nov 2026, 09:30"
    assert b"2026-11-22T09:30," in write_csv(UrgeToQuit, [saved])
    assert write_xlsx(UrgeToQuit, [saved])


def test_a_moment_that_was_saved_and_taken_along_is_known_when_it_comes_back(
    page: Page, in_new_york: None
) -> None:
    form = Form(page, UrgeToQuit, saves_itself=False)
    type_into(form, "at", "2026-11-22T09:30")
    saved = form.save()
    assert saved is not None

    back = UrgeToQuit.model_validate({"at": "2026-11-22T09:30"})

    assert import_key(saved) == import_key(back)


# Two windows


@contextmanager
def before_looking(page: Page) -> Iterator[None]:
    """What happens here in one window, the other one has not seen yet."""
    yield
    page.workbook.poll()


def begin(page: Page, other: Page, **values: JsonValue) -> tuple[Form[Situation], Form[Situation]]:
    page.workbook.add(Situation.model_validate(values))
    other.workbook.poll()
    return Form(page, Situation), Form(other, Situation)


def test_what_another_window_saves_appears_here(page: Page, other: Page) -> None:
    mine, theirs = begin(page, other)

    with before_looking(page):
        type_into(theirs, "role", "Nurse")

    assert shown(mine, "role") == "Nurse"


def test_changes_of_different_fields_come_together(page: Page, other: Page) -> None:
    mine, theirs = begin(page, other)
    type_into(theirs, "role", "Nurse")

    type_into(mine, "stuck_means", "Nothing new for years")

    saved = only(page, Situation)
    assert (saved.role, saved.stuck_means) == ("Nurse", "Nothing new for years")
    assert shown(mine, "role") == "Nurse"


def test_coming_together_loses_nothing_that_cannot_be_read_yet(page: Page, other: Page) -> None:
    mine, theirs = begin(page, other)
    type_into(mine, "hours_a_week", UNREADABLE)
    type_into(theirs, "role", "Nurse")

    type_into(mine, "stuck_means", "Nothing new for years")

    assert drafts_of(page.workbook, Situation, only(page, Situation).id) == {"hours_a_week": UNREADABLE}


def test_two_values_for_one_field_are_both_kept_and_shown(page: Page, other: Page) -> None:
    mine, theirs = begin(page, other)
    type_into(theirs, "role", "Nurse")

    type_into(mine, "role", "Teacher")

    assert only(page, Situation).role == "Nurse"
    assert drafts_of(page.workbook, Situation, only(page, Situation).id) == {"role": "Teacher"}
    assert "Nurse" in conflict_of(mine)
    assert "Teacher" in conflict_of(mine)


def test_a_dispute_about_one_field_keeps_no_other_from_being_saved(page: Page, other: Page) -> None:
    mine, theirs = begin(page, other)
    type_into(theirs, "role", "Nurse")
    type_into(mine, "role", "Teacher")

    type_into(mine, "stuck_means", "Nothing new for years")

    saved = only(page, Situation)
    assert (saved.role, saved.stuck_means) == ("Nurse", "Nothing new for years")
    assert conflict_of(mine)


@pytest.mark.parametrize(("keep_mine", "role"), [(True, "Teacher"), (False, "Nurse")])
def test_the_person_chooses(page: Page, other: Page, keep_mine: bool, role: str) -> None:
    mine, theirs = begin(page, other, stuck_means="a")
    type_into(theirs, "role", "Nurse")
    type_into(theirs, "stuck_means", "b")
    type_into(mine, "role", "Teacher")

    mine._settle(keep_mine)

    saved = only(page, Situation)
    assert (saved.role, saved.stuck_means) == (role, "b")
    assert (shown(mine, "role"), shown(mine, "stuck_means")) == (role, "b")
    assert conflict_of(mine) == ""
    assert drafts_of(page.workbook, Situation, saved.id) == {}


@pytest.mark.parametrize("keep_mine", [True, False])
def test_a_choice_leaves_alone_what_was_not_in_dispute(page: Page, other: Page, keep_mine: bool) -> None:
    mine, theirs = begin(page, other)
    type_into(mine, "hours_a_week", UNREADABLE)
    type_into(theirs, "role", "Nurse")
    type_into(mine, "role", "Teacher")

    mine._settle(keep_mine)

    assert shown(mine, "hours_a_week") == UNREADABLE
    assert drafts_of(page.workbook, Situation, only(page, Situation).id) == {"hours_a_week": UNREADABLE}


def test_a_dispute_outlives_the_window(page: Page, other: Page) -> None:
    mine, theirs = begin(page, other)
    type_into(theirs, "role", "Nurse")
    type_into(mine, "role", "Teacher")
    mine.close()

    again = Form(page, Situation)
    type_into(again, "stuck_means", "Nothing new for years")

    assert "Teacher" in conflict_of(again)
    assert only(page, Situation).role == "Nurse"


def test_typing_what_is_saved_already_ends_the_dispute(page: Page, other: Page) -> None:
    mine, theirs = begin(page, other)
    type_into(theirs, "role", "Nurse")
    type_into(mine, "role", "Teacher")

    type_into(mine, "role", "Nurse")

    assert conflict_of(mine) == ""
    assert not mine.has_unsaved_input


def test_the_notice_shows_what_stands_in_the_field_now(page: Page, other: Page) -> None:
    mine, theirs = begin(page, other)
    type_into(theirs, "role", "Nurse")
    type_into(mine, "role", "Teacher")

    type_into(mine, "role", "Teacher at night")

    assert "Teacher at night" in conflict_of(mine)
    assert only(page, Situation).role == "Nurse"


def test_a_field_in_the_middle_of_typing_is_disputed_when_another_window_saves_it(
    page: Page, other: Page
) -> None:
    mine, theirs = begin(page, other)
    type_into(mine, "hours_a_week", UNREADABLE)
    with before_looking(page):
        type_into(theirs, "hours_a_week", "38")

    type_into(mine, "hours_a_week", "40")

    assert only(page, Situation).hours_a_week == 38
    assert "38" in conflict_of(mine)
    assert "40" in conflict_of(mine)


def test_a_draft_of_one_field_is_not_disputed_because_another_window_changed_another(
    page: Page, other: Page
) -> None:
    mine, theirs = begin(page, other)
    type_into(mine, "hours_a_week", UNREADABLE)
    with before_looking(page):
        type_into(theirs, "role", "Nurse")
    mine.close()

    again = Form(page, Situation)

    assert conflict_of(again) == ""
    assert shown(again, "hours_a_week") == UNREADABLE


def test_one_window_s_draft_outlives_what_the_other_saves(page: Page, other: Page) -> None:
    mine, theirs = begin(page, other)
    type_into(mine, "hours_a_week", UNREADABLE)

    type_into(theirs, "role", "Nurse")

    assert drafts_of(page.workbook, Situation, only(page, Situation).id) == {"hours_a_week": UNREADABLE}


def test_an_undo_elsewhere_shows_here(page: Page, other: Page) -> None:
    mine, theirs = begin(page, other, role="Nurse")
    type_into(theirs, "role", "Teacher")
    page.workbook.poll()

    with before_looking(page):
        other.undo()

    assert shown(mine, "role") == "Nurse"


def test_one_record_begun_in_two_windows_becomes_one(page: Page, other: Page) -> None:
    mine, theirs = check_in_form(page), check_in_form(other)
    type_into(theirs, "stressed", 3)

    type_into(mine, "angry", 1)

    (saved,) = page.workbook.all(CheckIn)
    assert (saved.stressed, saved.angry) == (3, 1)
    assert shown(mine, "stressed") == 3


def test_one_record_begun_in_two_windows_with_one_answer_each_is_disputed(page: Page, other: Page) -> None:
    mine, theirs = check_in_form(page), check_in_form(other)
    type_into(theirs, "stressed", 3)

    type_into(mine, "stressed", 1)

    (saved,) = page.workbook.all(CheckIn)
    assert saved.stressed == 3
    assert drafts_of(page.workbook, CheckIn, saved.id) == {"stressed": 1}
    assert conflict_of(mine)


def test_a_record_with_an_answer_that_must_be_given_can_be_begun_in_two_windows(
    page: Page, other: Page
) -> None:
    mine, theirs = (
        Form(window, Acknowledgement, fixed={"day": TODAY.isoformat()}) for window in (page, other)
    )
    type_into(theirs, "sentence", "I am stuck.")

    type_into(mine, "sentence", "I am tired.")

    assert [record.sentence for record in page.workbook.all(Acknowledgement)] == ["I am stuck."]
    assert "I am tired." in conflict_of(mine)


def test_a_draft_moves_to_the_record_that_another_window_begins(page: Page, other: Page) -> None:
    mine, theirs = check_in_form(page), check_in_form(other)
    too_long = "x" * 100_001
    type_into(mine, "note", too_long)
    with before_looking(page):
        type_into(theirs, "stressed", 3)

    (saved,) = page.workbook.all(CheckIn)
    assert drafts_of(page.workbook, CheckIn, saved.id) == {"note": too_long}
    assert drafts_of(page.workbook, CheckIn, f"new/{TODAY}") == {}


def test_a_draft_from_before_the_record_is_found_again(page: Page, other: Page) -> None:
    mine = check_in_form(page)
    too_long = "x" * 100_001
    type_into(mine, "note", too_long)
    mine.close()
    type_into(check_in_form(other), "stressed", 3)

    again = check_in_form(page)

    assert shown(again, "note") == too_long
    assert shown(again, "stressed") == 3


def test_a_record_removed_elsewhere_is_added_again_by_the_next_letter(page: Page, other: Page) -> None:
    mine, theirs = begin(page, other, role="Nurse", stuck_means="a")
    assert theirs.record is not None
    other.workbook.remove(theirs.record)

    type_into(mine, "role", "Teacher")

    saved = only(page, Situation)
    assert (saved.role, saved.stuck_means) == ("Teacher", "a")


def test_a_record_removed_elsewhere_keeps_its_values_while_something_is_being_typed(
    page: Page, other: Page
) -> None:
    mine, theirs = begin(page, other, role="Nurse")
    assert theirs.record is not None
    type_into(mine, "hours_a_week", UNREADABLE)
    with before_looking(page):
        other.workbook.remove(theirs.record)

    type_into(mine, "hours_a_week", "40")

    saved = only(page, Situation)
    assert (saved.role, saved.hours_a_week) == ("Nurse", 40)


def test_a_record_removed_elsewhere_leaves_an_empty_form(page: Page, other: Page) -> None:
    mine, theirs = begin(page, other, role="Nurse")
    assert theirs.record is not None
    with before_looking(page):
        other.workbook.remove(theirs.record)

    assert shown(mine, "role") == ""
    assert mine.record is None
    assert drafts_of(page.workbook, Situation) == {}


def test_a_closed_form_no_longer_follows_the_workbook(page: Page) -> None:
    before = len(page.workbook._watchers)
    form = Form(page, Situation)

    form.close()

    assert len(page.workbook._watchers) == before
