"""A check-in by keyboard alone."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect
from tabs import Tab

from rutkit.steps.emotions.records import FEELINGS, CheckIn
from rutkit.workbook import Workbook

SECONDS_A_KEY = 0.25
"""Of somebody who is in no hurry."""

FURTHEST = 60
"""More presses of Tab than this, and nobody would find the field."""


class Keyboard:
    """Presses keys and counts them."""

    def __init__(self, tab: Tab) -> None:
        self._tab = tab
        self.presses = 0

    def press(self, key: str, times: int = 1) -> None:
        for _ in range(times):
            self._tab.page.keyboard.press(key)
            self.presses += 1

    def type(self, text: str) -> None:
        self._tab.page.keyboard.type(text)
        self.presses += len(text)

    def reach(self, record: str, name: str) -> None:
        """Press Tab until the field has the keyboard."""
        field = self._tab.field(record, name)
        for _ in range(FURTHEST):
            if field.evaluate("field => field.contains(document.activeElement)"):
                return
            self.press("Tab")
        raise AssertionError(f"{name} is out of reach")


def test_a_whole_check_in_takes_under_half_a_minute_by_keyboard_alone(tab: Tab, file: Path) -> None:
    tab.open(step="emotions")
    keyboard = Keyboard(tab)
    keyboard.reach("check_in", "workday")
    keyboard.press("Space")
    for strength, feeling in enumerate(FEELINGS):
        keyboard.reach("check_in", feeling)
        keyboard.press("Space")
        keyboard.press("ArrowRight", times=strength)
    keyboard.reach("check_in", "energy")
    keyboard.press("Space")
    keyboard.press("ArrowRight")
    keyboard.reach("check_in", "what_happened")
    keyboard.type("deadline, good talk")
    keyboard.reach("check_in", "note")
    keyboard.type("Home late.")
    assert keyboard.presses * SECONDS_A_KEY < 30
    tab.eventually(lambda: newest(file).note == "Home late.")
    saved = newest(file)
    assert [getattr(saved, feeling) for feeling in FEELINGS] == [0, 1, 2, 3, 4]
    assert (saved.workday, saved.energy) == (True, 1)
    assert saved.what_happened == ("deadline", "good talk")


def test_arrows_stay_inside_a_question_and_tab_stops_once_at_each(tab: Tab, file: Path) -> None:
    tab.open(step="emotions")
    keyboard = Keyboard(tab)
    keyboard.reach("check_in", "stressed")
    keyboard.press("Space")
    keyboard.press("ArrowRight", times=6)
    tab.eventually(lambda: newest(file).stressed == 1)
    keyboard.press("Tab")
    keyboard.press("Space")
    tab.eventually(lambda: newest(file).angry == 0)
    assert newest(file).stressed == 1


def newest(file: Path) -> CheckIn:
    with Workbook.open(file) as workbook:
        return workbook.all(CheckIn)[-1]


def test_a_step_is_reached_and_undo_is_used_by_keyboard_alone(tab: Tab) -> None:
    tab.open()
    tab.page.locator(".rutkit-nav-emotions").focus()
    tab.page.keyboard.press("Enter")
    expect(tab.step("emotions")).to_be_visible()
    tab.option("check_in", "workday", "Yes").focus()
    tab.page.keyboard.press("Space")
    tab.wait_until_saved()
    tab.button("Undo").focus()
    tab.page.keyboard.press("Enter")
    expect(tab.option("check_in", "workday", "Yes")).not_to_be_checked()
