"""Step 9 on the screen: the week's plan, the session that is going on, and what was done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

import ipywidgets as widgets

from rutkit.chart import Chart, Palette
from rutkit.exchange.calendar import calendar_file
from rutkit.steps.job_search.records import Look, PlannedSession, SearchLimits, Session
from rutkit.steps.job_search.view.timer import SessionTimer
from rutkit.widgets.card import card
from rutkit.widgets.collection import FEW_ROWS, Collection
from rutkit.widgets.download import download_link
from rutkit.widgets.form import Form
from rutkit.widgets.markup import Markup, html, stack
from rutkit.widgets.view import View
from rutkit.workbook import Workbook

if TYPE_CHECKING:
    from rutkit.steps.job_search.rhythm.weeks import SearchWeek

R = TypeVar("R", Session, Look)

LIMITS = ("hours_a_week", "looks_a_week")
MOST = 1_000


class WeekCards:
    """The limits, the plan within them, the timer, and the sessions."""

    def __init__(self, view: View) -> None:
        self._view = view

    def this_week(self) -> Sequence[widgets.Widget]:
        """The session that goes on, the limits, and the week so far."""
        view = self._view
        return [
            stack(
                card(
                    "A session",
                    view.keep(SessionTimer(view)).widget,
                    hint="It runs on when you close the page.",
                ),
                card(
                    "What the search may take",
                    view.keep(Form(view.page, SearchLimits, fields=LIMITS)).widget,
                    hint="More is not better: what you can keep up is.",
                ),
                classes=("rutkit-side",),
            ),
            card(
                "This week",
                view.chart("week", self._draw_week, PlannedSession, Session, Look, SearchLimits),
                view.later_text(self._kind_word, PlannedSession, Session, Look, SearchLimits),
            ),
        ]

    def plan(self) -> Sequence[widgets.Widget]:
        """The plan of a week, and the sessions of all weeks."""
        view = self._view
        plan = view.keep(
            Collection(
                view.page,
                PlannedSession,
                columns=("weekday", "starts", "minutes", "activity"),
                add_label="Add a session to every week",
                empty="None yet. Two evenings and a day of rest are a good beginning.",
            )
        )
        sessions = view.keep(
            Collection(
                view.page,
                Session,
                columns=("day", "activity", "minutes", "note"),
                add_label="Add a session that took place",
                empty="None yet. The timer adds them by itself.",
                order_by="day",
                descending=True,
                initial=lambda: {"day": view.page.today().isoformat()},
                page_size=FEW_ROWS,
            )
        )
        return [
            card(
                "Your weekly plan",
                plan.widget,
                view.later_text(self._calendar, PlannedSession),
            ),
            card(
                "Week by week",
                view.chart("weeks", self._draw_weeks, PlannedSession, Session, Look, SearchLimits),
            ),
            card("Your sessions", sessions.widget, wide=True),
        ]

    def _week(self) -> SearchWeek:
        from rutkit.steps.job_search.rhythm.weeks import search_week

        workbook, today = self._view.workbook, self._view.page.today()
        return search_week(
            today,
            workbook.all(PlannedSession),
            newest(workbook, Session),
            newest(workbook, Look),
            workbook.only(SearchLimits),
            today,
        )

    def _kind_word(self) -> Markup:
        """Where the plan or the week goes beyond what the person allowed."""
        from rutkit.steps.job_search.rhythm.weeks import limits_sentence

        said = limits_sentence(self._week())
        return html('<p class="rutkit-calm">{text}</p>', text=said) if said else Markup("")

    def _draw_week(self, palette: Palette) -> Chart:
        from rutkit.steps.job_search.rhythm import charts

        return charts.week_chart(self._week(), self._view.page.today(), palette)

    def _draw_weeks(self, palette: Palette) -> Chart:
        from rutkit.steps.job_search.rhythm import charts
        from rutkit.steps.job_search.rhythm.weeks import search_weeks

        workbook, today = self._view.workbook, self._view.page.today()
        found = search_weeks(
            workbook.all(PlannedSession),
            newest(workbook, Session),
            newest(workbook, Look),
            workbook.only(SearchLimits),
            today,
        )
        return charts.weeks_chart(found, today, palette)

    def _calendar(self) -> Markup:
        from rutkit.steps.job_search.rhythm.schedule import calendar_events

        planned = self._view.workbook.all(PlannedSession)
        if not planned:
            return Markup("")
        return download_link(
            "Take the plan along for your calendar (.ics)",
            "rutkit-search-plan.ics",
            "text/calendar;charset=utf-8",
            calendar_file(calendar_events(planned)),
        )


def newest(workbook: Workbook, kind: type[R]) -> list[R]:
    """The newest sessions or looks: more than anybody has in twelve weeks."""
    return workbook.all(kind, order_by="day", descending=True, limit=MOST)
