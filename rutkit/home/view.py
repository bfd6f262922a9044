"""The dashboard's first page: the acknowledgement, the newest toll, and the next action of every step."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets as widgets

from rutkit.formatting import format_date
from rutkit.steps import STEPS, step
from rutkit.steps.acknowledge.records import Acknowledgement
from rutkit.steps.emotions.analysis import (
    WINDOW_DAYS,
    Consistency,
    consistency,
    consistency_finding,
    newest_toll,
)
from rutkit.steps.emotions.records import CheckIn
from rutkit.steps.exit_plan.records import Safety
from rutkit.steps.exit_plan.safety import on_the_sooner_path
from rutkit.steps.progress import Progress, State
from rutkit.widgets.card import Rank, card, columns
from rutkit.widgets.markup import Markup, html, joined, stack
from rutkit.widgets.view import View

URGENCY = (State.DUE, State.BEGUN, State.NOT_BEGUN, State.DONE)
"""What waits comes before what is begun, and that before what is not; what is done comes last."""


class HomeView(View):
    """Where somebody is, and what to do next."""

    slug = "home"
    package = "rutkit.home"
    guide_is = "How this workbook works"

    def build(self) -> Sequence[widgets.Widget]:
        """The cards, from top to bottom."""
        every_record = [kind for each in STEPS for kind in each.module("records").RECORDS]
        return [
            columns(
                stack(
                    card("What you acknowledged", self.text(self._acknowledgement, Acknowledgement)),
                    card("How it has been", self.text(self._toll, CheckIn)),
                    classes=("rutkit-side",),
                ),
                card(
                    "What to do next",
                    self.text(self._actions, *every_record),
                    hint="What waits comes first. Any one of them is enough for today.",
                ),
            ),
        ]

    def ending(self) -> Sequence[widgets.Widget]:
        """The dashboard needs no next action of its own: it shows those of all steps."""
        return []

    def _acknowledgement(self) -> Markup:
        newest = self.workbook.all(Acknowledgement, order_by="day", descending=True, limit=1)
        if not newest:
            return html('<p class="rutkit-empty">Nothing yet. Step 1 asks you for one sentence.</p>')
        return html(
            '<blockquote class="rutkit-quote">{sentence}</blockquote><p class="rutkit-hint">{day}</p>',
            sentence=newest[0].sentence,
            day=format_date(newest[0].day),
        )

    def _toll(self) -> Markup:
        recent = self.workbook.all(CheckIn, order_by="day", descending=True, limit=WINDOW_DAYS)
        if not recent:
            return html('<p class="rutkit-empty">Nothing yet. Step 3 asks you for half a minute a day.</p>')
        today = self.page.today()
        results = consistency(recent, today)
        shares = html(
            '<p class="rutkit-hint">Workdays of the last {days} days at “some” or more, with 95 % intervals</p>'
            '<div class="rutkit-bars rutkit-bars-numbers">{rows}</div>',
            days=WINDOW_DAYS,
            rows=joined(_share_row(result) for result in results),
        )
        return html(
            '<h3 class="rutkit-chart-title">{finding}</h3>{shares}<p class="rutkit-source">{toll}</p>',
            finding=consistency_finding(results),
            shares="" if all(result.missing for result in results) else shares,
            toll=newest_toll(recent, today),
        )

    def _actions(self) -> Markup:
        ranks = [Rank.FIRST, *[Rank.SECOND] * len(STEPS)]
        rows = joined(
            html(
                "<li><div><b>{text}</b><p>{reason}</p></div>"
                '<a class="{rank}" data-route="{slug}" href="#{slug}">Open step {number}</a></li>',
                text=progress.action.text,
                reason=progress.action.reason,
                rank=rank.value,
                slug=progress.action.step,
                number=step(progress.action.step).number,
            )
            for rank, progress in zip(ranks, self._most_urgent_first(), strict=False)
        )
        return html('<ul class="rutkit-actions">{rows}</ul>', rows=rows)

    def _most_urgent_first(self) -> list[Progress]:
        """Where the person is in each step, the most urgent first; harm comes before everything.

        A step whose next action lies in another step leaves the word to that one.
        """
        safety = self.workbook.only(Safety)
        harmed = safety is not None and on_the_sooner_path(safety)
        today = self.page.today()
        own = [
            progress
            for each in STEPS
            if (progress := each.progress(self.workbook, today)).action.step == each.slug
        ]
        return sorted(
            own,
            key=lambda progress: (
                not (harmed and progress.action.step == "exit_plan"),
                URGENCY.index(progress.state),
            ),
        )


def _share_row(result: Consistency) -> Markup:
    return html(
        '<div class="{strong}"><span>{feeling}</span>'
        '<span class="rutkit-bar"><i style="width:{width:.0f}%"></i></span><span>{numbers}</span></div>',
        strong="rutkit-yours" if result.is_consistent else "",
        feeling=result.feeling.capitalize(),
        width=0 if result.missing else 100 * result.share,
        numbers=result.label,
    )
