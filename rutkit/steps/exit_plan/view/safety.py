"""Step 2 on the screen: is it safe to stay, and the sooner path if it is not."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets as widgets

from rutkit.steps.exit_plan.records import Incident, Safety, Support
from rutkit.steps.exit_plan.safety import LEAVING_IS_ALLOWED, next_days, on_the_sooner_path
from rutkit.widgets import shared
from rutkit.widgets.card import card
from rutkit.widgets.collection import Collection
from rutkit.widgets.form import Form
from rutkit.widgets.markup import Markup, html, joined, stack
from rutkit.widgets.view import View


class SafetyCards:
    """The question that comes before any plan, what to do in the next days, whom to turn to, what to write down."""

    def __init__(self, view: View) -> None:
        self._view = view

    def cards(self) -> Sequence[widgets.Widget]:
        """The question, the person's supports, and what happened."""
        view = self._view
        supports = view.keep(
            Collection(
                view.page,
                Support,
                columns=("name", "reach", "helps_with"),
                add_label="Add somebody who can help",
                empty="Nobody yet. One name is a good beginning, whatever you decide.",
            )
        )
        incidents = view.keep(
            Collection(
                view.page,
                Incident,
                columns=("day", "what"),
                add_label="Write down what happened",
                empty="Nothing yet. If something happens, note it here on the same day.",
                order_by="day",
                descending=True,
                initial=lambda: {"day": view.page.today().isoformat()},
            )
        )
        return [
            stack(
                card(
                    "Before everything else",
                    view.keep(Form(view.page, Safety, fields=("causes_harm",))).widget,
                    view.text(self._sooner_path, Safety),
                    self._details(),
                ),
                card(
                    "What happened",
                    incidents.widget,
                    hint="Dates and facts, kept where only you can read them.",
                ),
                classes=("rutkit-side",),
            ),
            card(
                "Who can help you",
                supports.widget,
                hint="Your own list. It comes to the front when you need it.",
            ),
        ]

    def _details(self) -> widgets.Widget:
        """What the person may want to add once they have said yes."""
        details = self._view.keep(Form(self._view.page, Safety, fields=("kinds", "told", "notes"))).widget

        def draw() -> None:
            shared.show(details, on_the_sooner_path(self._view.workbook.only(Safety)))

        self._view.follow(draw, Safety)
        return details

    def _sooner_path(self) -> Markup:
        safety = self._view.workbook.only(Safety)
        if safety is None or not on_the_sooner_path(safety):
            return Markup("")
        steps = joined(
            html("<li><b>{title}.</b> {text}</li>", title=step.title, text=step.text)
            for step in next_days(safety)
        )
        return html(
            '<section class="rutkit-say"><h3>In the next days</h3><ol>{steps}</ol><p>{allowed}</p></section>',
            steps=steps,
            allowed=LEAVING_IS_ALLOWED,
        )
