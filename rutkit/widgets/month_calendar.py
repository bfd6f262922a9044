"""A month as a calendar: days with something on them can be opened, and what is on them stands below."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from rutkit.dates import WEEKDAYS, add_months, monday_of
from rutkit.formatting import counted, format_month, format_short_date
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button
from rutkit.widgets.markup import Markup, block, html, joined, put, row, stack
from rutkit.widgets.page import Page

NAMED_IN_A_CELL = 2
"""Entries that a day's cell names where there is room; on a phone it only says how many."""


@dataclass(frozen=True)
class DayEntry:
    """Something on a day."""

    day: date
    clock: str
    """"18:30", or empty for the whole day."""
    title: str
    where: str = ""
    actions: Markup = field(default_factory=Markup)
    """What can be done about it, in the list below."""
    elsewhere: str = ""
    """The time where it takes place, if that is another one: "12:30 in New York". Named in the list below."""


class MonthCalendar:
    """The month, and a list of what is on it or on the day that was opened.

    Args:
        page: the page it stands on.
        name: what sets it apart from another one on the page.
        on_turn: called when another month is to be seen; `show` is to follow.
        noun: what the entries are called: "event".
        empty: what stands below where there are none.
    """

    def __init__(
        self, page: Page, name: str, on_turn: Callable[[], object], *, noun: str, empty: str
    ) -> None:
        self.month = page.today().replace(day=1)
        """First day of the month that is seen."""
        self._page = page
        self._name = name
        self._on_turn = on_turn
        self._noun = noun
        self._empty = empty
        self._chosen: date | None = None
        self._entries: Sequence[DayEntry] = ()
        self._title = block()
        self._table = block()
        self._list = block()
        self._turns = row(
            button(page, "Earlier month", lambda: self._turn(-1), Rank.QUIET),
            button(page, "This month", self._turn_back, Rank.QUIET),
            button(page, "Later month", lambda: self._turn(1), Rank.QUIET),
            classes=("rutkit-buttons",),
        )
        self.widget = stack(
            self._title,
            self._turns,
            self._table,
            self._list,
            classes=("rutkit-month", f"rutkit-month-{name}"),
        )
        self._forget = page.bridge.on_action(f"day-{name}", page.guard(lambda sent: self._open(sent["day"])))
        self.show(())

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day that are seen, those of the neighboring months among them."""
        last = add_months(self.month, 1) - timedelta(days=1)
        return monday_of(self.month), monday_of(last) + timedelta(days=6)

    def show(self, entries: Sequence[DayEntry]) -> None:
        """Show these entries of the month that is seen, which are in order."""
        self._entries = entries
        self._draw()

    def close(self) -> None:
        """Stop listening, and take it away."""
        self._forget()
        shared.close(self.widget)

    def _turn(self, months: int) -> None:
        self._go_to(add_months(self.month, months))

    def _turn_back(self) -> None:
        self._go_to(self._page.today().replace(day=1))

    def _go_to(self, month: date) -> None:
        self.month, self._chosen = month, None
        self.show(())
        self._on_turn()

    def _open(self, day: str) -> None:
        chosen = date.fromisoformat(day)
        self._chosen = None if chosen == self._chosen else chosen
        self._draw()
        self._page.bridge.focus(f'.rutkit-month-{self._name} [data-day="{chosen.isoformat()}"]')

    def _draw(self) -> None:
        by_day: dict[date, list[DayEntry]] = {}
        for entry in self._entries:
            by_day.setdefault(entry.day, []).append(entry)
        put(
            self._title,
            html(
                '<h3 class="rutkit-chart-title" aria-live="polite">{month}</h3>',
                month=format_month(self.month),
            ),
        )
        put(self._table, self._drawn_table(by_day))
        put(self._list, self._drawn_list())

    def _drawn_table(self, by_day: Mapping[date, Sequence[DayEntry]]) -> Markup:
        first, last = self.days
        head = joined(
            html('<th scope="col"><abbr title="{name}">{short}</abbr></th>', name=name, short=name[:2])
            for name in WEEKDAYS
        )
        weeks = range((last - first).days // 7 + 1)
        rows = joined(
            html(
                "<tr>{cells}</tr>",
                cells=joined(self._cell(first + timedelta(days=7 * week + day), by_day) for day in range(7)),
            )
            for week in weeks
        )
        return html(
            '<table class="rutkit-month-table"><caption class="rutkit-unseen">{month}</caption>'
            "<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>",
            month=format_month(self.month),
            head=head,
            rows=rows,
        )

    def _cell(self, day: date, by_day: Mapping[date, Sequence[DayEntry]]) -> Markup:
        entries = by_day.get(day, ())
        is_today = Markup(' aria-current="date"') if day == self._page.today() else Markup("")
        other = Markup(' class="rutkit-other-month"') if day.month != self.month.month else Markup("")
        if not entries:
            return html("<td{other}{is_today}>{number}</td>", other=other, is_today=is_today, number=day.day)
        named = joined(
            html(
                '<span class="rutkit-month-entry">{text}</span>', text=f"{entry.clock} {entry.title}".strip()
            )
            for entry in entries[:NAMED_IN_A_CELL]
        )
        return html(
            '<td{other}{is_today}><button type="button" data-action="day-{name}" data-day="{day}" '
            'aria-pressed="{is_chosen}" aria-label="{label}"><b>{number}</b>{named}'
            '<span class="rutkit-month-count">{count}</span></button></td>',
            other=other,
            is_today=is_today,
            name=self._name,
            day=day.isoformat(),
            is_chosen=str(day == self._chosen).lower(),
            label=f"{format_short_date(day, self._page.today())}: {counted(len(entries), self._noun)}",
            number=day.day,
            named=named,
            count=len(entries),
        )

    def _drawn_list(self) -> Markup:
        shown = [
            entry
            for entry in self._entries
            if entry.day == self._chosen
            or (
                self._chosen is None
                and (entry.day.year, entry.day.month) == (self.month.year, self.month.month)
            )
        ]
        if not shown:
            return html('<p class="rutkit-empty">{text}</p>', text=self._empty)
        rows = joined(
            html(
                "<li><div><b>{title}</b><p>{said}</p></div>{actions}</li>",
                title=entry.title,
                said=self._said_of(entry),
                actions=entry.actions,
            )
            for entry in shown
        )
        return html('<ul class="rutkit-actions" aria-live="polite">{rows}</ul>', rows=rows)

    def _said_of(self, entry: DayEntry) -> str:
        day = f"{WEEKDAYS[entry.day.weekday()]} {format_short_date(entry.day, self._page.today())}"
        when = f"{day}, {entry.clock}" if entry.clock else day
        when += f" ({entry.elsewhere})" if entry.elsewhere else ""
        return f"{when} · {entry.where}" if entry.where else when
