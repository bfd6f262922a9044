"""Step 1 on the screen."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets as widgets

from rutkit.chart import Chart, Palette
from rutkit.formatting import format_share
from rutkit.steps.acknowledge.analysis import Unfinished, answers_margin, assess, compare_answer
from rutkit.steps.acknowledge.records import (
    QUESTIONS,
    Acknowledgement,
    RutCheck,
    Situation,
    StayReason,
)
from rutkit.widgets.card import card, columns, foldable
from rutkit.widgets.dated import DatedForm
from rutkit.widgets.form import Form
from rutkit.widgets.markup import Markup, block, html, joined, put
from rutkit.widgets.view import View


class StepView(View):
    """Where you are, the rut check, why you have stayed, and the acknowledgement."""

    slug = "acknowledge"
    package = "rutkit.steps.acknowledge"

    def build(self) -> Sequence[widgets.Widget]:
        """The cards, from top to bottom."""
        self._shares = {question: block() for question in QUESTIONS}
        self._check = self.keep(
            DatedForm(
                self.page,
                RutCheck,
                again_label="Take it again today",
                beneath=self._shares,
                on_begin=lambda: self.redraw_after(frozenset({RutCheck.table()})),
            )
        )
        self.follow(self._draw_shares, RutCheck)
        reasons = self.keep(DatedForm(self.page, StayReason, again_label="Answer again for today"))
        sentence = self.keep(DatedForm(self.page, Acknowledgement, again_label="Write a new one today"))
        return [
            columns(
                card("Where you are", self.keep(Form(self.page, Situation)).widget),
                card("Why you have stayed", reasons.widget, hint="Each from 0 to 10, as it is today."),
                card(
                    "The rut check",
                    self._check.widget,
                    block(html('<p class="rutkit-source">{margin}</p>', margin=answers_margin())),
                    hint="Seven questions from a survey of US workers. After each answer you see theirs.",
                    wide=True,
                ),
                card("What your answers say", self.text(self._result, RutCheck)),
                card("Beside others", self.chart("rut-intention", self._intention_chart, RutCheck)),
                card("The rut check, over time", self.chart("rut-history", self._history_chart, RutCheck)),
                card(
                    "What keeps you, over time",
                    self.chart("stay-reasons", self._reasons_chart, StayReason),
                ),
                card(
                    "Say it in one sentence",
                    sentence.widget,
                    hint="It stays in view on your first page, with its date.",
                    wide=True,
                ),
            ),
        ]

    def _draw_shares(self) -> None:
        check = self._check.form.record
        for question, place in self._shares.items():
            answer = getattr(check, question) if check else None
            put(place, shares_of_workers(question, answer) if answer else "")

    def _result(self) -> Markup:
        check = self._check.form.record
        result = assess(check) if check else Unfinished(QUESTIONS)
        if isinstance(result, Unfinished):
            rows = joined(html("<li>{title}</li>", title=title) for title in result.open_questions)
            return html("<h3>{finding}</h3>", finding=result.finding) + foldable(
                "Which are open", html("<ul>{rows}</ul>", rows=rows)
            )
        return html(
            '<h3>{finding}</h3><p>{standing}</p><p>{intention}</p><p class="rutkit-hint">{limits}</p>'
            '<p class="rutkit-source">{source} {margin}</p>',
            finding=result.finding,
            standing=result.standing_sentence,
            intention=result.intention_sentence,
            limits=result.limits,
            source=result.source,
            margin=result.standing_margin,
        )

    def _intention_chart(self, palette: Palette) -> Chart:
        from rutkit.steps.acknowledge import charts

        check = self._check.form.record
        return charts.rut_intention(assess(check) if check else Unfinished(QUESTIONS), palette)

    def _history_chart(self, palette: Palette) -> Chart:
        from rutkit.steps.acknowledge import charts

        return charts.rut_history(self.workbook.all(RutCheck), palette)

    def _reasons_chart(self, palette: Palette) -> Chart:
        from rutkit.steps.acknowledge import charts

        return charts.stay_reasons(self.workbook.all(StayReason), palette)


def shares_of_workers(question: str, answer: str) -> Markup:
    """How US workers answered a question, the person's own answer marked, as rows of bars."""
    comparison = compare_answer(question, answer)
    rows = joined(
        html(
            '<div class="{yours}"><span>{answer}{mark}</span>'
            '<span class="rutkit-bar"><i style="width:{width}%"></i></span><span>{percent}</span></div>',
            yours="rutkit-yours" if share.answer == answer else "",
            answer=share.answer,
            mark=" (you)" if share.answer == answer else "",
            width=f"{share.share * 100:.1f}",
            percent=format_share(share.share),
        )
        for share in comparison.shares
    )
    return html(
        '<div class="rutkit-bars rutkit-answers" role="group" aria-label="{summary}">{rows}</div>'
        '<p class="rutkit-source">{note}</p>',
        summary=comparison.summary,
        rows=rows,
        note=comparison.note,
    )
