from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import ipywidgets as widgets
import pytest
from ipywidgets.widgets import widget as ipywidgets_widget

from rutkit.chart import empty_chart
from rutkit.steps.acknowledge.records import Situation
from rutkit.steps.exit_plan.records import Support
from rutkit.widgets.card import button, card
from rutkit.widgets.folded import Folded
from rutkit.widgets.form import Form
from rutkit.widgets.markup import Markup, block, html
from rutkit.widgets.page import Page
from rutkit.widgets.view import View


class Small(View):
    """A view with one of everything that follows the workbook."""

    slug = "acknowledge"
    package = "rutkit.steps.acknowledge"

    def build(self) -> Sequence[widgets.Widget]:
        self.drawn = 0
        self.form = self.keep(Form(self.page, Situation))
        self.said = self.text(self.role, Situation)
        self.said_later = self.later_text(self.role, Situation)
        self.follow(self.count, Support)
        return [
            card(
                "Here",
                self.form.widget,
                self.said,
                self.said_later,
                self.chart("role", lambda _: empty_chart("Role", str(self.role())), Situation),
            )
        ]

    def role(self) -> Markup:
        return html("<p>{role}</p>", role=self.form.record.role if self.form.record else "nobody")

    def count(self) -> None:
        self.drawn += 1


def test_what_is_written_follows_the_workbook(page: Page) -> None:
    view = Small(page)
    assert view.said.value == "<p>nobody</p>"

    page.workbook.add(Situation(role="Nurse & mother"))

    assert view.said.value == "<p>Nurse &amp; mother</p>"


def test_what_takes_its_time_is_written_once_the_form_can_be_used(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting: list[Callable[[], object]] = []
    monkeypatch.setattr(page, "when_ready", waiting.append)
    view = Small(page)
    assert view.said_later.value == ""

    for write in waiting:
        write()

    assert view.said_later.value == "<p>nobody</p>"


def test_only_what_follows_a_table_is_drawn_again_with_it(page: Page) -> None:
    view = Small(page)

    page.workbook.add(Situation(role="Nurse"))
    assert view.drawn == 1

    page.workbook.add(Support(name="Ada"))
    assert view.drawn == 2


def test_a_new_day_draws_everything_again(page: Page) -> None:
    view = Small(page)
    page.today = lambda: date(2026, 11, 23)

    page.look_around()

    assert view.drawn == 2


def test_a_closed_view_draws_no_more(page: Page) -> None:
    view = Small(page)

    view.close()
    page.workbook.add(Support(name="Ada"))

    assert view.drawn == 1


def test_fifty_visits_leave_no_more_behind_than_one(page: Page) -> None:
    def alive() -> tuple[int, int, int, int]:
        bridge = page.bridge
        return (
            len(ipywidgets_widget._instances),
            len(page.workbook._watchers),
            len(bridge._handlers),
            len(bridge._trait_notifiers.get("theme", {}).get("change", [])),
        )

    Small(page).close()
    before = alive()

    for _ in range(50):
        Small(page).close()

    assert alive() == before


def test_an_action_of_another_step_has_a_link_where_there_is_one(page: Page) -> None:
    page.bridge.routes = ["acknowledge", "exit_plan"]
    view = Small(page)

    assert 'data-route="exit_plan"' in view._link_to("exit_plan")
    assert view._link_to("market") == ""


# The furniture


def test_titles_and_hints_are_text(page: Page) -> None:
    heading = card("<Title>", block("<text>"), hint="{hint}").children[0].value

    assert "&lt;Title&gt;" in heading
    assert "{hint}" in heading


def test_a_button_that_fails_says_so(page: Page) -> None:
    button(page, "Go", lambda: 1 / 0).click()

    assert "ZeroDivisionError" in page.notices.widget.value


def test_what_is_folded_is_built_when_it_is_opened_and_once(page: Page) -> None:
    built: list[widgets.Widget] = []
    opened: list[bool] = []

    def build() -> widgets.Widget:
        built.append(block("inside"))
        return built[-1]

    folded = Folded(page, "More", build, on_open=lambda: opened.append(True))
    assert built == []

    folded.toggle()
    folded.toggle()
    assert built[0].layout.display == "none"

    folded.toggle()
    assert built[0].layout.display is None
    assert (len(built), len(opened)) == (1, 2)


def test_a_failed_opening_can_be_tried_again(page: Page) -> None:
    contents = iter([None, block("inside")])

    def build() -> widgets.Widget:
        content = next(contents)
        if content is None:
            raise ValueError("not yet")
        return content

    folded = Folded(page, "More", build)
    folded._button.click()
    folded._button.click()

    assert folded.is_open
    assert "not yet" in page.notices.widget.value
