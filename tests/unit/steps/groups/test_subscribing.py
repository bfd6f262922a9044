from __future__ import annotations

from datetime import date, timedelta

from rutkit.exchange.calendar import calendar_file
from rutkit.exchange.calendar_reading import CalendarContent, read_calendar
from rutkit.steps.groups.events import appointments, calendar_events
from rutkit.steps.groups.records import GroupEvent
from rutkit.steps.groups.subscribing import Change, Subscribing, subscribe

TODAY = date(2026, 11, 22)

SERIES = """BEGIN:VEVENT
UID:tea@guild.example
SUMMARY:Tea
DTSTART;TZID=W. Europe Standard Time:20261124T183000
DTEND;TZID=W. Europe Standard Time:20261124T203000
RRULE:FREQ=WEEKLY;COUNT=3
END:VEVENT
"""
MOVED = """BEGIN:VEVENT
UID:tea@guild.example
RECURRENCE-ID;TZID=W. Europe Standard Time:20261201T183000
SUMMARY:Tea, moved
DTSTART;TZID=W. Europe Standard Time:20261202T190000
END:VEVENT
"""


def content(*events: str) -> CalendarContent:
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\n{''.join(events)}END:VCALENDAR\n"
    return read_calendar(text.encode(), "guild.ics")


def first_time(*events: str) -> Subscribing:
    return subscribe(content(*events), [], "The Guild", TODAY)


def on(day: date, rule: str = "") -> str:
    repeats = f"RRULE:{rule}\n" if rule else ""
    return f"BEGIN:VEVENT\nUID:old\nDTSTART;VALUE=DATE:{day:%Y%m%d}\n{repeats}END:VEVENT\n"


def test_a_file_brings_its_events_the_first_time() -> None:
    (tea,) = first_time(SERIES).new
    assert (tea.title, tea.group, tea.day, tea.at, tea.minutes, tea.zone, tea.uid) == (
        "Tea",
        "The Guild",
        date(2026, 11, 24),
        "18:30",
        120,
        "Europe/Berlin",
        "tea@guild.example",
    )


def test_the_same_file_again_changes_nothing() -> None:
    again = subscribe(content(SERIES, MOVED), first_time(SERIES, MOVED).new, "The Guild", TODAY)
    assert (again.is_empty, again.same, again.label) == (True, 2, "nothing new")


def test_a_newer_file_brings_an_event_up_to_date() -> None:
    newer = SERIES.replace("SUMMARY:Tea", "SUMMARY:Tea and cake")
    (tea,) = subscribe(content(newer), first_time(SERIES).new, "", TODAY).changed
    assert tea.after.title == "Tea and cake"


def test_what_changes_in_an_event_is_told_field_by_field() -> None:
    newer = (
        SERIES.replace("T183000", "T190000")
        .replace("COUNT=3", "COUNT=4")
        .replace("END:V", "LOCATION:Pier\nEND:V")
    )
    (tea,) = subscribe(content(newer), first_time(SERIES).new, "", TODAY).changed
    assert tea.in_words.replace("\N{NO-BREAK SPACE}", " ") == (
        "At: 18:30 becomes 19:00 in Berlin; How long: 120 minutes becomes 90 minutes; Where: nothing becomes Pier; "
        "How often: other dates"
    )


def test_what_the_person_decided_about_an_event_stays() -> None:
    (tea,) = first_time(SERIES).new
    mine = tea.model_copy(update={"going": "yes", "reminder": "a week before", "notes": "Bring cake"})
    (change,) = subscribe(content(SERIES.replace("COUNT=3", "COUNT=4")), [mine], "", TODAY).changed
    changed = change.after
    assert (changed.going, changed.reminder, changed.notes, changed.group) == (
        "yes",
        "a week before",
        "Bring cake",
        "The Guild",
    )


def test_a_moved_time_stands_beside_its_series() -> None:
    new = first_time(SERIES, MOVED).new
    found = appointments(new, TODAY, TODAY + timedelta(days=60))
    assert [each.title for each in found] == ["Tea", "Tea, moved", "Tea"]


def test_a_time_that_is_no_longer_moved_is_back_in_its_series() -> None:
    before = first_time(SERIES, MOVED).new
    plan = subscribe(content(SERIES), before, "", TODAY)
    assert [each.title for each in plan.gone] == ["Tea, moved"]
    assert len(appointments([each.after for each in plan.changed], TODAY, TODAY + timedelta(days=60))) == 3


def test_a_canceled_event_is_taken_away() -> None:
    gone = SERIES.replace("END:VEVENT", "STATUS:CANCELLED\nEND:VEVENT")
    plan = subscribe(content(gone), first_time(SERIES).new, "", TODAY)
    assert (plan.label, [each.title for each in plan.gone]) == ("1 event canceled", ["Tea"])


def test_an_event_that_a_file_does_not_name_stays() -> None:
    assert subscribe(content(), first_time(SERIES).new, "", TODAY).is_empty


def test_what_was_over_more_than_a_year_ago_is_left_out() -> None:
    plan = first_time(on(TODAY - timedelta(days=367)), SERIES)
    assert (len(plan.new), plan.past) == (1, 1)


def test_a_series_from_long_ago_that_goes_on_is_not_past() -> None:
    assert len(first_time(on(date(2001, 1, 1), "FREQ=YEARLY")).new) == 1


def test_a_series_that_ended_long_ago_is_past() -> None:
    assert first_time(on(date(2001, 1, 1), "FREQ=YEARLY;COUNT=3")).past == 1


def test_an_event_that_left_from_here_stays_as_it_is_when_it_comes_back() -> None:
    own = GroupEvent(title="Evening", day=date(2026, 11, 24), at="18:30", repeats="every week")
    back = read_calendar(calendar_file(calendar_events([own], [])), "out.ics")
    plan = subscribe(back, [own], "", TODAY)
    assert (plan.is_empty, plan.same) == (True, 1)


def test_the_reasons_for_what_was_left_out_come_along() -> None:
    assert first_time("BEGIN:VEVENT\nUID:1\nEND:VEVENT\n").remarks == (
        "1 event was left out, since nobody could tell when they take place.",
    )


def test_what_a_file_would_do_is_said_in_a_few_words() -> None:
    event = GroupEvent(title="Tea", day=TODAY)
    plan = Subscribing((event, event), (Change(event, event),), (event,), 0, 0, ())
    assert plan.label == "2 events new, 1 event changed and 1 event canceled"
