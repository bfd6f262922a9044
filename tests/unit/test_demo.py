from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest

from rutkit.demo import write_demo
from rutkit.demo.diary import burnout_inventories, check_ins
from rutkit.demo.growth import growth
from rutkit.demo.story import exit_plan, standing
from rutkit.demo.writing import DemoError
from rutkit.records import BOOKKEEPING, Record
from rutkit.steps.acknowledge import records as acknowledge
from rutkit.steps.emotions import records as emotions
from rutkit.steps.emotions.analysis import consistency
from rutkit.steps.emotions.burnout import is_due, scores
from rutkit.steps.emotions.comparisons import tags_that_come_with, workdays_against_days_off
from rutkit.steps.emotions.records import CheckIn
from rutkit.steps.emotions.support import support
from rutkit.steps.exit_plan import records as exit_plan_records
from rutkit.steps.growth import records as growth_records
from rutkit.steps.growth.progress import progress as growth_progress
from rutkit.steps.growth.trend import trends, trends_finding
from rutkit.steps.market.candidates import candidates
from rutkit.steps.market.market import Market, MarketReader
from rutkit.steps.market.progress import progress as market_progress
from rutkit.steps.market.records import Posting, SkillChoice, TargetRole
from rutkit.steps.market.saturation import saturation
from rutkit.steps.progress import State
from rutkit.workbook import Workbook

TODAYS = [date(2026, 11, 22), date(2027, 1, 1), date(2028, 2, 29), date(2027, 6, 16)]
RECORD_TYPES = (
    *acknowledge.RECORDS,
    *exit_plan_records.RECORDS,
    *emotions.RECORDS,
    *growth_records.RECORDS,
    TargetRole,
    Posting,
    SkillChoice,
)


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbook]:
    path = tmp_path_factory.mktemp("demo") / "demo.rutkit"
    write_demo(path, today=TODAYS[0])
    with Workbook.open(path) as opened:
        yield opened


@pytest.fixture(params=TODAYS, ids=str)
def today(request: pytest.FixtureRequest) -> date:
    day: date = request.param
    return day


@pytest.fixture
def frame(today: date) -> pd.DataFrame:
    with Workbook.temporary() as temporary:
        temporary.add_many(check_ins(today), label="a year")
        return temporary.frame(CheckIn)


def consistent(year: list[CheckIn], day: date) -> set[str]:
    return {each.feeling for each in consistency(year, day) if each.is_consistent}


def contents(records: Iterable[Record]) -> list[dict[str, object]]:
    return [record.model_dump(exclude=set(BOOKKEEPING)) for record in records]


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda record_type: record_type.__name__)
def test_every_form_of_the_first_five_steps_has_something_in_it(
    workbook: Workbook, record_type: type[Record]
) -> None:
    assert workbook.count(record_type)


def test_the_same_day_gives_the_same_year() -> None:
    assert contents(check_ins(TODAYS[0])) == contents(check_ins(TODAYS[0]))


def test_a_year_of_check_ins_ends_yesterday(today: date) -> None:
    days = [check_in.day for check_in in check_ins(today)]
    assert 300 <= len(days) <= 364
    assert (days[-1], days[0] >= today - timedelta(days=365)) == (today - timedelta(days=1), True)


def test_resentment_becomes_consistent_and_fear_does_not(today: date) -> None:
    year = check_ins(today)
    now = consistent(year, today)
    assert "resentful" not in consistent(year, today - timedelta(days=290))
    assert "resentful" in now
    assert "fearful" not in now


def test_stress_is_clearly_higher_on_workdays(frame: pd.DataFrame, today: date) -> None:
    differences = workdays_against_days_off(frame, today)
    stress = next(each for each in differences if each.of == "stressed")
    assert stress.is_clear
    assert stress.difference > 0


def test_two_tags_come_with_heavy_days(frame: pd.DataFrame, today: date) -> None:
    shown = tags_that_come_with(frame, today).shown
    assert {each.of for each in shown[:2]} == {"steering meeting", "no lunch"}
    assert all(each.is_clear for each in shown[:2])


def test_the_inventory_is_filled_in_every_four_weeks_and_grows_heavier(today: date) -> None:
    history = scores(burnout_inventories(today))
    first, last = history[0].work.mean, history[-1].work.mean
    assert first is not None
    assert last is not None
    assert (len(history), last - first > 10) == (13, True)
    assert not is_due(burnout_inventories(today), today)


def test_learning_falls_over_the_year_while_the_evenings_keep_the_person_up_to_date(today: date) -> None:
    checks = [record for record in growth(today) if isinstance(record, growth_records.GrowthCheck)]
    assert trends_finding(trends(checks, today)) == "Learning and challenge fall; keeping up rises"


def test_the_growth_step_is_done_or_due_on_any_day(today: date) -> None:
    with Workbook.temporary() as temporary:
        temporary.add_many(growth(today), label="a year")
        assert growth_progress(temporary, today).state in {State.DONE, State.DUE}


def test_it_is_hard_and_not_an_emergency(today: date) -> None:
    assert support(check_ins(today), burnout_inventories(today), today) is None


def test_nothing_was_written_in_the_future(today: date) -> None:
    records = [
        *standing(today),
        *exit_plan(today),
        *check_ins(today),
        *burnout_inventories(today),
        *growth(today),
    ]
    assert max(record.created_at.date() for record in records) < today


def test_moments_are_local_and_have_no_zone() -> None:
    moments = [
        value
        for content in contents(exit_plan(TODAYS[0]))
        for value in content.values()
        if isinstance(value, datetime)
    ]
    assert {moment.tzinfo for moment in moments} == {None}


def test_a_file_that_exists_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "mine.rutkit"
    path.write_bytes(b"mine")
    with pytest.raises(DemoError, match="was left as it is"):
        write_demo(path)
    assert path.read_bytes() == b"mine"


def test_there_is_nothing_to_take_back_in_a_new_demo(tmp_path: Path) -> None:
    write_demo(tmp_path / "demo.rutkit")
    with Workbook.open(tmp_path / "demo.rutkit") as workbook:
        assert workbook.last_change() is None


# The market


@pytest.fixture(scope="module")
def market(workbook: Workbook) -> Market:
    return MarketReader().market(workbook.all(Posting), workbook.all(SkillChoice))


def test_every_invented_posting_asks_for_something(market: Market) -> None:
    assert [one.posting.company for one in market.read if not one.asked] == []


def test_the_postings_are_enough_and_some_repeat_others(workbook: Workbook, market: Market) -> None:
    assert market_progress(workbook, TODAYS[0]).state is State.DONE
    assert saturation(market).enough
    assert len(market.read) - market.n == 3


def test_some_words_in_the_postings_wait_to_be_looked_over(market: Market) -> None:
    assert candidates(market)
