from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from rutkit.steps.emotions.progress import progress
from rutkit.steps.emotions.records import PERSONAL_ITEMS, WORK_ITEMS, BurnoutInventory, CheckIn
from rutkit.steps.progress import State
from rutkit.workbook import Workbook

Ago = Callable[..., CheckIn]


def inventory(day: date) -> BurnoutInventory:
    frequency = dict.fromkeys((*PERSONAL_ITEMS, *WORK_ITEMS[3:]), "Sometimes")
    return BurnoutInventory.model_validate({"day": day, **frequency})


def add(workbook: Workbook, *records: CheckIn | BurnoutInventory) -> None:
    workbook.add_many(records, label="Records")


def test_an_empty_workbook_has_not_begun_and_asks_for_a_check_in(workbook: Workbook, today: date) -> None:
    result = progress(workbook, today)
    assert result.state is State.NOT_BEGUN
    assert result.action.text == "Check in for today"


def test_a_note_alone_is_no_check_in_yet(workbook: Workbook, ago: Ago, today: date) -> None:
    add(workbook, ago(0, note="From a diary"))
    assert progress(workbook, today).state is State.NOT_BEGUN


def test_with_too_few_workdays_it_says_how_many_are_there(workbook: Workbook, ago: Ago, today: date) -> None:
    add(workbook, *(ago(n, workday=True, stressed=1) for n in range(3)))
    result = progress(workbook, today)
    assert (result.state, result.note) == (State.BEGUN, "3 of 5")


def five_workdays(ago: Ago, newest: int) -> list[CheckIn]:
    return [ago(newest + n, workday=True, stressed=1) for n in range(5)]


def test_it_is_done_with_five_workdays_a_check_in_today_and_a_recent_inventory(
    workbook: Workbook, ago: Ago, today: date
) -> None:
    add(workbook, *five_workdays(ago, 0), inventory(today - timedelta(days=27)))
    assert progress(workbook, today).state is State.DONE


def test_it_is_due_when_today_has_no_check_in(workbook: Workbook, ago: Ago, today: date) -> None:
    add(workbook, *five_workdays(ago, 1), inventory(today))
    result = progress(workbook, today)
    assert (result.state, result.note) == (State.DUE, "today")
    assert result.action.text == "Check in for today"


def test_it_is_due_when_the_inventory_is_28_days_old(workbook: Workbook, ago: Ago, today: date) -> None:
    add(workbook, *five_workdays(ago, 0), inventory(today - timedelta(days=28)))
    result = progress(workbook, today)
    assert (result.state, result.note) == (State.DUE, "burnout check")
    assert result.action.text == "Answer the burnout questions"


def test_a_holiday_does_not_undo_it(workbook: Workbook, ago: Ago, today: date) -> None:
    days_off = [ago(n, workday=False, stressed=0) for n in range(20)]
    add(workbook, *days_off, *five_workdays(ago, 20), inventory(today))
    assert progress(workbook, today).state is State.DONE


def test_five_workdays_spread_over_months_are_not_enough(workbook: Workbook, ago: Ago, today: date) -> None:
    add(workbook, *(ago(10 * n, workday=True, stressed=1) for n in range(5)))
    assert progress(workbook, today).state is State.BEGUN


def test_support_comes_before_everything_else(workbook: Workbook, ago: Ago, today: date) -> None:
    add(workbook, *(ago(n, workday=True, stressed=4) for n in range(1, 6)))
    result = progress(workbook, today)
    assert result.action.text == "Talk to somebody you trust"
    assert result.state is State.DUE


def test_every_note_fits_beside_the_name_of_the_step(workbook: Workbook, ago: Ago, today: date) -> None:
    notes = [progress(workbook, today).note]
    for n in range(6):
        add(workbook, ago(n, workday=True, stressed=1))
        notes.append(progress(workbook, today).note)
    assert all(len(note) <= 14 for note in notes)
