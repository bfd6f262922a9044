from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from rutkit.home.records import WeeklyMeasure
from rutkit.home.so_far.noting import months_of_money, note_this_week, skills_covered
from rutkit.steps.exit_plan.records import Finances
from rutkit.steps.market import readings
from rutkit.steps.market.extract.reading import Kind, Reading, Requirement, SkillMention
from rutkit.steps.market.records import Posting
from rutkit.steps.skills.records import Skill
from rutkit.widgets.page import Page

TODAY = date(2026, 11, 22)
MONDAY = date(2026, 11, 16)

Postings = Callable[[int], list[Posting]]


def finances(savings: int) -> Finances:
    return Finances(
        savings=Decimal(savings),
        take_home_pay=Decimal(2000),
        other_income=Decimal(0),
        essential_costs=Decimal(1500),
        discretionary_costs=Decimal(500),
    )


@pytest.fixture
def postings() -> Postings:
    """So many different postings that ask for the same two things."""
    text = "You must know Python. You must know SQL."
    skills = tuple(
        SkillMention(
            name, Kind.TOOL, Requirement.REQUIRED, text.index(name), text.index(name) + len(name), name, text
        )
        for name in ("Python", "SQL")
    )
    reading = readings.to_json(Reading(skills=skills), text, "1")
    return lambda count: [Posting(role="r", text=text, reading=reading, version=1) for _ in range(count)]


def test_the_money_lasts_as_long_as_it_covers_what_it_costs_to_live() -> None:
    assert months_of_money(finances(8000), [], [], TODAY) == pytest.approx(4)


def test_without_all_figures_it_is_not_known_how_long() -> None:
    assert months_of_money(None, [], [], TODAY) is None
    assert months_of_money(Finances(savings=Decimal(8000)), [], [], TODAY) is None


def test_skills_cover_what_is_asked_for_as_far_as_they_reach(postings: Postings) -> None:
    found = skills_covered([Skill(name="Python", level=5)], postings(6), [])

    assert found is not None
    share, n = found
    assert share == pytest.approx(0.5)
    assert n == 6


def test_few_postings_say_nothing_of_skills(postings: Postings) -> None:
    assert skills_covered([Skill(name="Python", level=5)], postings(4), []) is None


def test_without_a_level_no_skill_covers_anything(postings: Postings) -> None:
    assert skills_covered([Skill(name="Python")], postings(6), []) is None


def test_a_week_is_noted_once_and_stays_as_it_was(page: Page) -> None:
    page.workbook.put(finances(8000))
    note_this_week(page)
    page.workbook.put(finances(80))
    note_this_week(page)

    (noted,) = page.workbook.all(WeeklyMeasure)
    assert (noted.week, noted.what) == (MONDAY, "months of money")
    assert noted.value == pytest.approx(4)


def test_a_note_is_nothing_to_undo(page: Page) -> None:
    page.workbook.put(finances(8000))
    before = page.workbook.last_change()

    note_this_week(page)

    assert page.workbook.last_change() == before


def test_an_empty_workbook_stays_empty(page: Page) -> None:
    note_this_week(page)

    assert page.workbook.count(WeeklyMeasure) == 0
