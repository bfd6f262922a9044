"""The weekly review: one small screen after the other."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from tabs import Tab


@pytest.mark.usefixtures("with_demo")
def test_a_review_is_walked_through_left_and_finished(tab: Tab) -> None:
    tab.open(step="review")  # the first page leads there only when the week is nearly over
    review = tab.step("review")
    expect(review.get_by_role("heading", name="The days of this week")).to_be_visible()
    tab.button("Skip").click()
    expect(review).to_contain_text("2 of ")
    tab.reload("review")
    expect(review).to_contain_text("2 of ")
    heading = review.locator("h3").first
    for _ in range(8):
        title = heading.inner_text()
        if title == "The week as a whole":
            break
        tab.button("Go on").click()
        expect(heading).not_to_have_text(title)
    tab.box("weekly_review", "sentence").fill("More patience than I thought.")
    tab.button("Go on").click()
    tab.button("Finish").click()
    expect(review).to_contain_text("Done on ")
    expect(review).to_contain_text("More patience than I thought.")
