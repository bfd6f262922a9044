"""The brief of the week: what it says, and how it learns."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from tabs import Tab

BRIEF = ".rutkit-step-home .rutkit-brief"


def test_an_empty_workbook_begins_with_the_first_form(tab: Tab) -> None:
    tab.open()
    expect(tab.find(f"{BRIEF} > li")).to_have_count(1)
    tab.find(f"{BRIEF} a").click()
    expect(tab.box("situation", "role")).to_be_focused()


@pytest.mark.usefixtures("with_demo")
def test_what_is_put_aside_makes_room_and_what_is_done_rests(tab: Tab) -> None:
    tab.open()
    texts = tab.find(f"{BRIEF} b")
    expect(texts).to_have_count(3)
    first, second, _ = texts.all_inner_texts()
    tab.find(BRIEF).get_by_role("button", name=f"Not now, ask in 3 days: {first}").click()
    expect(tab.find(".rutkit-step-home [role=status]")).to_contain_text("Put aside. It comes back on ")
    expect(tab.find(BRIEF)).not_to_contain_text(first)
    tab.find(BRIEF).get_by_role("button", name=f"Done: {second}").click()
    expect(tab.find(".rutkit-step-home [role=status]")).to_contain_text("Noted as done.")
    expect(tab.find(f"{BRIEF} b")).to_have_count(3)
    expect(tab.find(BRIEF)).not_to_contain_text(second)
    tab.button("Undo").click()
    expect(tab.find(BRIEF)).to_contain_text(second)
