"""What was typed is kept, whatever happens next."""

from __future__ import annotations

from collections.abc import Callable

import psutil
from playwright.sync_api import expect
from servers import Server
from tabs import Tab

SENTENCE = "I count the hours from Sunday evening on, and nobody has noticed yet."
FASTEST_TYPIST = 40
"""Milliseconds from one letter to the next: 300 words a minute."""


def test_what_was_typed_is_there_again_after_the_tab_was_closed_without_a_pause(
    open_tab: Callable[..., Tab],
) -> None:
    tab = open_tab().open(step="acknowledge")
    tab.box("situation", "stuck_means").click()
    tab.page.keyboard.type(SENTENCE, delay=FASTEST_TYPIST)
    tab.close()
    again = open_tab().open(step="acknowledge")
    expect(again.box("situation", "stuck_means")).to_have_value(SENTENCE)


def test_an_answer_chosen_is_there_again_after_the_tab_was_closed_without_a_pause(
    open_tab: Callable[..., Tab],
) -> None:
    tab = open_tab().open(step="acknowledge")
    tab.choose("rut_check", "promotion", "not too true")
    tab.choose("stay_reason", "fear", "7")
    tab.close()
    again = open_tab().open(step="acknowledge")
    expect(again.option("rut_check", "promotion", "not too true")).to_be_checked()
    expect(again.option("stay_reason", "fear", "7")).to_be_checked()


def test_half_typed_input_comes_back_as_a_draft_that_says_what_is_wrong(
    open_tab: Callable[..., Tab],
) -> None:
    tab = open_tab().open(step="acknowledge")
    tab.box("situation", "hours_a_week").click()
    tab.page.keyboard.type("4x")
    tab.close()
    again = open_tab().open(step="acknowledge")
    expect(again.box("situation", "hours_a_week")).to_have_value("4x")
    expect(again.field("situation", "hours_a_week").get_by_role("alert")).to_contain_text("enter a number")
    expect(again.box("situation", "hours_a_week")).to_have_attribute("aria-invalid", "true")


def test_a_half_written_new_entry_comes_back_with_its_form_open(open_tab: Callable[..., Tab]) -> None:
    tab = open_tab().open(step="exit_plan")
    tab.button("Add a milestone").click()
    tab.box("milestone", "what").click()
    tab.page.keyboard.type("Ask for a reference")
    tab.close()
    again = open_tab().open(step="exit_plan")
    expect(again.box("milestone", "what")).to_have_value("Ask for a reference")


def test_what_was_typed_up_to_the_kill_is_there_after_a_reload(server: Server, tab: Tab) -> None:
    tab.open(step="acknowledge")
    box = tab.box("situation", "stuck_means")
    box.click()
    typed = type_until_killed(tab, server.kernel(tab.kernel_id()))
    tab.reload("acknowledge")
    kept = box.input_value()
    tab.complaints = [
        text for text in tab.complaints if "Cannot send" not in text
    ]  # said to the one that was killed
    assert kept.startswith(typed)
    assert SENTENCE.startswith(kept)


A_MOMENT = 500
"""Milliseconds that a letter may be on its way to the disk."""


def type_until_killed(tab: Tab, kernel: psutil.Process) -> str:
    """Type a sentence and kill the kernel in its middle; what had been typed a moment before that."""
    middle = len(SENTENCE) // 2
    for letter in SENTENCE[:middle]:
        tab.page.keyboard.type(letter)
        tab.page.wait_for_timeout(FASTEST_TYPIST)
    tab.page.wait_for_timeout(A_MOMENT)
    kernel.kill()
    tab.page.keyboard.type(SENTENCE[middle:])
    return SENTENCE[:middle]


def test_the_page_says_when_rutkit_has_stopped_answering(server: Server, tab: Tab) -> None:
    tab.open()
    notice = tab.page.get_by_text("rutkit has stopped answering")
    expect(notice).to_be_hidden()
    server.kernel(tab.kernel_id()).kill()
    expect(tab.page.locator(".rutkit.rutkit-lost")).to_be_visible(timeout=17_000)
    expect(notice).to_be_visible()
    tab.close()
    tab.complaints.clear()
