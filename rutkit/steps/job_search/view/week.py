"""Step 9 on the screen: the week's plan, the session that is going on, and what was done."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets as widgets

from rutkit.steps.job_search.records import PlannedSession, SearchLimits, Session
from rutkit.steps.job_search.view.timer import SessionTimer
from rutkit.widgets.card import card
from rutkit.widgets.collection import Collection
from rutkit.widgets.form import Form
from rutkit.widgets.view import View

LIMITS = ("hours_a_week", "looks_a_week")


class WeekCards:
    """The limits, the plan within them, the timer, and the sessions."""

    def __init__(self, view: View) -> None:
        self._view = view

    def cards(self) -> Sequence[widgets.Widget]:
        """The cards, from top to bottom."""
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
            )
        )
        return [
            card(
                "What the search may take",
                view.keep(Form(view.page, SearchLimits, fields=LIMITS)).widget,
                hint="More is not better: what you can keep up is.",
            ),
            card(
                "A session",
                view.keep(SessionTimer(view)).widget,
                hint="It runs on when you close the page.",
            ),
            card("Your weekly plan", plan.widget, wide=True),
            card("Your sessions", sessions.widget, wide=True),
        ]
