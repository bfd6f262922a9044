from __future__ import annotations

from datetime import date, timedelta

from rutkit.steps.emotions.records import FEELINGS, CheckIn
from rutkit.steps.emotions.view import DAYS_TO_FILL, SUGGESTED_TAGS, StepView
from rutkit.steps.emotions.view.days import DayPicker
from rutkit.steps.emotions.view.diary import DiaryImport
from rutkit.steps.exit_plan.records import Support
from rutkit.widgets.page import Page

TODAY = date(2026, 11, 22)
YESTERDAY = date(2026, 11, 21)
TOMORROW = date(2026, 11, 23)

DAYLIO = (
    "full_date,date,weekday,time,mood,activities,note_title,note\n"
    "2026-11-20,November 20,Friday,21:00,bad,work | rain,,Long day\n"
    "2026-11-21,November 21,Saturday,21:00,good,rest,,\n"
)


def picker_of(view: StepView) -> DayPicker:
    (picker,) = [part for part in view._parts if isinstance(part, DayPicker)]
    return picker


def rate(view: StepView, feeling: str, step: int) -> None:
    view._form.fields[feeling].control.set(step)


def stress(page: Page) -> dict[date, int | None]:
    return {check_in.day: check_in.stressed for check_in in page.workbook.all(CheckIn)}


# The check-in and its day


def test_a_check_in_is_today_s(page: Page) -> None:
    rate(StepView(page), "stressed", 3)

    assert stress(page) == {TODAY: 3}


def test_another_day_can_be_filled_in(page: Page) -> None:
    view = StepView(page)
    rate(view, "stressed", 3)

    picker_of(view)._list.value = YESTERDAY
    assert view._form.fields["stressed"].raw is None
    rate(view, "stressed", 1)

    assert stress(page) == {TODAY: 3, YESTERDAY: 1}


def test_days_with_a_check_in_are_marked(page: Page) -> None:
    view = StepView(page)
    labels = {day: label for label, day in picker_of(view)._list.options}
    assert labels[TODAY] == "Today, Sunday 22 Nov"

    rate(view, "stressed", 3)

    labels = {day: label for label, day in picker_of(view)._list.options}
    assert labels[TODAY] == "Today, Sunday 22 Nov ✓"
    assert len(labels) == DAYS_TO_FILL


def test_marking_a_day_does_not_turn_to_another(page: Page) -> None:
    view = StepView(page)
    picker_of(view)._list.value = YESTERDAY

    rate(view, "stressed", 3)

    assert picker_of(view)._list.value == YESTERDAY
    assert stress(page) == {YESTERDAY: 3}


def test_a_tab_left_open_overnight_is_on_the_new_day(page: Page) -> None:
    view = StepView(page)
    rate(view, "stressed", 3)
    page.today = lambda: TOMORROW
    page.look_around()

    rate(view, "stressed", 1)

    assert stress(page) == {TODAY: 3, TOMORROW: 1}


def test_overnight_who_was_on_another_day_stays_there(page: Page) -> None:
    view = StepView(page)
    picker_of(view)._list.value = YESTERDAY
    page.today = lambda: TOMORROW
    page.look_around()

    rate(view, "stressed", 2)

    assert stress(page) == {YESTERDAY: 2}


def test_frequent_words_are_offered_and_not_too_many(page: Page) -> None:
    for n in range(SUGGESTED_TAGS + 3):
        tags = ("deadline", f"word {n}")
        page.workbook.add(CheckIn(day=TODAY - timedelta(days=n), what_happened=tags))

    offered = StepView(page)._frequent_tags()

    assert offered[0] == "deadline"
    assert len(offered) == SUGGESTED_TAGS


# Support


def test_two_hard_weeks_bring_support_with_the_person_s_own_people(page: Page) -> None:
    view = StepView(page)
    assert view._support() == ""
    page.workbook.add(Support(name="Ada", reach="555"))

    page.workbook.add_many(
        [
            CheckIn(day=TODAY - timedelta(days=n), workday=True, **dict.fromkeys(FEELINGS, 4))
            for n in range(21)
        ],
        label="hard weeks",
    )

    assert "Ada · 555" in view._support()


# A diary from elsewhere


def test_a_diary_is_saved_by_the_last_button_with_one_undo(page: Page) -> None:
    diary = DiaryImport(page)
    diary.read(DAYLIO.encode(), "daylio.csv")
    assert "<b>2 days</b>" in diary._says.value
    assert page.workbook.count(CheckIn) == 0

    diary._import()
    assert page.workbook.count(CheckIn) == 2

    page.undo()
    assert page.workbook.count(CheckIn) == 0


def test_a_day_filled_in_meanwhile_keeps_what_was_typed(page: Page) -> None:
    diary = DiaryImport(page)
    diary.read(DAYLIO.encode(), "daylio.csv")
    page.workbook.add(CheckIn(day=YESTERDAY, stressed=4))

    diary._import()

    found = page.workbook.find(CheckIn, day=YESTERDAY)
    assert found is not None
    assert found.stressed == 4
    assert found.what_happened


def test_any_other_table_is_mapped_by_the_person(page: Page) -> None:
    diary = DiaryImport(page)

    diary.read(b"Day,Stressed\n2026-11-20,3\n", "days.csv")
    assert diary.widget.children == (diary._table_import.widget,)
    diary._table_import._import()

    assert stress(page) == {date(2026, 11, 20): 3}
    assert diary.widget.children == (diary._upload.widget,)
