from __future__ import annotations

import json
import re
from datetime import date, timedelta
from decimal import Decimal

import ipywidgets as widgets
import pytest

from rutkit.steps.growth.records import LearningEntry
from rutkit.steps.market.records import TargetRole
from rutkit.steps.skills.records import LearningLimits, LearningResource, PlannedHours, Skill
from rutkit.steps.skills.view import StepView
from rutkit.steps.skills.view.asked import Asked
from rutkit.widgets.page import Page

TODAY = date(2026, 11, 22)
BOOK = LearningResource(
    name="A book", hours=10, cost=Decimal(0), covers=("SQL",), to_level=4, chance=80, proof="My notes"
)


@pytest.fixture
def view(page: Page) -> StepView:
    page.workbook.add_many(
        [
            Skill(name="SQL", level=1),
            BOOK,
            LearningLimits(hours_a_week=5, budget=Decimal(0), until=date(2027, 2, 1)),
        ],
        label="so far",
    )
    return StepView(page)


def said(root: widgets.Widget) -> str:
    own = str(root.value) if isinstance(root, widgets.HTML) else ""
    return own + "".join(said(child) for child in getattr(root, "children", ()))


def press(root: widgets.Widget, text: str) -> None:
    def found(widget: widgets.Widget) -> widgets.Button | None:
        if isinstance(widget, widgets.Button) and widget.description == text:
            return widget
        return next((hit for child in getattr(widget, "children", ()) if (hit := found(child))), None)

    button = found(root)
    assert button is not None, f"no button says {text!r}"
    button.click()


# The plan


def test_a_plan_is_shown_and_not_saved(page: Page, view: StepView) -> None:
    press(view.widget, "Make a plan")
    assert "1 resource in 10 weeks" in said(view.widget)
    assert page.workbook.count(PlannedHours) == 0


def test_a_plan_is_taken_with_one_click_and_taken_back_with_one(page: Page, view: StepView) -> None:
    press(view.widget, "Make a plan")
    press(view.widget, "Take this plan")
    assert [each.hours for each in page.workbook.all(PlannedHours, order_by="week")] == [5, 5]
    page.undo()
    assert page.workbook.count(PlannedHours) == 0


def test_planning_again_keeps_one_plan(page: Page, view: StepView) -> None:
    for button in ("Make a plan", "Take this plan", "Plan again from today", "Take this plan"):
        press(view.widget, button)
    assert page.workbook.count(PlannedHours) == 2


def test_a_change_after_the_plan_says_that_it_is_outdated(page: Page, view: StepView) -> None:
    press(view.widget, "Make a plan")
    page.workbook.update(BOOK.model_copy(update={"version": 1, "hours": 12}))
    assert "You changed something since this plan was made" in said(view.widget)


def test_a_wish_that_does_not_fit_is_answered_in_the_card(page: Page, view: StepView) -> None:
    page.workbook.add(LearningResource(name="Dear", hours=5, cost=Decimal(50), choice="in any case"))
    press(view.widget, "Make a plan")
    assert "$50 more than your budget" in said(view.widget)
    assert page.notices.widget.value == ""


def test_without_limits_the_plan_says_what_is_missing(page: Page) -> None:
    empty = StepView(page)
    press(empty.widget, "Make a plan")
    assert "For a plan, say first" in said(empty.widget)


# The skills


def test_without_postings_the_gaps_say_what_to_do(view: StepView) -> None:
    assert "Step 5 reads postings" in said(view.widget)


def test_a_resume_offers_its_skills_and_a_click_adds_one(page: Page, view: StepView) -> None:
    content = json.dumps({"skills": [{"name": "<i>Welding", "level": "Master"}]}).encode()
    page.bridge._upload_handlers[resume_upload(view)](content, "me.json")
    assert "&lt;i&gt;Welding" in said(view.widget)
    page.bridge._handlers["add-skill"]({"name": "<i>Welding"})
    added = page.workbook.find(Skill, name="<i>Welding")
    assert added is not None
    assert (added.level, added.evidence) == (None, "Your resume says: Master")


def resume_upload(view: StepView) -> str:
    found = re.search(r'accept="\.json" data-action="([^"]+)"', said(view.widget))
    assert found
    return found[1]


def test_learning_is_for_the_role_that_was_chosen_and_else_for_the_first(page: Page, view: StepView) -> None:
    (asked,) = (part for part in view._parts if isinstance(part, Asked))
    first, second = page.workbook.add_many([TargetRole(title="One"), TargetRole(title="Two")], label="roles")
    assert asked.role == first
    asked._list.value = second.id
    assert asked.role == second


# What is under way


def begin(page: Page, days_ago: int) -> LearningResource:
    record = page.workbook.get(LearningResource, BOOK.id)
    assert record is not None
    began = TODAY - timedelta(days=days_ago)
    return page.workbook.update(record.model_copy(update={"state": "under way", "began": began}))


def test_finishing_raises_the_skill_and_is_one_undo(page: Page, view: StepView) -> None:
    begin(page, days_ago=3)
    press(view.widget, "I finished it")
    skill, entry = page.workbook.find(Skill, name="SQL"), page.workbook.get(LearningEntry, BOOK.id)
    assert skill is not None
    assert entry is not None
    assert (skill.level, "My notes" in skill.evidence, entry.hours) == (4, True, 10)
    page.undo()
    assert page.workbook.count(LearningEntry) == 0
    again = page.workbook.find(Skill, name="SQL")
    assert again is not None
    assert again.level == 1


def test_the_second_week_asks_and_an_answer_ends_the_question(page: Page, view: StepView) -> None:
    begin(page, days_ago=8)
    assert "It is in its second week" in said(view.widget)
    press(view.widget, "Continue")
    assert "It is in its second week" not in said(view.widget)


def test_what_is_stopped_is_gone_from_what_is_under_way(page: Page, view: StepView) -> None:
    begin(page, days_ago=3)
    press(view.widget, "Stop it")
    stopped = page.workbook.get(LearningResource, BOOK.id)
    assert stopped is not None
    assert stopped.state == "dropped"
    assert "Nothing is under way" in said(view.widget)


def test_a_form_that_is_typed_in_stays_where_it_is(page: Page, view: StepView) -> None:
    begun = begin(page, days_ago=3)
    before = said(view.widget).count("of 10 hours done")
    page.workbook.update(begun.model_copy(update={"hours_done": 4}))
    assert "4 of 10 hours done" in said(view.widget)
    assert said(view.widget).count("of 10 hours done") == before


def test_closing_the_view_leaves_nothing_listening(page: Page, view: StepView) -> None:
    view.close()
    assert "add-skill" not in page.bridge._handlers
