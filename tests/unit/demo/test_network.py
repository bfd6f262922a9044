from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from rutkit.demo.market import market
from rutkit.demo.network import network
from rutkit.steps.market.records import Posting
from rutkit.steps.network.companies import vacancies
from rutkit.steps.network.overview import Overview, overview
from rutkit.steps.network.progress import progress
from rutkit.steps.network.records import REASONS, RECORDS, Cadence, Contact, Touch, WritingChoices
from rutkit.steps.progress import State
from rutkit.workbook import Workbook

TODAY = date(2026, 11, 22)


@pytest.fixture(params=range(7), ids=lambda days: f"day {days}")
def today(request: pytest.FixtureRequest) -> date:
    return TODAY + timedelta(days=request.param)


@pytest.fixture(scope="module")
def workbook() -> Iterator[Workbook]:
    with Workbook.temporary() as opened:
        opened.add_many(market(TODAY), label="postings")
        opened.add_many(network(TODAY), label="people")
        yield opened


@pytest.fixture(scope="module")
def seen(workbook: Workbook) -> Overview:
    choices = workbook.only(WritingChoices)
    assert choices is not None
    open_ones = vacancies(workbook.all(Posting))
    people, touches, cadences = workbook.all(Contact), workbook.all(Touch), workbook.all(Cadence)
    return overview(people, touches, cadences, choices, open_ones, (), TODAY)


def test_every_form_of_the_step_has_something_in_it(today: date) -> None:
    assert {type(record) for record in network(today)} == set(RECORDS)


def test_every_contact_is_with_somebody_who_is_there_and_is_over(today: date) -> None:
    records = network(today)
    people = {record.id for record in records if isinstance(record, Contact)}
    touches = [record for record in records if isinstance(record, Touch)]
    assert all(touch.contact in people and touch.day < today for touch in touches)


def test_the_step_has_begun(workbook: Workbook) -> None:
    assert progress(workbook, TODAY).state in (State.DONE, State.DUE)


def test_every_reason_that_needs_no_application_is_seen(seen: Overview) -> None:
    given = {because.reason for each in seen.suggested for because in each.because}
    assert given == set(REASONS) - {"works where you have applied"}


def test_every_picture_has_something_to_show(seen: Overview) -> None:
    assert seen.turns
    assert seen.steps
    assert any(known.people for known in seen.companies)
    assert not all(known.people for known in seen.companies)
    assert any(balance.gave and balance.asked for balance in seen.balances.values())
