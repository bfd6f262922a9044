"""Step 9 on the screen: what honestly comes of the applications, and how searching goes with how the days are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import ipywidgets as widgets

from rutkit.formatting import counted
from rutkit.steps.emotions.records import CheckIn
from rutkit.steps.job_search.records import Application, ApplicationStage, Look, SearchLimits, Session
from rutkit.widgets.card import card
from rutkit.widgets.markup import Markup, block, html, put
from rutkit.widgets.view import View
from rutkit.widgets.worked_out import WorkedOut

if TYPE_CHECKING:
    from rutkit.chart import Chart, Palette
    from rutkit.steps.job_search.load.strain import Strain
    from rutkit.steps.job_search.outcomes.results import Results


class ResultCards:
    """The funnel, the silence and the forecast, worked out beside the page."""

    def __init__(self, view: View) -> None:
        self._page = view.page
        self._newest = WorkedOut(view, self._made, Application, ApplicationStage)

    def cards(self) -> Sequence[widgets.Widget]:
        """The cards, from top to bottom."""
        return [
            card(
                "How far applications get",
                self._chart("stages", _stages),
                self._text(_what_helps),
                wide=True,
            ),
            card(
                "Which way leads to interviews",
                self._chart("channels", _channels),
            ),
            card(
                "How long it may take",
                self._chart("forecast", _forecast),
            ),
            card(
                "How long an answer takes",
                self._chart("silence", _silence),
                self._text(_likely_no),
                wide=True,
            ),
        ]

    def _chart(self, name: str, draw: Callable[[Results, Palette], Chart]) -> widgets.Widget:
        return self._newest.chart(name, draw)

    def _made(self) -> Results:
        from rutkit.steps.job_search.outcomes.results import results

        page = self._page
        return results(page.all_in_parts(Application), page.all_in_parts(ApplicationStage), page.today())

    def _text(self, write: Callable[[Results], Markup]) -> widgets.HTML:
        """A piece of HTML about the results, written once they are known and with each news."""
        piece = block()

        def draw() -> None:
            if self._newest.result is not None:
                put(piece, write(self._newest.result))

        self._newest.on_news(draw)
        return piece


class LoadCards:
    """Search effort beside the days of step 3."""

    def __init__(self, view: View) -> None:
        self._view = view

    def cards(self) -> Sequence[widgets.Widget]:
        """The one card."""
        view = self._view
        return [
            card(
                "The search beside your days",
                view.chart("load", self._draw, Session, Look, SearchLimits, CheckIn),
                view.later_text(self._sentence, Session, Look, SearchLimits, CheckIn),
                wide=True,
            )
        ]

    def _strain(self) -> Strain:
        from rutkit.steps.job_search.load.strain import strain

        workbook, today = self._view.workbook, self._view.page.today()
        return strain(workbook.all(Session), workbook.all(Look), workbook.frame(CheckIn), today)

    def _draw(self, palette: Palette) -> Chart:
        from rutkit.steps.job_search.load.charts import load_chart
        from rutkit.steps.job_search.load.strain import after_searching, weekly_load

        workbook, today = self._view.workbook, self._view.page.today()
        sessions, check_ins = workbook.all(Session), workbook.frame(CheckIn)
        return load_chart(
            weekly_load(sessions, check_ins, today),
            after_searching(sessions, check_ins, today),
            self._strain(),
            workbook.only(SearchLimits),
            today,
            palette,
        )

    def _sentence(self) -> Markup:
        if not self._view.workbook.count(Session):
            return Markup("")
        sentence = self._strain().sentence(self._view.workbook.only(SearchLimits))
        return html('<p class="rutkit-calm">{text}</p>', text=sentence)


def _stages(found: Results, palette: Palette) -> Chart:
    from rutkit.steps.job_search.outcomes.funnel_charts import stages_chart

    return stages_chart(found.funnel, palette)


def _channels(found: Results, palette: Palette) -> Chart:
    from rutkit.steps.job_search.outcomes.funnel_charts import channels_chart

    return channels_chart(found.funnel, palette)


def _forecast(found: Results, palette: Palette) -> Chart:
    from rutkit.steps.job_search.outcomes.forecast_charts import forecast_chart

    return forecast_chart(found.waits, palette)


def _silence(found: Results, palette: Palette) -> Chart:
    from rutkit.steps.job_search.outcomes.silence_charts import silence_chart

    return silence_chart(found.silence, palette)


def _what_helps(found: Results) -> Markup:
    """What helps with the step at which most is lost; the chart says which, or what is missing."""
    bottleneck = found.funnel.bottleneck
    if bottleneck is None:
        return Markup("")
    return html('<p class="rutkit-calm"><b>What helps.</b> {helps}</p>', helps=bottleneck.what_helps)


def _likely_no(found: Results) -> Markup:
    count = len(found.likely_no)
    if not count:
        return Markup("")
    return html(
        '<p class="rutkit-calm">{text}</p>',
        text=f"{counted(count, 'application')} of yours {'has' if count == 1 else 'have'} been silent for longer. "
        "You may let them rest.",
    )
