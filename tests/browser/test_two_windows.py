"""Two windows on one workbook."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pytest
from playwright.sync_api import Locator, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout
from tabs import Tab

PROMISE = 2_000
"""Milliseconds until a change shows in another window."""


@pytest.fixture
def two(open_tab: Callable[..., Tab]) -> tuple[Tab, Tab]:
    """Two windows with the same step."""
    return open_tab().open(step="acknowledge"), open_tab().open(step="acknowledge")


def test_what_is_typed_in_one_window_shows_in_the_other(two: tuple[Tab, Tab]) -> None:
    here, there = two
    here.box("situation", "role").fill("Clerk in the basement")
    here.wait_until_saved()
    expect(there.box("situation", "role")).to_have_value("Clerk in the basement", timeout=PROMISE)


def test_what_is_chosen_in_one_window_shows_in_the_other(two: tuple[Tab, Tab]) -> None:
    here, there = two
    here.choose("rut_check", "stress", "often")
    here.wait_until_saved()
    expect(there.option("rut_check", "stress", "often")).to_be_checked(timeout=PROMISE)


def test_what_is_taken_back_in_one_window_goes_away_in_the_other(two: tuple[Tab, Tab]) -> None:
    here, there = two
    here.choose("rut_check", "stress", "often")
    expect(there.option("rut_check", "stress", "often")).to_be_checked()
    here.button("Undo").click()
    expect(there.option("rut_check", "stress", "often")).not_to_be_checked(timeout=PROMISE)


def test_a_conflict_shows_both_values_and_the_one_typed_here_can_be_kept(two: tuple[Tab, Tab]) -> None:
    here, there, mine, theirs = in_conflict(*two)
    expect(conflict(here)).to_contain_text(f"saved in another window “{theirs}”")
    expect(conflict(here)).to_contain_text(f"typed here “{mine}”")
    here.button("Keep what I typed here").click()
    expect(conflict(here)).to_have_count(0)
    expect(here.box("situation", "role")).to_have_value(mine)
    expect(there.box("situation", "role")).to_have_value(mine, timeout=PROMISE)


def test_in_a_conflict_the_saved_value_can_be_kept(two: tuple[Tab, Tab]) -> None:
    here, there, _, theirs = in_conflict(*two)
    here.button("Keep the saved one").click()
    expect(conflict(here)).to_have_count(0)
    expect(here.box("situation", "role")).to_have_value(theirs)
    expect(there.box("situation", "role")).to_have_value(theirs)


def test_both_values_of_a_conflict_outlive_the_window(
    two: tuple[Tab, Tab], open_tab: Callable[..., Tab]
) -> None:
    here, _, mine, theirs = in_conflict(*two)
    here.close()
    again = open_tab().open(step="acknowledge")
    expect(conflict(again)).to_contain_text(mine)
    expect(conflict(again)).to_contain_text(theirs)


def test_a_half_typed_answer_is_not_saved_over_one_from_another_window(two: tuple[Tab, Tab]) -> None:
    here, there = two
    here.box("situation", "hours_a_week").fill("4x")
    expect(here.status()).to_have_text("Kept as a draft")
    there.box("situation", "hours_a_week").fill("38")
    there.wait_until_saved()
    expect(conflict(here)).to_contain_text("saved in another window “38", timeout=PROMISE)
    expect(here.box("situation", "hours_a_week")).to_have_value("4x")


def conflict(tab: Tab) -> Locator:
    """What asks which of two values to keep."""
    return tab.find(".rutkit-conflict .rutkit-notice")


def in_conflict(one: Tab, other: Tab) -> tuple[Tab, Tab, str, str]:
    """Type into both windows at the same moment, until one has a conflict.

    If the second window hears of the first one's letters before its own are sent, there is none; that is luck.

    Returns:
        The window with the conflict, the other one, what was typed in the first, and in the other.
    """
    for attempt in count(1):
        typed: tuple[str, str] = f"Baker {attempt}", f"Miller {attempt}"
        one.box("situation", "role").fill(typed[0])
        other.box("situation", "role").fill(typed[1])
        for here, there, mine, theirs in ((one, other, *typed), (other, one, *typed[::-1])):
            try:
                conflict(here).wait_for(timeout=2_000)
            except PlaywrightTimeout:
                continue
            return here, there, mine, theirs
        assert attempt < 10, "There is never a conflict"
    raise AssertionError
