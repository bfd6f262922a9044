from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from rutkit.steps.growth.records import LearningEntry
from rutkit.steps.prepare.records import Rehearsal, Story, WorkEntry
from rutkit.steps.prepare.staleness import LEARNING_DAYS, PRACTICE_DAYS, RESUME_DAYS, Upkeep, stale, upkeep
from rutkit.workbook import Workbook

TODAY = date(2026, 11, 22)


def noon(days_ago: int) -> datetime:
    return datetime.combine(TODAY - timedelta(days=days_ago), datetime.min.time().replace(hour=12))


def by_name(workbook: Workbook) -> dict[str, Upkeep]:
    return {thing.name: thing for thing in upkeep(workbook)}


def test_what_was_never_begun_is_not_stale(workbook: Workbook) -> None:
    assert [thing.sentence(TODAY) for thing in upkeep(workbook)] == ["not begun"] * 4
    assert stale(upkeep(workbook), TODAY) == ()


def test_any_entry_of_the_resume_keeps_it_fresh(workbook: Workbook) -> None:
    old, new = noon(200).replace(tzinfo=UTC), noon(3).replace(tzinfo=UTC)
    workbook.add_many([WorkEntry(updated_at=old), WorkEntry(updated_at=new)], label="resume")
    assert by_name(workbook)["Resume"].last == TODAY - timedelta(days=3)


def test_the_last_rehearsal_and_the_last_thing_learned_count(workbook: Workbook) -> None:
    workbook.add_many(
        [
            Rehearsal(question="proud-of", at=noon(20)),
            Rehearsal(question="proud-of", at=noon(1)),
            LearningEntry(day=TODAY - timedelta(days=9), what="SQL"),
        ],
        label="so far",
    )
    found = by_name(workbook)
    assert found["Practice"].sentence(TODAY) == "1 day ago, on 21 Nov 2026"
    assert found["Learning"].sentence(TODAY) == "9 days ago, on 13 Nov 2026"


@pytest.mark.parametrize(
    ("name", "days"), [("Practice", PRACTICE_DAYS), ("Learning", LEARNING_DAYS), ("Resume", RESUME_DAYS)]
)
def test_a_thing_is_stale_from_the_day_after_its_time(name: str, days: int) -> None:
    kept = Upkeep(name, TODAY - timedelta(days=days), days, "")
    assert not kept.is_stale(TODAY)
    assert kept.is_stale(TODAY + timedelta(days=1))


def test_what_was_left_alone_the_longest_comes_first(workbook: Workbook) -> None:
    workbook.add_many(
        [
            Rehearsal(question="proud-of", at=noon(40)),
            Story(updated_at=noon(300).replace(tzinfo=UTC), title="Old"),
        ],
        label="so far",
    )
    assert [thing.name for thing in stale(upkeep(workbook), TODAY)] == ["Stories", "Practice"]
