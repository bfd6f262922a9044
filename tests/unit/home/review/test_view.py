from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from rutkit.home.records import WeeklyReview
from rutkit.home.review.view import ReviewView
from rutkit.steps.emotions.records import CheckIn
from rutkit.widgets.page import Page

TODAY = date(2026, 11, 22)


@pytest.fixture
def view(page: Page) -> Iterator[ReviewView]:
    page.bridge.route = "review"
    page.workbook.add(CheckIn(day=TODAY - timedelta(days=1), angry=1))
    view = ReviewView(page)
    yield view
    view.close()


def on_screen(view: ReviewView) -> str:
    return view._shown.name if view._shown else ""


def test_it_walks_from_what_is_due_to_a_sentence_and_is_finished(view: ReviewView) -> None:
    seen = []
    while on_screen(view):
        seen.append(on_screen(view))
        view._leave(is_skipped=on_screen(view) == "days")

    (review,) = view.workbook.all(WeeklyReview)
    assert seen == ["days", "sentence", "stop"]
    assert (review.skipped, review.walked, review.finished) == (("days",), ("sentence", "stop"), TODAY)
    assert "Done on 22 Nov 2026" in view._body.value


def test_it_is_gone_on_with_where_it_was_left(view: ReviewView, page: Page) -> None:
    view._leave(is_skipped=False)

    again = ReviewView(page)

    assert on_screen(again) == "sentence"
    again.close()


def test_the_sentence_is_saved_as_it_is_typed(view: ReviewView) -> None:
    view._leave(is_skipped=False)
    field = view._form("sentence").fields["sentence"]
    field.control.set("A long one.")
    view._form("sentence")._input(field)
    view._leave(is_skipped=False)

    (review,) = view.workbook.all(WeeklyReview)
    assert review.sentence == "A long one."
    assert review.walked == ("days", "sentence")


def test_a_page_that_is_left_open_asks_about_the_week_that_it_is_then(view: ReviewView) -> None:
    before = view._form("sentence")
    view.page.today = lambda: TODAY + timedelta(days=7)

    assert view._form("sentence") is not before
