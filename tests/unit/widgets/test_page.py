from __future__ import annotations

import asyncio
import threading
import time
from datetime import date

import pytest
from ipywidgets.widgets import widget as ipywidgets_widget

from rutkit.chart import DARK, LIGHT
from rutkit.errors import RutkitError
from rutkit.preferences import Preferences
from rutkit.steps.exit_plan.records import Support
from rutkit.widgets.bridge import Bridge
from rutkit.widgets.page import Page
from rutkit.workbook import Workbook


def fail() -> None:
    raise ValueError("<b>broken</b>")


def test_a_failure_becomes_a_notice_that_says_what_it_was(page: Page) -> None:
    page.guard(fail)()

    assert "ValueError: &lt;b&gt;broken&lt;/b&gt;" in page.notices.widget.value
    assert "What you saved is safe." in page.notices.widget.value


def test_an_error_of_our_own_is_shown_as_it_is(page: Page) -> None:
    def refuse() -> None:
        raise RutkitError("The disk is full.")

    page.guard(refuse)()

    assert ">The disk is full.</p>" in page.notices.widget.value


def test_the_callback_after_a_failure_works(page: Page) -> None:
    done: list[bool] = []
    page.guard(fail)()

    page.guard(lambda: done.append(True))()

    assert done == [True]


def test_a_failure_when_the_workbook_has_changed_is_shown_too(page: Page) -> None:
    page.workbook.watch(page.guard(lambda _: fail()))

    page.workbook.add(Support(name="Ada"))

    assert "ValueError" in page.notices.widget.value
    assert page.workbook.count(Support) == 1


def test_a_closed_page_answers_no_more(page: Page) -> None:
    done: list[bool] = []
    callback = page.guard(lambda: done.append(True))

    page.close()
    callback()

    assert done == []


