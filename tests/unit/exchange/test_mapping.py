from __future__ import annotations

from datetime import date

import pytest
from pydantic import Field

from rutkit.exchange.mapping import suggest_mapping
from rutkit.exchange.tables import Table, read_table
from rutkit.records import LongText, Record, ShortText, TagList
from rutkit.steps.emotions.records import CheckIn


class Diary(Record):
    """A day, two numbers and words."""

    day: date = Field(title="Day")
    angry: int | None = Field(None, title="Angry")
    hours: float | None = Field(None, title="Hours you work in a usual week")
    place: ShortText = Field("", title="Where")
    what_happened: TagList = Field((), title="What happened")
    note: LongText = Field("", title="In your own words")


def table(**columns: str) -> Table:
    return Table(tuple(columns), (tuple(columns.values()),), (2,))


@pytest.mark.parametrize(
    ("field", "column"),
    [
        ("angry", "angry"),
        ("angry", "ANGRY (0–4)"),
        ("angry", "Anger"),
        ("hours", "Hours you work in a usual week (hours a week)"),
        ("hours", "hours"),
        ("what_happened", "what-happened"),
        ("what_happened", "Activities"),
        ("note", "Notes"),
        ("note", "In your own words"),
        ("place", "whère"),
    ],
)
def test_columns_are_found_by_their_names(field: str, column: str) -> None:
    assert suggest_mapping(table(**{"x": "1", column: "2"}), Diary)[field] == column


def test_what_has_nothing_in_common_is_left_open() -> None:
    assert set(suggest_mapping(table(weight="60", steps="9000"), Diary).values()) == {None}


def test_a_day_is_found_by_what_stands_in_the_column() -> None:
    assert suggest_mapping(table(x="1", y="2026-11-04"), Diary)["day"] == "y"


def test_a_column_called_date_that_holds_no_days_is_passed_over() -> None:
    assert suggest_mapping(table(date="November 4", full_date="2026-11-04"), Diary)["day"] == "full_date"


def test_among_columns_of_days_the_name_decides() -> None:
    assert suggest_mapping(table(updated="2026-11-05", date="2026-11-04"), Diary)["day"] == "date"


def test_the_closest_name_wins_and_no_column_is_used_twice() -> None:
    assert suggest_mapping(table(note_title="x", note="y"), Diary)["note"] == "note"


def test_a_mood_diary_from_elsewhere_is_understood() -> None:
    data = b"Date;Stress;Resentment;Fear;Worked;Tags;Comment\n04.11.2026;3;2;0;yes;deadline;long day\n"
    mapping = suggest_mapping(read_table(data, "diary.csv"), CheckIn)
    assert {field: column for field, column in mapping.items() if column} == {
        "day": "Date",
        "stressed": "Stress",
        "resentful": "Resentment",
        "fearful": "Fear",
        "workday": "Worked",
        "what_happened": "Tags",
        "note": "Comment",
    }
