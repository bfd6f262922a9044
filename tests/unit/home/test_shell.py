from __future__ import annotations

import re
from datetime import date

import pytest
from ipywidgets.widgets import widget as ipywidgets_widget

from rutkit.home.panels import HOME
from rutkit.home.shell import Shell, make_view
from rutkit.steps import STEPS
from rutkit.steps.acknowledge.records import Situation
from rutkit.steps.progress import Progress
from rutkit.widgets.page import Page
from rutkit.workbook import Workbook


def navigation(shell: Shell) -> str:
    return str(shell._nav.value)


def entry(shell: Shell, slug: str) -> str:
    (found,) = re.findall(rf'<li><(?:a|span) class="rutkit-nav-{slug} .*?</li>', navigation(shell))
    return str(found)


def test_the_first_page_is_built_at_once_and_no_step(page: Page) -> None:
    shell = Shell(page)

    assert list(shell._views) == [HOME]


def test_a_step_is_built_on_its_first_visit_and_once(page: Page) -> None:
    shell = Shell(page)

    page.bridge.route = "acknowledge"
    built = shell._views["acknowledge"]
    page.bridge.route = HOME
    page.bridge.route = "acknowledge"

    assert shell._views["acknowledge"] is built
    assert shell._main.children.count(built.widget) == 1


def test_a_route_that_there_is_not_builds_nothing(page: Page) -> None:
    shell = Shell(page)

    page.bridge.route = "nowhere"

    assert list(shell._views) == [HOME]
    assert page.notices.widget.value == ""


def test_every_step_has_an_entry(page: Page) -> None:
    shell = Shell(page)

    for step in STEPS:
        assert step.short in entry(shell, step.slug)


def test_an_entry_shows_how_far_its_step_has_come(page: Page) -> None:
    shell = Shell(page)
    assert ", not begun" in entry(shell, "acknowledge")

    page.workbook.add(Situation(role="Nurse"))

    assert ", begun" in entry(shell, "acknowledge")
    assert "1 of 4" in entry(shell, "acknowledge")


def test_a_new_day_is_seen_in_the_navigation(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    shell = Shell(page)
    drawn: list[date] = []

    def progress(workbook: Workbook, today: date) -> Progress:
        drawn.append(today)
        return STEPS[1].progress(workbook, today)

    monkeypatch.setattr("rutkit.steps.acknowledge.progress.progress", progress)
    page.today = lambda: date(2026, 11, 23)

    page.look_around()

    assert date(2026, 11, 23) in drawn
    shell.close()


def test_a_step_that_fails_to_open_says_so_and_is_tried_again(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = Shell(page)
    attempts: list[str] = []

    def fail_once(slug: str, on: Page) -> object:
        attempts.append(slug)
        if len(attempts) == 1:
            raise ValueError("no guide")
        return make_view(slug, on)

    monkeypatch.setattr("rutkit.home.shell.make_view", fail_once)

    page.bridge.route = "acknowledge"
    assert "no guide" in page.notices.widget.value

    page.bridge.route = HOME
    page.bridge.route = "acknowledge"
    assert "acknowledge" in shell._views


def test_a_closed_shell_leaves_nothing_behind(page: Page) -> None:
    Shell(Page(page.workbook)).close()
    before = set(ipywidgets_widget._instances), len(page.workbook._watchers)

    Shell(Page(page.workbook)).close()

    assert (set(ipywidgets_widget._instances), len(page.workbook._watchers)) == before
