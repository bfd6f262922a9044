"""Step 6 on the screen: the limits, the plan, and what more would buy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import ipywidgets as widgets

from rutkit.chart import Chart, Palette
from rutkit.exchange.calendar import calendar_file
from rutkit.formatting import counted_hours, format_date, format_money
from rutkit.preferences import Preferences
from rutkit.steps.skills.candidates import called
from rutkit.steps.skills.curves import Curves, curves
from rutkit.steps.skills.limits import PlanningError, limits_of
from rutkit.steps.skills.planning import LearningPlan, Wishes, plan
from rutkit.steps.skills.records import LearningLimits, LearningResource, PlannedHours, Skill
from rutkit.steps.skills.taking import calendar_events, named_weeks, plan_changes, taken_label, weeks_of
from rutkit.steps.skills.view.asked import Asked
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button, card, foldable
from rutkit.widgets.chart import ChartPanel
from rutkit.widgets.download import download_link
from rutkit.widgets.form import Form
from rutkit.widgets.markup import Markup, block, html, joined, put, row
from rutkit.widgets.progress import ProgressBar
from rutkit.widgets.view import View

LIMITS = ("hours_a_week", "budget", "begin", "until")


class PlanCards:
    """The planner works beside the page: what is typed meanwhile is kept, and nothing is saved before it is taken."""

    def __init__(self, view: View, asked: Asked) -> None:
        self._view = view
        self._asked = asked
        self._proposal: LearningPlan | None = None
        self._curves: Curves | None = None
        self._curves_of: Wishes | None = None
        self._is_outdated = False
        self._is_at_work = False
        self._says = block()
        self._progress = ProgressBar("Working out what more would buy", from_total=2)
        page = view.page
        self._make = button(page, "Make a plan", self.make, Rank.SECOND)
        self._take = button(page, "Take this plan", self.take)
        self._buttons = row(self._make, self._take, classes=("rutkit-buttons",))

    def cards(self) -> Sequence[widgets.Widget]:
        """The limits and the plan, its weeks, and the two curves."""
        view = self._view
        self._timeline = view.keep(ChartPanel(view.page, "learning-plan", self._draw_weeks))
        self._budget = view.keep(ChartPanel(view.page, "budget-curve", self._draw_budget))
        self._hours = view.keep(ChartPanel(view.page, "hours-curve", self._draw_hours))
        view.follow(self._changed, Skill, LearningResource, LearningLimits)
        view.follow(self._draw, PlannedHours, Preferences)
        view.follow(self._timeline.redraw, PlannedHours, LearningResource)
        return [
            card(
                "What learning may take",
                view.keep(Form(view.page, LearningLimits, fields=LIMITS)).widget,
            ),
            card(
                "The plan",
                self._says,
                self._buttons,
                self._progress.widget,
                hint="What covers most of what is asked for within your limits. Nothing is saved before you take it.",
            ),
            card(
                "Week by week",
                self._timeline.widget,
                view.later_text(self._calendar, PlannedHours, LearningResource),
                wide=True,
            ),
            card("What more money would buy", self._budget.widget),
            card("What more time would buy", self._hours.widget),
        ]

    def make(self) -> None:
        """Look for the best plan from today on, beside the page."""
        if self._is_at_work:
            return
        try:
            wishes = self._wishes()
        except PlanningError as error:
            self._refuse(error)
            return
        self._is_at_work = True
        put(self._says, html("<p>Looking for the best plan…<progress></progress></p>"))
        self._view.page.in_background(
            lambda: _tried(wishes), lambda made: self._show(wishes, made), otherwise=self._give_up
        )

    def take(self) -> None:
        """Save the weeks of the proposal: one change, and one undo."""
        if self._proposal is None:
            return
        workbook = self._view.workbook
        changes = plan_changes(self._proposal, workbook.all(PlannedHours))
        label = taken_label(self._proposal)
        with workbook.batch(label):
            workbook.remove_many(changes.to_remove, label=label)
            for each in changes.to_update:
                workbook.update(each, label=label)
            workbook.add_many(changes.to_add, label=label)
        self._proposal = None
        self._view.page.status.saved()
        self._draw()
        self._timeline.redraw()

    def _wishes(self) -> Wishes:
        workbook, page = self._view.workbook, self._view.page
        return Wishes(
            workbook.all(LearningResource),
            workbook.all(Skill),
            self._asked.demands,
            limits_of(workbook.only(LearningLimits), page.today()),
            page.currency,
        )

    def _give_up(self) -> None:
        self._is_at_work = False
        self._draw()

    def _show(self, wishes: Wishes, made: LearningPlan | PlanningError) -> None:
        self._is_at_work = False
        if isinstance(made, PlanningError):
            self._refuse(made)
            return
        self._proposal, self._is_outdated = made, False
        self._curves_of = wishes
        self._draw()
        self._timeline.redraw()
        self._view.page.in_background(
            lambda: curves(wishes, on_progress=self._say_how_far),
            lambda found: self._show_curves(wishes, found),
        )

    def _say_how_far(self, done: int, total: int) -> None:
        self._view.page.soon(lambda: self._progress.show(done, total))

    def _show_curves(self, wishes: Wishes, found: Curves) -> None:
        if wishes is not self._curves_of:
            return  # a newer plan was made meanwhile; its own curves are on their way
        self._curves = found
        self._budget.redraw()
        self._hours.redraw()

    def _refuse(self, error: PlanningError) -> None:
        self._proposal = None
        put(self._says, html('<p class="rutkit-say">{text}</p>', text=str(error)))
        shared.show(self._take, False)
        self._timeline.redraw()

    def _changed(self) -> None:
        self._is_outdated = self._proposal is not None
        self._draw()

    def _draw(self) -> None:
        has_taken = self._view.workbook.count(PlannedHours) > 0
        self._make.description = "Plan again from today" if has_taken or self._proposal else "Make a plan"
        shared.show(self._take, bool(self._proposal and self._proposal.resources))
        if self._is_at_work:
            return
        if self._proposal:
            put(self._says, self._described(self._proposal))
        elif has_taken:
            put(self._says, html("<p>{text}</p>", text="You have taken a plan; its weeks stand below."))
        else:
            put(self._says, html('<p class="rutkit-hint">{text}</p>', text=self._asked.missing))

    def _described(self, made: LearningPlan) -> Markup:
        outdated = (
            html(
                '<p class="rutkit-say">{text}</p>',
                text="You changed something since this plan was made. Plan again to see what that does.",
            )
            if self._is_outdated
            else Markup("")
        )
        cost = format_money(made.cost, self._view.page.currency)
        rows = joined(
            html(
                "<li>{name}: {hours} from {first}</li>",
                name=called(each.resource),
                hours=counted_hours(sum(each.hours.values())),
                first=format_date(each.first_week),
            )
            for each in made.resources
        )
        listed = (
            html('<ul class="rutkit-conditions">{rows}</ul>', rows=rows) if made.resources else Markup("")
        )
        remarks = joined(html("<li>{text}</li>", text=text) for text in made.remarks)
        return joined(
            [
                outdated,
                html("<p><b>{sentence}</b></p>", sentence=made.sentence),
                listed,
                html("<p>It costs {cost}. {quality}</p>", cost=cost, quality=made.quality_sentence),
                foldable(
                    "What was left out or assumed",
                    html('<ul class="rutkit-conditions">{remarks}</ul>', remarks=remarks),
                )
                if remarks
                else Markup(""),
                html('<p class="rutkit-hint">{text}</p>', text=self._asked.missing),
            ]
        )

    def _draw_weeks(self, palette: Palette) -> Chart:
        from rutkit.steps.skills import charts

        workbook = self._view.workbook
        limits = workbook.only(LearningLimits)
        return charts.timeline_chart(
            self._weeks(),
            limits.hours_a_week if limits else None,
            self._view.page.today(),
            palette,
            what="Proposed" if self._proposal else "The plan you took",
        )

    def _weeks(self) -> dict[str, Mapping[date, float]]:
        """The hours to draw, by a name that is each resource's own."""
        workbook = self._view.workbook
        if self._proposal:
            weeks = {each.resource.id: each.hours for each in self._proposal.resources}
        else:
            weeks = weeks_of(workbook.all(PlannedHours))
        return named_weeks(weeks, workbook.all(LearningResource))

    def _draw_budget(self, palette: Palette) -> Chart:
        from rutkit.steps.skills import charts

        if self._curves is None:
            return charts.not_drawn_yet("money")
        return charts.budget_chart(self._curves.budget, self._view.page.currency, palette)

    def _draw_hours(self, palette: Palette) -> Chart:
        from rutkit.steps.skills import charts

        if self._curves is None:
            return charts.not_drawn_yet("time")
        return charts.hours_chart(self._curves.hours, palette)

    def _calendar(self) -> Markup:
        workbook = self._view.workbook
        events = calendar_events(workbook.all(PlannedHours), workbook.all(LearningResource))
        if not events:
            return Markup("")
        return download_link(
            "Take the weeks along for your calendar (.ics)",
            "rutkit-learning-plan.ics",
            "text/calendar;charset=utf-8",
            calendar_file(events),
        )


def _tried(wishes: Wishes) -> LearningPlan | PlanningError:
    """A plan, or the reason why there is none, which belongs in the card rather than among the notices."""
    try:
        return plan(wishes)
    except PlanningError as error:
        return error
