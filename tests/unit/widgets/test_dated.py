from __future__ import annotations

from datetime import date

from rutkit.steps.acknowledge.records import StayReason
from rutkit.widgets.dated import DatedForm
from rutkit.widgets.page import Page

TODAY = date(2026, 11, 22)
TOMORROW = date(2026, 11, 23)
EARLIER = date(2026, 8, 1)


def dated(page: Page) -> DatedForm[StayReason]:
    return DatedForm(page, StayReason, again_label="Answer again for today")


def pulls(page: Page) -> dict[date, int | None]:
    return {record.day: record.fear for record in page.workbook.all(StayReason)}


def rate_fear(form: DatedForm[StayReason], step: int) -> None:
    form.form.fields["fear"].control.set(step)


def test_the_first_one_is_today_s(page: Page) -> None:
    form = dated(page)

    rate_fear(form, 7)

    assert pulls(page) == {TODAY: 7}
    assert form._again.layout.display == "none"


def test_the_newest_one_is_there_to_correct(page: Page) -> None:
    page.workbook.add(StayReason(day=EARLIER, fear=3))
    form = dated(page)
    assert "From 1 Aug 2026." in form._says_when.value

    rate_fear(form, 4)

    assert pulls(page) == {EARLIER: 4}


def test_a_new_one_for_today_leaves_the_older_one_as_it_is(page: Page) -> None:
    page.workbook.add(StayReason(day=EARLIER, fear=3))
    form = dated(page)

    form._begin_again()
    assert form.form.fields["fear"].raw is None
    rate_fear(form, 8)

    assert pulls(page) == {EARLIER: 3, TODAY: 8}
    assert form._says_when.value == ""


def test_a_tab_that_is_left_open_overnight_begins_the_new_day_s(page: Page) -> None:
    form = dated(page)
    page.today = lambda: TOMORROW
    page.look_around()

    rate_fear(form, 2)

    assert pulls(page) == {TOMORROW: 2}


def test_overnight_today_s_becomes_an_older_one(page: Page) -> None:
    form = dated(page)
    rate_fear(form, 2)

    page.today = lambda: TOMORROW
    page.look_around()

    assert "From 22 Nov 2026." in form._says_when.value
    assert form._again.layout.display is None
