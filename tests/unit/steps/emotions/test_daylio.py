from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.exchange.tables import Table, read_table
from rutkit.steps.emotions.daylio import DaylioPlan, is_daylio, plan_daylio
from rutkit.steps.emotions.records import FEELINGS, CheckIn

TODAY = date(2026, 3, 17)
COLUMNS = ("full_date", "date", "weekday", "time", "mood", "activities", "note_title", "note")
EXPORT = (
    "full_date,date,weekday,time,mood,activities,note_title,note\n"
    '2026-03-16,March 16,Monday,22:52,bad,"work | deadline","Long day","Nobody asked, again"\n'
    '2026-03-15,March 15,Sunday,9:05 pm,good,"walk","",""\n'
)


def plan(text: str, *existing: CheckIn) -> DaylioPlan:
    return plan_daylio(read_table(text.encode(), "daylio_export.csv"), existing, TODAY)


def entry(
    day: str, clock: str = "", mood: str = "", activities: str = "", title: str = "", note: str = ""
) -> Table:
    cells = (
        day or None,
        None,
        None,
        clock or None,
        mood or None,
        activities or None,
        title or None,
        note or None,
    )
    return Table(COLUMNS, (cells,), (2,))


def plan_of(*tables: Table) -> DaylioPlan:
    rows = tuple(table.rows[0] for table in tables)
    return plan_daylio(Table(COLUMNS, rows, tuple(range(2, 2 + len(rows)))), (), TODAY)


def test_activities_become_tags_and_the_mood_stays_a_word() -> None:
    newest = plan(EXPORT).to_add[-1]
    assert newest.day == date(2026, 3, 16)
    assert newest.what_happened == ("work", "deadline", "mood: bad")


def test_title_and_note_become_the_note() -> None:
    assert plan(EXPORT).to_add[-1].note == "Long day\nNobody asked, again"


def test_no_feeling_is_guessed_from_a_mood() -> None:
    for check_in in plan(EXPORT).to_add:
        assert all(getattr(check_in, feeling) is None for feeling in FEELINGS)
        assert check_in.energy is None
        assert check_in.workday is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_encodings_and_separators_do_not_matter(encoding: str, separator: str) -> None:
    rows = [list(COLUMNS), ["2026-03-16", "March 16", "Monday", "22:52", "müde", "Café | büro", "", "Größer"]]
    data = "\n".join(separator.join(row) for row in rows).encode(encoding)
    table = read_table(data, "daylio.csv")
    assert is_daylio(table)
    assert plan_daylio(table, (), TODAY).to_add[0].what_happened == ("Café", "büro", "mood: müde")


def test_another_table_is_not_taken_for_a_daylio_export() -> None:
    assert not is_daylio(read_table(b"date,mood,sleep\n2026-03-16,3,7\n2026-03-15,4,8\n", "tracker.csv"))


def test_two_entries_of_one_day_become_one_check_in_in_order_of_time() -> None:
    evening = entry("2026-03-16", "9:05 pm", "bad", "work | walk", note="Evening")
    morning = entry("2026-03-16", "07:15", "good", "walk", note="Morning")
    check_ins = plan_of(evening, morning).to_add
    assert len(check_ins) == 1
    assert check_ins[0].what_happened == ("walk", "mood: good", "work", "mood: bad")
    assert check_ins[0].note == "Morning\n\nEvening"


def test_an_existing_day_is_filled_where_it_is_empty() -> None:
    there = CheckIn(day=date(2026, 3, 16), stressed=3, note="Mine")
    updated = plan(EXPORT, there).to_update
    assert [(u.id, u.stressed, u.note) for u in updated] == [(there.id, 3, "Mine")]
    assert updated[0].what_happened == ("work", "deadline", "mood: bad")


def test_a_second_import_changes_nothing() -> None:
    first = plan(EXPORT).to_add
    second = plan(EXPORT, *first)
    assert (second.to_add, second.to_update) == ((), ())
    assert second.unchanged == 2


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (entry("2026-02-30", mood="bad"), "“2026-02-30” is not a day."),
        (entry("", mood="bad"), "It has no day."),
        (entry("2026-03-18", mood="bad"), "Its day has not come yet."),
        (entry("2026-03-16"), "It holds nothing beside the day."),
    ],
)
def test_what_cannot_be_used_is_listed_with_its_row_and_reason(row: Table, reason: str) -> None:
    result = plan_of(row)
    assert [(skipped.row_number, skipped.reason) for skipped in result.skipped] == [(2, reason)]
    assert result.to_add == ()


def test_a_time_that_cannot_be_read_does_not_lose_the_entry() -> None:
    assert len(plan_of(entry("2026-03-16", "half past nine", "bad")).to_add) == 1


def test_formatting_in_notes_becomes_plain_lines() -> None:
    note = "<p>One<br>two</p><ul><li><b>three</b></li></ul>5 &lt; 6 &amp; so on"
    assert plan_of(entry("2026-03-16", note=note)).to_add[0].note == "One\ntwo\nthree\n5 < 6 & so on"


def test_signs_that_only_look_like_formatting_stay() -> None:
    assert plan_of(entry("2026-03-16", note="I <3 tea")).to_add[0].note == "I <3 tea"


def test_an_overlong_activity_is_shortened_to_what_a_tag_may_have() -> None:
    tag = plan_of(entry("2026-03-16", activities="x" * 200)).to_add[0].what_happened[0]
    assert len(tag) == 60


@given(st.text(max_size=80), st.text(max_size=200), st.text(max_size=200))
def test_any_words_are_either_read_or_listed(mood: str, activities: str, note: str) -> None:
    result = plan_of(entry("2026-03-16", mood=mood, activities=activities, note=note))
    assert len(result.to_add) + len(result.skipped) == 1
