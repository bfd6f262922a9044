"""The demo's step 8: groups that somebody invented has tried. They are invented, too, and so is who goes there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from rutkit.dates import add_months
from rutkit.demo.dating import days_ago, written_on
from rutkit.records import Record
from rutkit.steps.groups.records import Group, GroupEvent, Visit

_LISTED = 158
"""How many days ago the first groups were written down."""
_JOINED = 126
_TUESDAY, _THURSDAY = 1, 3


def groups(today: date) -> list[Record]:
    """Four groups, the visits to three of them, and what takes place."""
    listed = _groups(today)
    return [
        *(written_on(days_ago(today, _LISTED), group) for group in listed.values()),
        *_visits(listed, today),
        *(written_on(days_ago(today, 20), event) for event in _events(listed, today)),
    ]


def _groups(today: date) -> dict[str, Group]:
    joined = days_ago(today, _JOINED)
    listed = (
        Group(
            name="Guild of Patient Desks",
            field="Customer support",
            cost=Decimal(60),
            hours_a_month=3,
            hope="People who lead a desk and would tell me how it is.",
            decision="join",
            decided=joined,
            since=joined,
            renewal=joined + timedelta(days=365),
            part=("meetings", "mentoring"),
        ),
        Group(
            name="Harbor Spreadsheet Circle",
            kind="meetup",
            field="Data",
            cost=Decimal(0),
            hours_a_month=5,
            hope="Somebody to ask when a formula will not.",
        ),
        Group(
            name="Old Lanterns of the Evening School",
            kind="alumni",
            cost=Decimal(25),
            hope="Former classmates who changed trades.",
            decision="leave",
            decided=days_ago(today, 88),
            notes="Kind people, and nobody of my field.",
        ),
        Group(name="The Quiet Queue", kind="online community", field="Customer support", cost=Decimal(0)),
    )
    return {group.name: group for group in listed}


def _visits(listed: dict[str, Group], today: date) -> Iterator[Visit]:
    for name, ago, hours, cost, met, useful, again in (
        ("Guild of Patient Desks", 150, 3.5, 8, ("Nadia Wren", "Osric Hale"), True, True),
        ("Guild of Patient Desks", 128, 3, 8, ("Beatrix Loom", "Nadia Wren"), True, True),
        ("Old Lanterns of the Evening School", 119, 4, 15, (), False, True),
        ("Guild of Patient Desks", 97, 3, 8, ("Fergus Tansy", "Minna Oak"), True, True),
        ("Old Lanterns of the Evening School", 91, 4, 15, ("Barnaby Twill",), False, False),
        ("Guild of Patient Desks", 62, 3, 8, ("Osric Hale",), False, True),
        ("Harbor Spreadsheet Circle", 41, 2.5, 0, ("Ida Pebble",), True, True),
        ("Guild of Patient Desks", 34, 3.5, 8, ("Nadia Wren", "Cosima Reel"), True, True),
        ("Harbor Spreadsheet Circle", 13, 2.5, 0, ("Ida Pebble", "Jonas Kettle"), True, None),
    ):
        day = days_ago(today, ago)
        visit = Visit(
            group=listed[name].id,
            day=day,
            hours=hours,
            cost=Decimal(cost),
            met=met,
            useful=useful,
            again=again,
        )
        yield written_on(day, visit)


def _events(listed: dict[str, Group], today: date) -> Iterator[GroupEvent]:
    guild, circle, *_ = listed
    yield GroupEvent(
        title="Evening of the guild",
        group=guild,
        day=_first(_TUESDAY, add_months(today, -5)),
        at="18:30",
        minutes=120,
        repeats="every month on this weekday",
        place="The back room of the Brass Kettle",
        going="yes",
    )
    yield GroupEvent(
        title="Spreadsheets and soup",
        group=circle,
        day=_first(_THURSDAY, add_months(today, -1)),
        at="19:00",
        minutes=90,
        repeats="every two weeks",
        reminder="an hour before",
    )
    yield GroupEvent(
        title="Day of the desks",
        group=guild,
        day=days_ago(today, -24),
        minutes=2_880,
        place="Harborough, the old customs house",
        reminder="a week before",
        about="Talks in the morning, walks in the afternoon.",
    )


def _first(weekday: int, month: date) -> date:
    """The first such weekday of a month."""
    return month + timedelta(days=(weekday - month.weekday()) % 7)
