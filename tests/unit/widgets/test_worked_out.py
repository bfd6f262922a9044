from __future__ import annotations

from collections.abc import Callable, Sequence

import ipywidgets as widgets
import pytest

from rutkit.chart import empty_chart
from rutkit.steps.exit_plan.records import Support
from rutkit.widgets.page import Page
from rutkit.widgets.view import View
from rutkit.widgets.worked_out import WorkedOut


class Counting(View):
    """A view that works out how many helpers there are."""

    slug = "exit_plan"
    package = "rutkit.steps.exit_plan"

    def build(self) -> Sequence[widgets.Widget]:
        self.helpers = WorkedOut(self, self.count, Support)
        self.news: list[int | None] = []
        self.helpers.on_news(lambda: self.news.append(self.helpers.result))
        return [self.helpers.chart("helpers", lambda n, _: empty_chart(f"{n} helpers", "None"))]

    def count(self) -> int:
        with self.page.alone():
            return self.workbook.count(Support)


def test_the_result_is_there_once_the_page_is_ready(page: Page) -> None:
    assert Counting(page).helpers.result == 0


def test_it_is_worked_out_again_after_a_change(page: Page) -> None:
    view = Counting(page)

    page.workbook.add(Support(name="Ada"))

    assert view.news[-1] == 1


def test_its_chart_is_drawn_with_the_result(page: Page) -> None:
    head = Counting(page).widget.children[1].children[0]

    assert "0 helpers" in head.value


def test_who_asks_for_news_late_hears_what_is_known(page: Page) -> None:
    view = Counting(page)
    heard: list[int | None] = []

    view.helpers.on_news(lambda: heard.append(view.helpers.result))

    assert heard == [0]


def test_changes_while_it_is_worked_out_lead_to_one_more_time(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = Counting(page)
    work: list[Callable[[int], object]] = []
    monkeypatch.setattr(page, "in_background", lambda _, then, otherwise: work.append(then))

    view.helpers.again()
    view.helpers.again()
    view.helpers.again()
    assert len(work) == 1

    work[0](5)
    assert len(work) == 2


def test_after_a_failure_it_can_be_worked_out_again(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    view = Counting(page)
    failing: list[object] = []
    monkeypatch.setattr(page, "in_background", lambda *_, otherwise: failing.append(otherwise()))

    view.helpers.again()
    view.helpers.again()

    assert len(failing) == 2


def test_it_begins_when_it_is_told_to(page: Page) -> None:
    told: list[Callable[[], object]] = []

    class Waiting(Counting):
        def build(self) -> Sequence[widgets.Widget]:
            self.helpers = WorkedOut(self, self.count, Support, begin=told.append)
            return []

    view = Waiting(page)
    assert view.helpers.result is None

    told[0]()
    assert view.helpers.result == 0
