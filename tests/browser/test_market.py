"""Postings go in, what they ask for comes out, and what was read wrongly is put right with one click."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect
from tabs import Tab

POSTING = """Support lead

Requirements:
- You must know SQL and Zendesk.
- Salesforce would be a plus.

We pay $60,000 to $70,000 a year. <script>document.title = 'broken in'</script>
"""
PAGE = """<!doctype html><title>A job</title><script type="application/ld+json">
{"@context": "https://schema.org", "@type": "JobPosting", "title": "Night porter",
"hiringOrganization": {"name": "Hotel Nowhere"}, "description": "&lt;p&gt;You must know Microsoft Excel.&lt;/p&gt;"}
</script>"""


@pytest.fixture
def with_role(tab: Tab) -> Tab:
    """The step, with a role in it."""
    tab.open(step="market")
    tab.box("target_role", "title").fill("Support manager")
    tab.button("Save it", within=".rutkit-collection-target_role").click()
    tab.box("posting", "text").wait_for()
    return tab


@pytest.fixture
def with_posting(with_role: Tab) -> Tab:
    """The step, with one posting that was pasted."""
    with_role.box("posting", "text").fill(POSTING)
    with_role.button("Read this posting").click()
    chip(with_role, "SQL").wait_for()
    return with_role


def chip(tab: Tab, skill: str) -> Locator:
    """The button that shows the sentences behind a skill."""
    return tab.page.locator(f".rutkit-skills [data-name='{skill}']")


def evidence(tab: Tab) -> Locator:
    return tab.page.locator(".rutkit-evidence")


def test_a_pasted_posting_shows_its_skills_and_the_sentences_that_say_so(with_posting: Tab) -> None:
    tab = with_posting
    expect(chip(tab, "Zendesk")).to_have_text("Zendesk · 1")
    chip(tab, "SQL").click()
    expect(evidence(tab).locator("h3")).to_have_text("SQL: 1 of 1 posting")
    expect(evidence(tab).locator("mark.rutkit-required")).to_have_text("SQL")
    expect(evidence(tab)).to_contain_text("You must know SQL and Zendesk.")


def test_one_click_rejects_what_is_wrong_and_undo_brings_it_back(with_posting: Tab) -> None:
    tab = with_posting
    chip(tab, "SQL").click()
    tab.button("“SQL” is not a skill here", within=".rutkit-evidence").click()
    expect(chip(tab, "SQL")).to_have_count(0)
    expect(chip(tab, "Zendesk")).to_have_count(1)
    tab.button("Undo", within=".rutkit-status").click()
    expect(chip(tab, "SQL")).to_have_count(1)


@pytest.mark.usefixtures("with_demo")
def test_a_bar_of_the_chart_opens_its_sentences_too(tab: Tab) -> None:
    tab.open(step="market").wait_until_drawn()
    bar = tab.page.locator(".rutkit-chart-demand .bars .point path").first
    bar.scroll_into_view_if_needed()
    box = bar.bounding_box()
    assert box
    middle = box["x"] + box["width"] / 4, box["y"] + box["height"] / 2
    tab.page.mouse.move(*middle)
    tab.page.wait_for_selector(".hoverlayer .hovertext")
    tab.page.mouse.click(*middle)
    expect(evidence(tab).locator("h3")).to_be_visible()


def test_a_posting_is_read_by_keyboard_with_what_was_found_marked_in_it(with_posting: Tab) -> None:
    tab = with_posting
    tab.page.locator("[data-action=read-posting]").focus()
    tab.page.keyboard.press("Enter")
    text = tab.page.locator(".rutkit-posting-text")
    expect(text.locator(".rutkit-required")).to_have_text(["SQL", "Zendesk"])
    expect(text.locator(".rutkit-preferred")).to_have_text("Salesforce")
    expect(text).to_contain_text("<script>document.title")
    text.locator(".rutkit-preferred").focus()
    tab.page.keyboard.press("Enter")
    expect(evidence(tab).locator("h3")).to_have_text("Salesforce: 1 of 1 posting")


def test_saved_pages_are_shown_first_and_then_added_with_one_undo(with_role: Tab, tmp_path: Path) -> None:
    tab = with_role
    (tmp_path / "job.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "scan.html").write_bytes(b"%PDF-1.7 something")
    tab.page.set_input_files(
        ".rutkit-import input[type=file]", [tmp_path / "job.html", tmp_path / "scan.html"]
    )
    preview = tab.step("market").locator(".rutkit-import").filter(visible=True)
    expect(preview).to_contain_text("1 posting from “job.html” and “scan.html” will be added.")
    expect(preview).to_contain_text("It is a PDF, whatever its name says.")
    tab.button("Add these").click()
    expect(tab.status()).to_have_text("Added 1 posting, skipped 1")
    expect(tab.page.locator(".rutkit-postings")).to_contain_text("Hotel Nowhere")
    expect(chip(tab, "Microsoft Excel")).to_have_count(1)
    tab.button("Undo", within=".rutkit-status").click()
    expect(tab.page.locator(".rutkit-postings")).to_contain_text("None yet.")


def test_what_was_half_pasted_is_there_again(with_role: Tab) -> None:
    with_role.box("posting", "text").fill("Half a post")
    with_role.reload("market")
    expect(with_role.box("posting", "text")).to_have_value("Half a post")


@pytest.mark.usefixtures("with_demo")
def test_a_word_that_rutkit_does_not_know_is_accepted_and_counts_at_once(tab: Tab) -> None:
    tab.open(step="market").wait_until_drawn()
    tab.button("warm handovers: A skill").click()
    expect(chip(tab, "warm handovers")).to_have_count(1)
    expect(tab.page.locator("[data-action=market-word-accept][data-word='warm handovers']")).to_have_count(0)
