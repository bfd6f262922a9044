"""The dashboard's first page: the acknowledgement, the newest toll, and the next action of every step."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets as widgets

from rutkit.home.settings import settings_cards
from rutkit.steps import STEPS, step
from rutkit.steps.acknowledge.records import Acknowledgement
from rutkit.steps.emotions.analysis import WINDOW_DAYS, consistency, consistency_finding
from rutkit.steps.emotions.records import CheckIn
from rutkit.widgets.card import card, columns
from rutkit.widgets.markup import Markup, html, joined
from rutkit.widgets.view import View


class HomeView(View):
    """Where somebody is, and what to do next."""

    slug = "home"
    package = "rutkit.home"

    def build(self) -> Sequence[widgets.Widget]:
        """The cards, from top to bottom."""
        every_record = [kind for built in STEPS if built.built for kind in built.module("records").RECORDS]
        return [
            columns(
                card("What you acknowledged", self.text(self._acknowledgement, Acknowledgement)),
                card("How it has been", self.text(self._toll, CheckIn)),
            ),
            card(
                "What to do next",
                self.text(self._actions, *every_record),
                hint="One thing for each step you can do today. Any one of them is enough.",
            ),
            settings_cards(self),
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
            day=f"{newest[0].day:%-d %B %Y}",
        )

    def _toll(self) -> Markup:
        recent = self.workbook.all(CheckIn, order_by="day", descending=True, limit=WINDOW_DAYS)
        if not recent:
            return html('<p class="rutkit-empty">Nothing yet. Step 3 asks you for half a minute a day.</p>')
        results = consistency(recent, self.page.today())
        rows = joined(
            html("<li>{feeling}: {numbers}</li>", feeling=result.feeling.capitalize(), numbers=result.label)
            for result in results
        )
        return html(
            '<h3>{finding}</h3><p class="rutkit-hint">Workdays of the last {days} days at “some” or more.</p>'
            "<ul>{rows}</ul>",
            finding=consistency_finding(results),
            days=WINDOW_DAYS,
            rows=rows,
        )

    def _actions(self) -> Markup:
        rows = joined(
            html(
                "<li><div><b>{text}</b><p>{reason}</p></div>"
                '<a class="rutkit-button" data-route="{slug}" href="#{slug}">{short}</a></li>',
                text=progress.action.text,
                reason=progress.action.reason,
                slug=progress.action.step,
                short=f"Open {step(progress.action.step).short.lower()}",
            )
            for progress in (built.progress(self.workbook, self.page.today()) for built in STEPS if built.built)
        )
        return html('<ul class="rutkit-actions">{rows}</ul>', rows=rows)
