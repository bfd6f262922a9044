"""Step 8 on the screen: the month with its events, the list of them, and the way to one's own calendar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import ipywidgets as widgets

from rutkit.formatting import format_day
from rutkit.steps.groups.events import (
    Appointment,
    appointments,
    is_over_and_over,
    without,
)
from rutkit.steps.groups.memberships import memberships
from rutkit.steps.groups.records import Group, GroupEvent
from rutkit.steps.groups.times import clock, first_clock, first_day, where_it_is
from rutkit.steps.groups.trials import called
from rutkit.steps.groups.view.subscribing import CalendarImport
from rutkit.steps.groups.view.taking_along import CalendarExport
from rutkit.widgets.card import Rank, card
from rutkit.widgets.collection import Collection
from rutkit.widgets.markup import Markup, block, html, joined, put
from rutkit.widgets.month_calendar import DayEntry, MonthCalendar
from rutkit.widgets.view import View
from rutkit.widgets.worked_out import WorkedOut

SHOWN_NEXT = 5
DAYS_AHEAD = 90
_FIELDS = (
    "title",
    "group",
    "day",
    "at",
    "minutes",
    "repeats",
    "until",
    "place",
    "link",
    "going",
    "reminder",
    "zone",
    "about",
    "notes",
)


@dataclass(frozen=True)
class Seen:
    """What takes place in the month that is seen, and next."""

    month: date
    in_month: tuple[Appointment, ...]
    following: tuple[Appointment, ...]


class EventCards:
    """What comes next, the month, the list, and calendar files in and out."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._next = block()

    def cards(self) -> Sequence[widgets.Widget]:
        """The month, what comes next, and the events themselves."""
        view = self._view
        self._month = view.keep(
            MonthCalendar(
                view.page,
                "groups",
                lambda: self._seen.again(),
                noun="event",
                empty="Nothing in this month. Add an event below, or read the calendar file of a group.",
            )
        )
        self._seen = WorkedOut(view, self._look_ahead, GroupEvent, Group)
        self._seen.on_news(self._draw)
        view.on_action("skip-time", self._skip)
        listed = view.keep(
            Collection(
                view.page,
                GroupEvent,
                columns=("title", "day", "at", "repeats", "going"),
                add_label="Add an event",
                empty="None yet. When does a group that you would like to try meet next?",
                order_by="day",
                descending=True,
                fields=_FIELDS,
                initial=lambda: {"day": view.page.today().isoformat()},
                suggestions=self._names,
                written={"day": first_day, "at": first_clock},
            )
        )
        return [
            card("Next", self._next, wide=True),
            card("The month", self._month.widget, wide=True),
            card(
                "Your events",
                listed.widget,
                view.keep(CalendarImport(view)).widget,
                view.keep(CalendarExport(view)).widget,
                hint="Read a group’s calendar file again whenever you like: what you have is brought up to date.",
                wide=True,
            ),
        ]

    def _names(self) -> Mapping[str, Sequence[str]]:
        return {"group": tuple(called(group) for group in self._view.workbook.all(Group))}

    def _look_ahead(self) -> Seen:
        """Recurrences of all events, beside the page."""
        page = self._view.page
        month, (first, last) = self._month.month, self._month.days
        today = page.today()
        events = page.all_in_parts(GroupEvent)
        following = appointments(events, today, today + timedelta(days=DAYS_AHEAD))
        return Seen(month, appointments(events, first, last), following[:SHOWN_NEXT])

    def _draw(self) -> None:
        seen = self._seen.result
        if seen is None:
            return
        today = self._view.page.today()
        put(self._next, _drawn_next(seen.following, today))
        if seen.month == self._month.month:
            self._month.show(self._entries(seen.in_month))

    def _entries(self, found: Sequence[Appointment]) -> tuple[DayEntry, ...]:
        first, last = self._month.days
        renewals = [
            DayEntry(group.renewal, "", f"{called(group)} renews")
            for group in memberships(self._view.workbook.all(Group))
            if group.renewal and first <= group.renewal <= last
        ]
        entries = (
            DayEntry(
                day=max(each.occurrence.day, first),
                clock=clock(each),
                title=each.title,
                where=_where(each.event),
                elsewhere=where_it_is(each),
                actions=_actions(each),
            )
            for each in found
        )
        return tuple(sorted([*entries, *renewals], key=lambda entry: (entry.day, entry.clock)))

    def _skip(self, sent: Mapping[str, str]) -> None:
        """Take one time out of a series."""
        event = self._view.workbook.get(GroupEvent, sent["id"])
        day = date.fromisoformat(sent["day"])
        found = appointments([event], day, day) if event else ()
        if found:
            left = without(found[0].event, found[0].occurrence)
            self._view.workbook.update(left, label=f"left out one time of {found[0].title}")
            self._view.page.status.saved()


def _drawn_next(following: Sequence[Appointment], today: date) -> Markup:
    if not following:
        return html(
            '<p class="rutkit-empty">{text}</p>',
            text=f"Nothing in the next {DAYS_AHEAD} days that you noted.",
        )
    rows = joined(
        html(
            "<li><div><b>{title}</b><p>{when}{where}</p></div></li>",
            title=each.title,
            when=", ".join(
                filter(None, (format_day(each.occurrence.day, today), clock(each), where_it_is(each)))
            ),
            where=f" · {_where(each.event)}" if _where(each.event) else "",
        )
        for each in following
    )
    return html('<ul class="rutkit-actions">{rows}</ul>', rows=rows)


def _where(event: GroupEvent) -> str:
    return " · ".join(part for part in (event.group, event.place) if part)


def _actions(appointment: Appointment) -> Markup:
    if not is_over_and_over(appointment.event):
        return Markup("")
    return html(
        '<button type="button" class="{rank}" data-action="skip-time" data-id="{id}" data-day="{day}" '
        'aria-label="Leave out {title} this time">Not this time</button>',
        rank=Rank.QUIET.value,
        id=appointment.event.id,
        day=appointment.occurrence.day.isoformat(),
        title=appointment.title,
    )
