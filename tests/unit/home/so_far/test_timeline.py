from __future__ import annotations

from datetime import date, timedelta

from rutkit.home.so_far.timeline import timeline, timeline_finding, timeline_sentence

TODAY = date(2026, 11, 22)
MONDAY = date(2026, 11, 16)


def test_entries_are_counted_by_week_and_step() -> None:
    found = timeline({"One": [MONDAY, TODAY], "Two": []}, TODAY)

    assert [dict(lane.entries) for lane in found.lanes] == [{MONDAY: 2}, {}]


def test_it_begins_with_the_week_of_the_first_entry() -> None:
    found = timeline({"One": [TODAY - timedelta(weeks=3)]}, TODAY)

    assert found.mondays == tuple(MONDAY - timedelta(weeks=back) for back in (3, 2, 1, 0))


def test_it_holds_a_year_at_most_and_nothing_that_is_still_to_come() -> None:
    found = timeline({"One": [TODAY - timedelta(weeks=90), TODAY + timedelta(weeks=2)]}, TODAY)

    assert found.lanes[0].entries == {}
    assert found.visited == 0


def test_it_says_in_how_many_weeks_somebody_was_here_and_how_long_not() -> None:
    found = timeline({"One": [TODAY - timedelta(weeks=9)], "Two": [TODAY - timedelta(weeks=4), TODAY]}, TODAY)

    assert timeline_finding(found) == "Something in 3 of 10 weeks"
    assert timeline_sentence(found).startswith(
        "The longest time without an entry was 4 weeks. 3 entries in 2 steps"
    )
