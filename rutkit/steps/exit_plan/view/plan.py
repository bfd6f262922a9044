"""Step 2 on the screen: the window, the conditions, the milestones and the obstacles."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import ipywidgets as widgets

from rutkit.chart import Chart, Palette
from rutkit.exchange.calendar import calendar_file
from rutkit.preferences import Preferences
from rutkit.steps.emotions.analysis import weekly_toll
from rutkit.steps.emotions.records import CheckIn
from rutkit.steps.exit_plan.conditions import (
    ConditionState,
    Known,
    Met,
    check_conditions,
    conditions_sentence,
)
from rutkit.steps.exit_plan.evidence import IF_THEN_PLANS
from rutkit.steps.exit_plan.records import ExitPlan, Finances, GoCondition, Milestone, Obstacle
from rutkit.steps.exit_plan.schedule import (
    calendar_events,
    if_then_sentence,
    review_is_due,
    reviewed,
    window_sentence,
)
from rutkit.steps.exit_plan.view.folding import folded_once_filled
from rutkit.widgets.card import Rank, button, card
from rutkit.widgets.collection import Collection
from rutkit.widgets.download import download_link
from rutkit.widgets.form import Form
from rutkit.widgets.markup import Markup, html, joined
from rutkit.widgets.view import View

_MARKS = {Met.YES: "✓ met", Met.NO: "not met", Met.UNKNOWN: "cannot be told yet"}


class PlanCards:
    """When to go, under what conditions, by which steps, and what to do when something gets in the way."""

    def __init__(self, view: View) -> None:
        self._view = view

    def cards(self) -> Sequence[widgets.Widget]:
        """The window, the conditions, the milestones, the obstacles."""
        view = self._view
        milestones = view.keep(
            Collection(
                view.page,
                Milestone,
                columns=("what", "by", "done"),
                add_label="Add a milestone",
                empty="None yet. What is the first thing that could be done within two weeks?",
                order_by="by",
            )
        )
        return [
            card(
                "The window",
                view.text(self._window, ExitPlan),
                view.keep(Form(view.page, ExitPlan)).widget,
                button(view.page, "I looked at the plan today", self._reviewed, Rank.QUIET),
            ),
            card(
                "You go when",
                view.text(self._conditions, GoCondition, Finances, CheckIn, Preferences),
                folded_once_filled(
                    view, "Add or change conditions", GoCondition, lambda: self._condition_list().widget
                ),
                hint="Where rutkit can know, it looks for itself; the rest is your word.",
            ),
            card(
                "Milestones",
                view.chart("milestones", self._draw_milestones, Milestone, ExitPlan),
                milestones.widget,
                view.later_text(self._calendar, Milestone, ExitPlan),
                wide=True,
            ),
            card(
                "If something gets in the way",
                view.text(self._if_then, Obstacle),
                folded_once_filled(
                    view, "Add or change obstacles", Obstacle, lambda: self._obstacle_list().widget
                ),
                view.text(lambda: html('<p class="rutkit-source">{text}</p>', text=IF_THEN_PLANS)),
                wide=True,
            ),
        ]

    def _condition_list(self) -> Collection[GoCondition]:
        return self._view.keep(
            Collection(
                self._view.page,
                GoCondition,
                columns=("kind", "text", "met"),
                add_label="Add a condition",
                empty="None yet. One is enough to begin: what must be true before you leave?",
            )
        )

    def _obstacle_list(self) -> Collection[Obstacle]:
        return self._view.keep(
            Collection(
                self._view.page,
                Obstacle,
                columns=("if_text", "then_text"),
                add_label="Add an obstacle",
                empty="None yet. What is most likely to stop you, and what will you do then?",
            )
        )

    def _window(self) -> Markup:
        plan = self._view.workbook.only(ExitPlan)
        due = (
            html(
                '<p class="rutkit-say">{text}</p>',
                text="It is time to look at the plan again. What has changed?",
            )
            if review_is_due(plan, self._view.page.today())
            else ""
        )
        return html("<p>{sentence}</p>{due}", sentence=window_sentence(plan), due=due)

    def _reviewed(self) -> None:
        workbook = self._view.workbook
        plan = workbook.only(ExitPlan) or ExitPlan()
        workbook.put(reviewed(plan, self._view.page.today()), label="looked at the plan")
        self._view.page.status.saved()

    def _conditions(self) -> Markup:
        workbook, today = self._view.workbook, self._view.page.today()
        longest = max((condition.weeks or 0 for condition in workbook.all(GoCondition)), default=0)
        since = today - timedelta(weeks=longest + 1)
        recent = workbook.all(CheckIn, order_by="day", descending=True, limit=(longest + 1) * 7)
        finances = workbook.only(Finances)
        known = Known(
            savings=finances.savings if finances else None,
            toll=weekly_toll(check_in for check_in in recent if check_in.day >= since),
            today=today,
        )
        states = check_conditions(workbook.all(GoCondition), known, self._view.page.currency)
        if not states:
            return Markup("")
        rows = joined(_condition_row(state) for state in states)
        return html(
            '<p>{sentence}</p><ul class="rutkit-conditions">{rows}</ul>',
            sentence=conditions_sentence(states),
            rows=rows,
        )

    def _draw_milestones(self, palette: Palette) -> Chart:
        from rutkit.steps.exit_plan import charts

        workbook = self._view.workbook
        return charts.milestones_chart(
            workbook.all(Milestone, order_by="by"), workbook.only(ExitPlan), self._view.page.today(), palette
        )

    def _calendar(self) -> Markup:
        workbook = self._view.workbook
        events = calendar_events(workbook.only(ExitPlan), workbook.all(Milestone))
        if not events:
            return Markup("")
        return download_link(
            "Take the dates along for your calendar (.ics)",
            "rutkit-exit-plan.ics",
            "text/calendar;charset=utf-8",
            calendar_file(events),
        )

    def _if_then(self) -> Markup:
        sentences = [if_then_sentence(obstacle) for obstacle in self._view.workbook.all(Obstacle)]
        return joined(html('<p class="rutkit-calm">{text}</p>', text=text) for text in sentences if text)


def _condition_row(state: ConditionState) -> Markup:
    return html(
        '<li class="rutkit-{met}"><b>{mark}</b> {sentence}</li>',
        met="met" if state.met is Met.YES else "open",
        mark=_MARKS[state.met],
        sentence=state.sentence,
    )
