"""Step 10: an answer is said and rated, a gap becomes a story, and a letter stays shut until somebody insists."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tabs import Tab

from rutkit.steps.prepare.letters import seal
from rutkit.steps.prepare.records import Letter, Rehearsal, Story
from rutkit.workbook import Workbook


@pytest.fixture
def sealed(file: Path) -> None:
    """A letter that opens in three months."""
    today = date.today()  # noqa: DTZ011 - a person's own calendar
    letter = Letter(written=today, opens=today + timedelta(days=90), text="I hope it is spring by now")
    with Workbook.open(file) as workbook:
        workbook.add(seal(letter, today))


def test_an_answer_is_timed_rated_and_taken_back(tab: Tab, file: Path) -> None:
    tab.open(step="prepare")
    practice = tab.find(".rutkit-practice")
    question = practice.locator(".rutkit-quote")
    expect(question).to_contain_text("Who are you")
    tab.button("Start the timer").click()
    expect(practice.get_by_role("timer")).to_have_text(re.compile(r"0:0[2-9]"), timeout=10_000)

    tab.button("Well").click()

    expect(practice).to_contain_text("It comes back in 2 days")
    expect(question).to_contain_text("Why do you want to leave")
    expect(practice.get_by_role("timer")).to_have_count(0)
    with Workbook.open(file) as workbook:
        (rehearsal,) = workbook.all(Rehearsal)
    assert rehearsal.recall == "well"
    assert rehearsal.seconds
    assert rehearsal.seconds >= 2
    tab.button("Undo").click()
    expect(question).to_contain_text("Who are you")


def test_a_gap_becomes_a_story_that_shows_it(tab: Tab, file: Path) -> None:
    tab.open(step="prepare").wait_until_drawn()
    tab.button("Write a story for Teamwork").click()
    form = tab.collection("story").locator(".rutkit-adder")
    form.get_by_label("Name of the story").fill("The night queue")
    form.get_by_role("button", name="Save it").click()

    expect(tab.step("prepare")).to_contain_text("1 of 12 competencies with a story")
    with Workbook.open(file) as workbook:
        (story,) = workbook.all(Story)
    assert story.competencies == ("Teamwork",)


@pytest.mark.usefixtures("sealed")
def test_a_sealed_letter_is_opened_in_two_steps_or_not(tab: Tab) -> None:
    tab.open(step="prepare")
    letters = tab.find(".rutkit-letters")
    tab.button("Open it early").click()
    tab.button("Leave it sealed").click()
    expect(letters).not_to_contain_text("spring")
    tab.button("Open it early").click()
    tab.button("Yes, open it now").click()
    letters.locator("summary").click()
    expect(letters.get_by_text("I hope it is spring by now")).to_be_visible()
