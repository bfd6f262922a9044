from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from rutkit.home.so_far.view import NOTHING_YET, SoFarView
from rutkit.steps.emotions.records import CheckIn
from rutkit.widgets.page import Page


@pytest.fixture
def so_far(page: Page) -> Iterator[SoFarView]:
    view = SoFarView(page)
    yield view
    view.close()


def test_with_nothing_to_compare_it_says_so(so_far: SoFarView) -> None:
    assert NOTHING_YET in so_far._changes()


def test_what_has_readings_stands_beside_how_it_was(page: Page, so_far: SoFarView) -> None:
    days = (page.today() - timedelta(days=back) for back in range(60))
    page.workbook.add_many([CheckIn(day=day, stressed=1) for day in days], label="two months")

    table = so_far._changes()

    assert 'href="#emotions/check_in"' in table
    assert table.count("<b>1.0</b>") == 4
    assert "14 days" in table


def test_what_has_no_reading_is_left_out(page: Page, so_far: SoFarView) -> None:
    days = (page.today() - timedelta(days=back) for back in range(7))
    page.workbook.add_many([CheckIn(day=day, stressed=1) for day in days], label="a week")

    assert so_far._changes().count('<th scope="row">') == 1
