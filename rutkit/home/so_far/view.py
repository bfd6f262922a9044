"""The panel that looks back: all steps by week, what changed, and six things that move."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

import ipywidgets as widgets

from rutkit.chart import Chart, Palette
from rutkit.formatting import counted
from rutkit.home.records import WeeklyMeasure
from rutkit.home.so_far import measures
from rutkit.home.so_far.measures import Change, Measure, Reading
from rutkit.home.so_far.timeline import timeline
from rutkit.steps import STEPS
from rutkit.steps.emotions.records import CheckIn
from rutkit.steps.growth.records import GrowthCheck
from rutkit.steps.job_search.records import ApplicationStage
from rutkit.steps.network.records import Touch
from rutkit.widgets.card import card
from rutkit.widgets.markup import Markup, html, joined, stack
from rutkit.widgets.places import address
from rutkit.widgets.view import View

HAPPENED = {step.short: step.module("records").HAPPENED for step in STEPS}
HEADS = ("Now", "A week ago", "Four weeks ago", "At the start")
NOTHING = "–"
NOTHING_YET = "Nothing to set side by side yet. What gives each a first reading stands below."
DAYS = 7 * measures.WEEKS + measures.TOLL_DAYS


class SoFarView(View):
    """What was done when, and what moved."""

    slug = "so_far"
    package = "rutkit.home.so_far"
    guide_is = "How to read it"

    def build(self) -> Sequence[widgets.Widget]:
        """The line of weeks, the table of changes, and the small charts."""
        kinds = [kind for happened in HAPPENED.values() for kind, _ in happened]
        moving = (CheckIn, GrowthCheck, WeeklyMeasure, Touch, ApplicationStage)
        return [
            card("All steps, week by week", self.chart("timeline", self._draw_timeline, *kinds)),
            card(
                "What changed",
                self.later_text(self._changes, *moving),
                hint="How things stand, beside a week, four weeks and the whole way ago.",
            ),
            stack(
                *(
                    card(name, self.chart(f"so-far-{name}", partial(self._draw, read), *moving))
                    for name, read in self._measures.items()
                ),
                classes=("rutkit-multiples",),
            ),
        ]

    def ending(self) -> Sequence[widgets.Widget]:
        """Looking back asks for nothing."""
        return []

    @property
    def _measures(self) -> dict[str, Callable[[], Measure]]:
        """How each of the six is read, by what its card is called."""
        notes = partial(self.workbook.all, WeeklyMeasure)
        today = self.page.today
        return {
            "Toll": lambda: measures.tolls(self._check_ins(), today()),
            "Growth": lambda: measures.growths(self.workbook.all(GrowthCheck), today()),
            "Money": lambda: measures.noted(measures.MONEY, "months of money", notes(), today()),
            "Skills": lambda: measures.noted(measures.SKILLS, "skills covered", notes(), today()),
            "People": lambda: measures.counts(measures.TOUCHES, self.workbook.days(Touch, "day"), today()),
            "Applications": lambda: measures.counts(measures.APPLICATIONS, self._sent(), today()),
        }

    def _check_ins(self) -> list[CheckIn]:
        """Those of the year that is looked at; there is one a day."""
        return self.workbook.all(CheckIn, order_by="day", descending=True, limit=DAYS)

    def _sent(self) -> list[date]:
        return self.workbook.days(ApplicationStage, "day", stage="applied")

    def _draw_timeline(self, palette: Palette) -> Chart:
        from rutkit.home.so_far import charts

        days = {
            name: [day for kind, field in happened for day in self.workbook.days(kind, field)]
            for name, happened in HAPPENED.items()
        }
        return charts.timeline_chart(timeline(days, self.page.today()), palette)

    def _draw(self, read: Callable[[], Measure], palette: Palette) -> Chart:
        from rutkit.home.so_far import charts

        return charts.measure_chart(read(), palette)

    def _changes(self) -> Markup:
        today = self.page.today()
        measured = [measure for read in self._measures.values() if (measure := read()).readings]
        if not measured:
            return html('<p class="rutkit-empty">{text}</p>', text=NOTHING_YET)
        return html(
            '<table class="rutkit-table rutkit-records" aria-label="What changed"><thead><tr><th scope="col">What</th>'
            "{heads}</tr></thead><tbody>{rows}</tbody></table>",
            heads=joined(html('<th scope="col">{head}</th>', head=head) for head in HEADS),
            rows=joined(self._row(measures.change(each, today)) for each in measured),
        )

    def _row(self, found: Change) -> Markup:
        readings = (found.now, found.a_week_ago, found.a_month_ago, found.at_the_start)
        kind = found.kind
        return html(
            '<tr><th scope="row"><a data-route="{address}" href="#{address}">{title}</a>'
            '<span class="rutkit-hint">{scale}</span></th>{cells}</tr>',
            address=address(kind.step, kind.record),
            title=kind.title,
            scale=kind.scale,
            cells=joined(
                html(
                    '<td data-title="{head}">{said}</td>',
                    head=head,
                    said=_said(kind, reading, is_dated=head == HEADS[-1]),
                )
                for head, reading in zip(HEADS, readings, strict=True)
            ),
        )


def _said(kind: measures.Kind, reading: Reading | None, *, is_dated: bool) -> Markup:
    if reading is None:
        return Markup(NOTHING)
    when = kind.dated(reading.day) if is_dated else ""
    counted_from = counted(reading.n, kind.counted) if kind.counted else ""
    return html(
        '<b>{value}</b> <span class="rutkit-hint">{about}</span>',
        value=kind.written(reading.value),
        about=" · ".join(filter(None, (when, counted_from))),
    )
