from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutkit.exchange.calendar import CalendarEvent, calendar_file
from rutkit.exchange.calendar_reading import CalendarContent, CalendarEntry, is_part_of, read_calendar
from rutkit.exchange.calendar_text import MAXIMUM_BYTES
from rutkit.exchange.errors import CalendarError
from rutkit.exchange.timing import Timing, occurrences

BERLIN = ZoneInfo("Europe/Berlin")

OUTLOOK_ZONE = """BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""

ODD_ZONE = """BEGIN:VTIMEZONE
TZID:Ship
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0107
TZOFFSETTO:+0107
END:STANDARD
END:VTIMEZONE
"""


def clock(*numbers: int) -> datetime:
    return datetime(*numbers)  # type: ignore[arg-type]  # noqa: DTZ001


def event(*lines: str, uid: str = "one@example.org") -> str:
    return "\n".join(["BEGIN:VEVENT", f"UID:{uid}", *lines, "END:VEVENT", ""])


def file_of(*parts: str, head: str = "") -> bytes:
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}{''.join(parts)}END:VCALENDAR\n"
    return text.replace("\n", "\r\n").encode()


def read(*parts: str, head: str = "") -> CalendarContent:
    return read_calendar(file_of(*parts, head=head), "group.ics")


def only(*parts: str, head: str = "") -> CalendarEntry:
    (entry,) = read(*parts, head=head).entries
    return entry


def days(entry: CalendarEntry, last: date = date(2027, 1, 31)) -> list[date]:
    return [each.day for each in occurrences(entry.timing, date(2026, 1, 1), last, BERLIN)]


EVENING = "DTSTART;TZID=Europe/Berlin:20261103T183000"


# Texts


def test_an_event_has_what_it_says_of_itself() -> None:
    entry = only(
        event(
            EVENING,
            "SUMMARY:Evening\\, with tea",
            "DESCRIPTION:One\\nTwo",
            "LOCATION:Hall 3",
            "URL:https://a.example",
        )
    )
    assert (entry.title, entry.about, entry.place, entry.link) == (
        "Evening, with tea",
        "One\nTwo",
        "Hall 3",
        "https://a.example",
    )


def test_lines_that_were_folded_are_one() -> None:
    assert only(event(EVENING, "SUMMARY:An even", " ing")).title == "An evening"


def test_reminders_of_others_are_not_read() -> None:
    alarm = "BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:Go\nTRIGGER:nonsense\nEND:VALARM"
    assert only(event(EVENING, alarm, "DESCRIPTION:Tea")).about == "Tea"


def test_the_calendar_says_its_name() -> None:
    assert read(event(EVENING), head="X-WR-CALNAME:The Guild\n").name == "The Guild"


def test_an_event_without_a_title_gets_one() -> None:
    assert only(event(EVENING)).title == "An event without a title"


def test_an_event_without_a_uid_has_the_same_in_every_file() -> None:
    nameless = event(EVENING, "SUMMARY:Tea").replace("UID:one@example.org\n", "")
    assert only(nameless).uid == only(nameless).uid != ""


def test_old_western_letters_are_read() -> None:
    content = file_of(event(EVENING, "SUMMARY:Müller lädt ein")).decode().encode("latin-1")
    assert read_calendar(content, "old.ics").entries[0].title == "Müller lädt ein"


# Times


def test_a_time_is_on_the_clock_of_its_zone() -> None:
    timing = only(event(EVENING, "DTEND;TZID=Europe/Berlin:20261103T203000")).timing
    assert timing == Timing(clock(2026, 11, 3, 18, 30), timedelta(hours=2), "Europe/Berlin")


def test_a_zone_may_have_the_name_that_windows_gives_it() -> None:
    assert only(event("DTSTART;TZID=W. Europe Standard Time:20261103T183000")).timing.zone == "Europe/Berlin"


def test_a_zone_that_the_file_explains_is_known_by_the_time_it_keeps() -> None:
    entry = only(OUTLOOK_ZONE, event("DTSTART;TZID=Customized Time Zone:20261103T183000"))
    (found,) = occurrences(entry.timing, date(2026, 11, 1), date(2026, 11, 30), BERLIN)
    assert found.clock == time(18, 30)


def test_a_zone_that_keeps_a_time_of_its_own_is_put_on_the_clock_of_utc() -> None:
    timing = only(ODD_ZONE, event("DTSTART;TZID=Ship:20261103T183000")).timing
    assert (timing.starts, timing.zone) == (clock(2026, 11, 3, 17, 23), "UTC")


def test_a_zone_that_nobody_explains_is_said() -> None:
    content = read(event("DTSTART;TZID=Mars/Olympus:20261103T183000"))
    assert content.entries[0].timing.zone == ""
    assert "Mars/Olympus" in content.remarks[0]


def test_a_time_in_utc_stays_so() -> None:
    timing = only(event("DTSTART:20261103T173000Z")).timing
    assert (timing.starts, timing.zone) == (clock(2026, 11, 3, 17, 30), "UTC")


def test_a_time_in_utc_is_put_on_the_clock_of_a_calendar_that_names_its_zone() -> None:
    timing = only(event("DTSTART:20261103T173000Z"), head="X-WR-TIMEZONE:Europe/Berlin\n").timing
    assert (timing.starts, timing.zone) == (clock(2026, 11, 3, 18, 30), "Europe/Berlin")


def test_a_time_without_a_zone_is_the_same_everywhere() -> None:
    timing = only(event("DTSTART:20261103T183000")).timing
    assert (timing.starts, timing.zone) == (clock(2026, 11, 3, 18, 30), "")


@pytest.mark.parametrize("end", ["DTEND;VALUE=DATE:20261106", "DURATION:P3D"])
def test_whole_days_last_until_the_day_before_their_end(end: str) -> None:
    timing = only(event("DTSTART;VALUE=DATE:20261103", end)).timing
    assert timing == Timing(date(2026, 11, 3), timedelta(days=3))


def test_a_whole_day_that_does_not_end_is_one_day() -> None:
    assert only(event("DTSTART;VALUE=DATE:20261103")).timing.lasts == timedelta(days=1)


def test_a_duration_says_how_long_it_lasts() -> None:
    assert only(event(EVENING, "DURATION:PT1H30M")).timing.lasts == timedelta(hours=1.5)


def test_a_flight_ends_in_another_zone() -> None:
    flight = only(event(EVENING, "DTEND;TZID=America/New_York:20261103T153000"))
    assert flight.timing.lasts == timedelta(hours=3)


def test_what_ends_before_it_begins_takes_no_time() -> None:
    assert only(event(EVENING, "DTEND;TZID=Europe/Berlin:20261103T173000")).timing.lasts == timedelta(0)


def test_what_lasts_until_the_end_of_time_lasts_a_year() -> None:
    assert only(event(EVENING, "DURATION:P99999999D")).timing.lasts == timedelta(days=366)


def test_an_event_of_the_year_9999_is_left_out() -> None:
    assert read(event("DTSTART:99991231T235959Z")).entries == ()


# Recurrences


def test_a_series_keeps_its_rule_and_leaves_out_what_falls_out() -> None:
    entry = only(
        event(
            EVENING,
            "RRULE:FREQ=WEEKLY;COUNT=4",
            "EXDATE;TZID=Europe/Berlin:20261110T183000,20261117T183000",
        )
    )
    assert days(entry) == [date(2026, 11, 3), date(2026, 11, 24)]


def test_what_falls_out_may_be_said_in_another_zone() -> None:
    entry = only(event(EVENING, "RRULE:FREQ=WEEKLY;COUNT=2", "EXDATE:20261110T173000Z"))
    assert days(entry) == [date(2026, 11, 3)]


def test_the_last_moment_of_a_rule_is_said_in_utc() -> None:
    entry = only(event(EVENING, "RRULE:FREQ=WEEKLY;UNTIL=20261117T173000Z"))
    assert days(entry)[-1] == date(2026, 11, 17)


def test_times_beyond_a_rule_are_found() -> None:
    entry = only(
        event(EVENING, "RDATE;TZID=Europe/Berlin:20261105T183000", "RDATE;VALUE=PERIOD:20261212T173000Z/PT1H")
    )
    assert days(entry) == [date(2026, 11, 3), date(2026, 11, 5), date(2026, 12, 12)]


def test_a_changed_time_of_a_series_is_an_entry_of_its_own() -> None:
    series = event(EVENING, "RRULE:FREQ=WEEKLY;COUNT=3", "SUMMARY:Tea")
    moved = event(
        "RECURRENCE-ID:20261110T173000Z", "DTSTART;TZID=Europe/Berlin:20261111T190000", "SUMMARY:Tea, moved"
    )
    tea, other = read(series, moved).entries
    assert days(tea) == [date(2026, 11, 3), date(2026, 11, 17)]
    assert days(other) == [date(2026, 11, 11)]
    assert is_part_of(other.uid, tea.uid)


def test_a_canceled_time_falls_out_of_its_series() -> None:
    series = event(EVENING, "RRULE:FREQ=WEEKLY;COUNT=2")
    gone = event("RECURRENCE-ID;TZID=Europe/Berlin:20261110T183000", EVENING, "STATUS:CANCELLED")
    assert days(only(series, gone)) == [date(2026, 11, 3)]


def test_a_canceled_event_is_named_and_is_no_entry() -> None:
    content = read(event(EVENING, "STATUS:CANCELLED"))
    assert (content.entries, content.canceled) == ((), ("one@example.org",))


def test_with_a_series_its_changed_times_are_canceled() -> None:
    moved = event("RECURRENCE-ID:20261110T173000Z", EVENING)
    assert len(read(event(EVENING, "RRULE:FREQ=WEEKLY", "STATUS:CANCELLED"), moved).canceled) == 2


def test_a_file_may_cancel_all_that_it_names() -> None:
    assert read(event(EVENING), head="METHOD:CANCEL\n").canceled == ("one@example.org",)


def test_the_newest_of_several_versions_counts() -> None:
    new, old = (event(EVENING, f"SEQUENCE:{n}", f"SUMMARY:Version {n}") for n in (2, 1))
    assert only(new, old).title == "Version 2"


@pytest.mark.parametrize("rule", ["FREQ=SECONDLY", "FREQ=FOO", "nonsense", "FREQ=DAILY;INTERVAL=0"])
def test_an_event_whose_rule_cannot_be_read_takes_place_once(rule: str) -> None:
    content = read(event(EVENING, f"RRULE:{rule}"))
    assert days(content.entries[0]) == [date(2026, 11, 3)]
    assert content.remarks == (
        "1 event was taken for once, since the rule by which they come back cannot be read.",
    )


def test_a_series_without_an_end_is_read_at_once() -> None:
    assert len(days(only(event(EVENING, "RRULE:FREQ=DAILY")), date(2026, 11, 30))) == 28


# Files that are none


def test_an_event_that_cannot_be_read_is_left_out_and_the_others_are_not() -> None:
    content = read(
        event("DTSTART:garbage"), event(EVENING, "SUMMARY:Tea", uid="two"), event("SUMMARY:When?", uid="3")
    )
    assert [entry.title for entry in content.entries] == ["Tea"]
    assert content.remarks == ("2 events were left out, since nobody could tell when they take place.",)


def test_what_stands_before_a_break_is_read_and_the_break_is_said() -> None:
    whole = file_of(event(EVENING, "SUMMARY:Tea"), event(EVENING, "SUMMARY:Lost ü", uid="two"))
    content = read_calendar(whole[: whole.index(b"Lost") + 6], "group.ics")
    assert [entry.title for entry in content.entries] == ["Tea"]
    assert content.remarks == (
        "The file breaks off before its end: what came before was read, so please download it again later.",
    )


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n", "empty"),
        (b"<!DOCTYPE html><html></html>", "web page"),
        (b"PK\x03\x04...", "packed file"),
        (b"name,day\nTea,2026-11-03\n", "no calendar file"),
        (bytes(range(256)), "no calendar file"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTST", "breaks off"),
        (b"BEGIN:VCALENDAR\r\n" + b"x" * MAXIMUM_BYTES, "larger than 10 MB"),
    ],
)
def test_what_is_no_calendar_is_refused_in_a_sentence(content: bytes, says: str) -> None:
    with pytest.raises(CalendarError, match=says) as error:
        read_calendar(content, "group.ics")
    assert str(error.value).startswith("“group.ics” ")


def test_too_many_events_are_refused_before_any_is_read() -> None:
    with pytest.raises(CalendarError, match="more than 10,000 events"):
        read(*(event(uid=str(n)) for n in range(10_001)))


def test_a_calendar_without_events_is_read() -> None:
    assert read().entries == ()


def test_one_is_told_how_far_it_has_come() -> None:
    told: list[tuple[int, int]] = []
    read_calendar(file_of(event(EVENING)), "group.ics", lambda done, total: told.append((done, total)))
    assert told == [(0, 1), (1, 1)]


# There and back


@given(
    st.datetimes(clock(2020, 1, 1), clock(2035, 1, 1)).map(lambda moment: moment.replace(microsecond=0)),
    st.sampled_from(["", "UTC", "Europe/Berlin", "America/New_York", "Australia/Sydney"]),
    st.sampled_from(["", "FREQ=WEEKLY", "FREQ=MONTHLY;COUNT=3", "FREQ=DAILY;UNTIL=20360101"]),
    st.integers(0, 600),
)
def test_what_was_written_takes_place_on_the_same_days_when_it_is_read(
    starts: datetime, zone: str, rule: str, minutes: int
) -> None:
    timing = Timing(starts, timedelta(minutes=minutes), zone, rule)
    written = CalendarEvent("1" * 32, timing, "Tea", "", datetime(2026, 1, 1, tzinfo=UTC), 1)
    entry = read_calendar(calendar_file([written]), "out.ics").entries[0]
    first, last = starts.date(), starts.date() + timedelta(days=60)
    assert list(occurrences(entry.timing, first, last, BERLIN)) == list(
        occurrences(timing, first, last, BERLIN)
    )


@given(st.binary(max_size=300))
def test_whatever_a_file_holds_one_gets_entries_or_a_sentence(middle: bytes) -> None:
    head = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261103T183000\r\n"
    with suppress(CalendarError):
        read_calendar(head + middle + b"\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", "odd.ics")
