"""When it is hard: the letter that waits, support at the front, and the sooner path."""

from __future__ import annotations

from playwright.sync_api import expect
from tabs import Tab

LETTER = "I resign as of today."


def test_a_letter_is_sealed_and_opened_early_only_in_two_steps(tab: Tab) -> None:
    tab.open(step="exit_plan")
    text = tab.box("resignation_draft", "text")
    text.fill(LETTER)
    tab.wait_until_saved()
    tab.button("Seal the letter").click()
    expect(text).to_be_hidden()
    expect(tab.page.get_by_text(LETTER)).to_have_count(0)
    tab.reload("exit_plan")
    expect(text).to_be_hidden()
    tab.button("Open it before its time").click()
    expect(text).to_be_hidden()
    tab.button("Leave it sealed").click()
    tab.button("Open it before its time").click()
    tab.button("Yes, open it now").click()
    expect(text).to_be_visible()
    expect(text).to_have_value(LETTER)


def test_a_letter_with_nothing_in_it_is_not_sealed(tab: Tab) -> None:
    tab.open(step="exit_plan")
    tab.button("Seal the letter").click()
    expect(tab.find(".rutkit-notices")).to_contain_text("nothing to seal yet")
    expect(tab.box("resignation_draft", "text")).to_be_visible()


def test_support_comes_to_the_front_when_somebody_cannot_take_it_anymore(tab: Tab) -> None:
    tab.open(step="emotions")
    support = tab.page.get_by_role("region", name="You do not have to carry this alone")
    expect(support).to_have_count(0)
    tab.button("Answer the thirteen questions").click()
    tab.choose("burnout_inventory", "cannot_take_it", "Always")
    expect(support).to_be_visible()
    expect(support).to_contain_text("I can’t take it anymore")
    above = tab.evaluate(
        "() => document.querySelector('.rutkit-step-emotions .rutkit-say').getBoundingClientRect().bottom"
        " <= document.querySelector('.rutkit-step-emotions .rutkit-card').getBoundingClientRect().top"
    )
    assert above
    tab.go("home")
    expect(tab.step("home")).to_contain_text("Talk to somebody you trust")


def test_a_yes_to_harm_opens_the_sooner_path_and_a_no_closes_it(tab: Tab) -> None:
    tab.open(step="exit_plan")
    path = tab.page.get_by_role("heading", name="In the next days")
    details = tab.box("safety", "told")
    expect(path).to_have_count(0)
    expect(details).to_be_hidden()
    tab.choose("safety", "causes_harm", "Yes")
    expect(path).to_be_visible()
    expect(details).to_be_visible()
    tab.choose("safety", "causes_harm", "No")
    expect(path).to_have_count(0)