def test_callbacks_in_two_threads_take_turns(page: Page) -> None:
    inside: list[str] = []
    seen: list[list[str]] = []

    def work() -> None:
        inside.append("in")
        time.sleep(0.01)
        seen.append([*inside])
        inside.pop()

    threads = [threading.Thread(target=page.guard(work)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert seen == [["in"]] * 4


def test_undo_takes_back_the_last_change_and_says_which(page: Page) -> None:
    page.workbook.add(Support(name="Ada"))
    assert "Take back: added a support" in page.status.widget.value

    page.bridge._receive(page.bridge, {"type": "action", "action": "undo"}, [])

    assert page.workbook.count(Support) == 0
    assert "Taken back: added a support" in page.status.widget.value


def test_undo_with_nothing_to_undo_says_so(page: Page) -> None:
    page.bridge._receive(page.bridge, {"type": "action", "action": "undo"}, [])

    assert "There is nothing left to undo." in page.notices.widget.value


def test_amounts_are_in_dollars_until_somebody_says_otherwise(page: Page) -> None:
    assert page.currency == "USD"

    page.workbook.put(Preferences(currency="EUR"))

    assert page.currency == "EUR"


def test_charts_follow_the_theme_of_the_browser(page: Page) -> None:
    assert page.palette is LIGHT

    page.bridge.theme = "dark"

    assert page.palette is DARK


def test_what_a_read_only_file_has_to_say_is_said_at_once(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Workbook, "notices", ("This file is from a newer rutkit.",))

    assert "This file is from a newer rutkit." in Page(page.workbook).notices.widget.value


def test_a_new_day_is_told_once(page: Page) -> None:
    told: list[date] = []
    forget = page.on_new_day(lambda: told.append(page.today()))
    page.look_around()
    assert told == []

    page.today = lambda: date(2026, 11, 23)
    page.look_around()
    page.look_around()
    assert told == [date(2026, 11, 23)]

    forget()
    page.today = lambda: date(2026, 11, 24)
    page.look_around()
    assert told == [date(2026, 11, 23)]


def test_a_page_leaves_no_widget_behind(page: Page) -> None:
    before = set(ipywidgets_widget._instances)

    Page(page.workbook).close()

    assert set(ipywidgets_widget._instances) == before


def test_without_an_event_loop_long_work_is_done_at_once(page: Page) -> None:
    outcomes: list[int] = []

    page.in_background(lambda: 42, outcomes.append)

    assert outcomes == [42]


# With an event loop


def test_more_records_than_one_part_are_all_read_in_their_order(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rutkit.widgets.page.AT_ONCE", 2)
    names = [f"Person {number}" for number in range(5)]
    page.workbook.add_many([Support(name=name) for name in names], label="some")

    assert [support.name for support in page.all_in_parts(Support)] == names
    assert [support.name for support in page.all_in_parts(Support, name="Person 3")] == ["Person 3"]


def test_what_recurs_waits_while_nobody_looks_and_goes_on_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[bool] = []

    async def calls_while(seen: bool) -> bool:
        monkeypatch.setattr(Bridge, "is_seen", seen)
        calls.clear()
        await asyncio.sleep(0.05)
        return bool(calls)

    async def run() -> list[bool]:
        with Workbook.temporary() as workbook:
            page = Page(workbook)
            end = page.every(0.01, lambda: calls.append(True))
            found = [await calls_while(seen) for seen in (True, False, True)]
            end()
            found.append(await calls_while(True))
            page.close()
        return found

    assert asyncio.run(run()) == [True, False, True, False]


def test_a_burst_is_one_call() -> None:
    calls: list[bool] = []

    async def run() -> None:
        with Workbook.temporary() as workbook:
            page = Page(workbook)
            draw_soon = page.once_a_burst(lambda: calls.append(True), 0.01)
            for _ in range(5):
                draw_soon()
            assert calls == []
            await asyncio.sleep(0.05)
            draw_soon()
            await asyncio.sleep(0.05)
            page.close()

    asyncio.run(run())
    assert calls == [True, True]


def test_a_burst_that_failed_is_not_the_last_one() -> None:
    calls: list[bool] = []

    def draw() -> None:
        calls.append(True)
        fail()

    async def run() -> None:
        with Workbook.temporary() as workbook:
            page = Page(workbook)
            draw_soon = page.once_a_burst(draw, 0.0)
            for _ in range(2):
                draw_soon()
                await asyncio.sleep(0.02)
            page.close()

    asyncio.run(run())
    assert calls == [True, True]


def test_long_work_is_done_beside_the_page_and_its_outcome_on_it() -> None:
    threads: list[int] = []

    def work() -> int:
        threads.append(threading.get_ident())
        return 42

    async def run() -> None:
        with Workbook.temporary() as workbook:
            page = Page(workbook)
            page.in_background(work, lambda outcome: threads.extend([outcome, threading.get_ident()]))
            await asyncio.sleep(0.1)
            page.close()

    asyncio.run(run())
    there, outcome, here = threads
    assert outcome == 42
    assert there != here == threading.get_ident()


def test_long_work_that_fails_says_so_on_the_page() -> None:
    async def run() -> None:
        with Workbook.temporary() as workbook:
            page = Page(workbook)
            page.in_background(fail, lambda _: None)
            await asyncio.sleep(0.1)
            assert "ValueError" in page.notices.widget.value
            page.close()

    asyncio.run(run())


def test_what_may_wait_waits_for_the_browser_s_first_sign() -> None:
    calls: list[bool] = []

    async def run() -> None:
        with Workbook.temporary() as workbook:
            page = Page(workbook)
            page.when_ready(lambda: calls.append(True))
            await asyncio.sleep(0.01)
            assert calls == []
            page.bridge._receive(page.bridge, {"type": "ping"}, [])
            for _ in range(500):
                await asyncio.sleep(0.01)
                if calls:
                    break
            page.close()

    asyncio.run(run())
    assert calls == [True]
