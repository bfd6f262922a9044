"""Step 4 on the screen: the growth clock, the year ahead, and what the rut check said about growth."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets as widgets

from rutkit.chart import Chart, Palette
from rutkit.steps.acknowledge.records import RutCheck, Situation
from rutkit.steps.growth.clock import growth_clock
from rutkit.steps.growth.learning import last_new_skill
from rutkit.steps.growth.records import GrowthCheck, LearningEntry, RoleHistory
from rutkit.steps.growth.rut_answers import (
    GrowthAnswer,
    growth_answers,
    growth_answers_finding,
    growth_answers_note,
)
from rutkit.steps.growth.trend import trends, year_ahead
from rutkit.widgets.card import card, foldable
from rutkit.widgets.form import Form
from rutkit.widgets.markup import Markup, html, joined, stack
from rutkit.widgets.view import View


class ClockCards:
    """What it all comes to."""

    def __init__(self, view: View) -> None:
        self._view = view

    def cards(self) -> Sequence[widgets.Widget]:
        """The clock with its dates, the year ahead, the rut check."""
        view = self._view
        return [
            stack(
                card(
                    "How long it has been",
                    view.chart("growth-clock", self._draw_clock, RoleHistory, LearningEntry, Situation),
                ),
                card(
                    "Two dates of yours",
                    view.keep(Form(view.page, RoleHistory)).widget,
                    hint="When your role began stands in step 1; your last new skill is read from the log.",
                ),
                classes=("rutkit-side",),
            ),
            stack(
                card("If nothing changes", view.chart("year-ahead", self._draw_ahead, GrowthCheck)),
                card(
                    "What your rut check said",
                    view.text(self._rut_check, RutCheck),
                    hint="Four of its questions are about growth. You answer them in step 1, not twice.",
                ),
                classes=("rutkit-side",),
            ),
        ]

    def _draw_clock(self, palette: Palette) -> Chart:
        from rutkit.steps.growth import charts

        workbook, today = self._view.workbook, self._view.page.today()
        situation = workbook.only(Situation)
        hands = growth_clock(
            situation.since if situation else None,
            workbook.only(RoleHistory),
            last_new_skill(workbook.all(LearningEntry), today),
            today,
        )
        return charts.growth_clock(hands, palette)

    def _draw_ahead(self, palette: Palette) -> Chart:
        from rutkit.steps.growth import charts

        today = self._view.page.today()
        found = trends(self._view.workbook.all(GrowthCheck), today)
        return charts.growth_ahead(year_ahead(found, today), palette)

    def _rut_check(self) -> Markup:
        answers = growth_answers(self._view.workbook.all(RutCheck))
        if not answers:
            return html(
                '<p class="rutkit-empty">Nothing yet. Take the rut check in step 1, and the answers stand here.</p>'
            )
        return html(
            '<h3>{finding}</h3><ul class="rutkit-conditions">{answers}</ul>'
            '<p class="rutkit-source">{note}</p>{all_shares}',
            finding=growth_answers_finding(answers),
            answers=joined(_answer(answer) for answer in answers),
            note=growth_answers_note(answers),
            all_shares=foldable(
                "All answers of US workers",
                joined(
                    html(
                        "<p><b>{title}.</b> {summary}</p>", title=each.title, summary=each.comparison.summary
                    )
                    for each in answers
                ),
            ),
        )


def _answer(answer: GrowthAnswer) -> Markup:
    return html(
        '<li>{title}: <b>{answer}{mark}</b><p class="rutkit-hint">{others}</p></li>',
        title=answer.title,
        answer=answer.comparison.answer,
        mark=" (unfavorable)" if answer.is_unfavorable else "",
        others=answer.others,
    )
