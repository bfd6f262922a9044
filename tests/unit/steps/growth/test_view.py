from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TypeVar

import ipywidgets as widgets
import pytest

from rutkit.steps.acknowledge.records import RutCheck
from rutkit.steps.growth.records import GrowthCheck, IndustryTrend, LearningEntry, Task
from rutkit.steps.growth.view import StepView
from rutkit.steps.growth.view.learning import SHOWN_TOTALS, SUGGESTED_SKILLS, LearningCards
from rutkit.steps.growth.view.months import MonthCards, ThisMonth
from rutkit.steps.skills.records import LearningResource, Skill
from rutkit.widgets.collection import Collection
from rutkit.widgets.page import Page

TODAY = date(2026, 11, 22)
EARLIER = date(2026, 7, 1)

P = TypeVar("P")


@pytest.fixture
def view(page: Page) -> Iterator[StepView]:
    view = StepView(page)
    yield view
    view.close()


def part(view: StepView, kind: type[P]) -> P:
    return next(part for part in view._parts if isinstance(part, kind))


def collection(view: StepView, record_type: type) -> Collection[Task]:
    return next(
        part for part in view._parts if isinstance(part, Collection) and part.record_type is record_type
    )


def every(root: widgets.Widget, kind: type[widgets.Widget]) -> list[widgets.Widget]:
    found = [root] if isinstance(root, kind) else []
    return found + [each for child in getattr(root, "children", ()) for each in every(child, kind)]


def said(view: StepView) -> str:
    return "".join(each.value for each in every(view.widget, widgets.HTML))


def button(view: StepView, text: str) -> widgets.Button:
    return next(each for each in every(view.widget, widgets.Button) if each.description == text)


# The three questions


def test_an_answer_is_this_month_s(page: Page, view: StepView) -> None:
    part(view, ThisMonth).form.fields["learning"].control.set(4)

    (check,) = page.workbook.all(GrowthCheck)
    assert (check.month, check.learning) == (date(2026, 11, 1), 4)


def test_a_page_left_open_turns_to_the_new_month(page: Page, view: StepView) -> None:
    part(view, ThisMonth).form.fields["learning"].control.set(4)
    page.today = lambda: date(2026, 12, 1)
    page.look_around()

    part(view, ThisMonth).form.fields["learning"].control.set(7)

    checks = page.workbook.all(GrowthCheck, order_by="month")
    assert [(check.month, check.learning) for check in checks] == [
        (date(2026, 11, 1), 4),
        (date(2026, 12, 1), 7),
    ]


def test_a_new_day_in_the_same_month_leaves_what_is_typed(page: Page, view: StepView) -> None:
    form = part(view, ThisMonth).form
    form.fields["learned_what"].control.set("Pivot tables")
    page.today = lambda: date(2026, 11, 23)
    page.look_around()

    assert form.fields["learned_what"].raw == "Pivot tables"


def test_the_newest_month_that_is_open_is_offered_first(page: Page, view: StepView) -> None:
    page.workbook.add(GrowthCheck(month=date(2026, 10, 1), learning=3))

    assert MonthCards(view)._newest_open_month() == {"month": "2026-09"}


# The learning log


def test_skills_of_the_log_and_of_step_6_are_offered_and_not_too_many(page: Page, view: StepView) -> None:
    page.workbook.add(LearningEntry(day=TODAY, skills=("SQL", "sql"), source="A book"))
    page.workbook.add(Skill(name="Coaching"))
    page.workbook.add(LearningResource(name="A course", covers=("ITIL",)))
    page.workbook.add(LearningEntry(day=TODAY, skills=tuple(f"skill {n}" for n in range(20))))

    offered = LearningCards(view)._suggestions()

    assert offered["source"] == ("A book",)
    assert offered["skills"][0] == "SQL"
    assert len(offered["skills"]) == SUGGESTED_SKILLS


def test_an_entry_begins_with_today(page: Page, view: StepView) -> None:
    log = collection(view, LearningEntry)
    log.start_adding()
    assert log._adding is not None

    assert log._adding.fields["day"].raw == TODAY.isoformat()


def test_small_sources_are_counted_together(page: Page, view: StepView) -> None:
    for n in range(SHOWN_TOTALS + 3):
        page.workbook.add(LearningEntry(day=TODAY, what="x", hours=20 - n, source=f"Source {n}"))

    assert "3 more" in said(view)
    assert f"Source {SHOWN_TOTALS}" not in said(view)


# The tasks


def look(page: Page, day: date) -> None:
    page.workbook.add(Task(day=day, name="Tickets", share=70, effects=("repeats",)))
    page.workbook.add(Task(day=day, name="Test bench", share=20, effects=("teaches me",)))


def test_a_look_at_the_job_is_begun_again_from_the_last_with_one_undo(page: Page, view: StepView) -> None:
    look(page, EARLIER)
    again = button(view, "Look at my job again")

    again.click()

    new = [task for task in page.workbook.all(Task) if task.day == TODAY]
    assert {(task.name, task.share, task.effects) for task in new} == {
        ("Tickets", 70, ("repeats",)),
        ("Test bench", 20, ("teaches me",)),
    }
    page.undo()
    assert page.workbook.count(Task) == 2


def test_a_look_of_today_is_not_begun_again(page: Page, view: StepView) -> None:
    again = button(view, "Look at my job again")
    assert again.layout.display == "none"
    look(page, EARLIER)
    assert again.layout.display is None

    again.click()
    again.click()

    assert page.workbook.count(Task) == 4
    assert again.layout.display == "none"


def test_a_task_added_later_belongs_to_the_newest_look(page: Page, view: StepView) -> None:
    look(page, EARLIER)
    tasks = collection(view, Task)
    tasks.start_adding()
    assert tasks._adding is not None

    assert tasks._adding.fields["day"].raw == EARLIER.isoformat()


def test_shares_that_are_not_the_whole_week_are_said_beside_the_list(page: Page, view: StepView) -> None:
    look(page, EARLIER)

    assert "The shares add up to 90\u00a0%" in said(view)


# The rest


def test_the_rut_check_stands_beside_and_is_not_asked_again(page: Page, view: StepView) -> None:
    assert "Take the rut check in step 1" in said(view)

    page.workbook.add(RutCheck(day=EARLIER, learning="disagree", stress="always"))

    assert "1 of your 1 answer about growth is unfavorable" in said(view)
    assert "General Social Survey 2022" in said(view)
    assert not any(
        "keep learning new things" in each.description for each in every(view.widget, widgets.RadioButtons)
    )


def test_what_was_written_is_text_and_never_markup(page: Page, view: StepView) -> None:
    page.workbook.add(IndustryTrend(name="<b>loud</b>", standing="not yet"))
    page.workbook.add(LearningEntry(day=TODAY, what="<i>w</i>", source="<i>s</i>", skills=("<i>k</i>",)))

    assert "&lt;b&gt;loud" in said(view)
    assert "<b>loud" not in said(view)
    assert not any(f"<i>{letter}" in said(view) for letter in "wsk")
