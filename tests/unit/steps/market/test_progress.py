from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from rutkit.steps.market.progress import FEWEST_POSTINGS, REPEAT_AFTER, progress
from rutkit.steps.market.records import Posting, TargetRole
from rutkit.steps.progress import State
from rutkit.workbook import Workbook

TODAY = date(2026, 11, 22)


@pytest.fixture
def workbook() -> Iterator[Workbook]:
    with Workbook.temporary() as temporary:
        yield temporary


def add_postings(workbook: Workbook, role: TargetRole, count: int, days_ago: int = 0) -> None:
    moment = datetime(2026, 11, 22, 12, tzinfo=UTC) - timedelta(days=days_ago)
    workbook.add_many(
        [Posting(role=role.id, text="You know SQL.", created_at=moment) for _ in range(count)], label="some"
    )


def test_it_begins_with_a_role(workbook: Workbook) -> None:
    workbook.add(TargetRole(title="Nurse"))

    found = progress(workbook, TODAY)

    assert (found.state, found.note) == (State.BEGUN, "0 of 20")
    assert found.action.text == "Bring in your first postings"


def test_the_role_with_the_most_postings_counts(workbook: Workbook) -> None:
    one, other = workbook.add(TargetRole(title="Nurse")), workbook.add(TargetRole(title="Midwife"))
    add_postings(workbook, one, 3)
    add_postings(workbook, other, 4)

    assert progress(workbook, TODAY).note == "4 of 20"


def test_a_vacancy_that_was_put_up_twice_counts_once(workbook: Workbook) -> None:
    role = workbook.add(TargetRole(title="Nurse"))
    first = workbook.add(Posting(role=role.id, text="You know SQL."))
    workbook.add(Posting(role=role.id, text="You know SQL.", repeats=first.id))

    assert progress(workbook, TODAY).note == "1 of 20"


def test_it_is_done_with_twenty_postings_of_one_role(workbook: Workbook) -> None:
    add_postings(workbook, workbook.add(TargetRole(title="Nurse")), FEWEST_POSTINGS)

    found = progress(workbook, TODAY)

    assert (found.state, found.note) == (State.DONE, "20 read")
    assert found.action.step == "skills"


def test_it_is_due_when_nothing_new_came_in_for_three_months(workbook: Workbook) -> None:
    role = workbook.add(TargetRole(title="Nurse"))
    add_postings(workbook, role, FEWEST_POSTINGS, days_ago=REPEAT_AFTER.days + 1)
    assert progress(workbook, TODAY).state is State.DUE

    add_postings(workbook, role, 1)
    assert progress(workbook, TODAY).state is State.DONE
