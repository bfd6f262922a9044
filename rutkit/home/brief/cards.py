"""The brief on the screen: written beside the page once the forms stand, and again when something has changed."""

from __future__ import annotations

from collections.abc import Mapping

import ipywidgets as widgets

from rutkit.home.brief import drawn
from rutkit.home.brief.choosing import lessons
from rutkit.home.brief.writing import Brief, write_brief
from rutkit.home.records import AdviceAnswer, AdviceReply, record_types
from rutkit.steps.acknowledge.records import Acknowledgement
from rutkit.widgets import shared
from rutkit.widgets.card import card
from rutkit.widgets.markup import block, html, put, stack
from rutkit.widgets.view import View
from rutkit.widgets.worked_out import WorkedOut

WAITING = html('<p class="rutkit-waiting">Reading your ten steps…</p>')


class BriefCards:
    """Where somebody is, three things to do and one to stop, and all ten steps folded away."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._before_all = block()
        self._where, self._to_do, self._to_stop = block(WAITING), block(WAITING), block(WAITING)
        self._heading = block(html("<h2>Worth doing this week</h2>"))
        self._stop_card = card("One thing to stop", self._to_stop)
        self._said = block()
        self._waiting = block()
        self._all_steps = block()
        self._worked = WorkedOut(view, self._write, *record_types(), only_in_sight=True)
        self._worked.on_news(self._draw)
        view.on_action(drawn.NOT_NOW, lambda sent: self._answer(sent, "not now"))
        view.on_action(drawn.DONE, lambda sent: self._answer(sent, "done"))

    @property
    def before_all(self) -> widgets.Widget:
        """What comes before everything else on hard days."""
        return self._before_all

    @property
    def widget(self) -> widgets.Widget:
        """The cards side by side."""
        return stack(
            stack(self._heading, self._said, self._to_do, classes=("rutkit-card",)),
            stack(card("Where you are", self._where), self._stop_card, classes=("rutkit-side",)),
            classes=("rutkit-grid", "rutkit-week"),
        )

    @property
    def waiting(self) -> widgets.Widget:
        """That the weekly review waits."""
        return self._waiting

    @property
    def all_steps(self) -> widgets.Widget:
        """The next action of every step."""
        return self._all_steps

    def _write(self) -> Brief:
        page = self._view.page
        return write_brief(page.workbook, page.today(), page.alone)

    def _draw(self) -> None:
        brief = self._worked.result
        assert brief is not None
        newest = self._view.workbook.all(Acknowledgement, order_by="day", descending=True, limit=1)
        put(self._before_all, drawn.distress(brief))
        put(self._where, drawn.where(brief, newest[0] if newest else None))
        put(self._heading, drawn.heading(brief))
        put(self._to_do, drawn.to_do(brief))
        shared.show(self._stop_card, not brief.is_distressed)
        put(self._to_stop, drawn.to_stop(brief))
        put(self._waiting, drawn.waiting(brief))
        put(self._all_steps, drawn.all_steps(brief))

    def _answer(self, sent: Mapping[str, str], reply: AdviceReply) -> None:
        page = self._view.page
        rule, subject, today = sent["rule"], sent.get("subject", ""), page.today()
        verb = "put advice aside" if reply == "not now" else "noted advice as done"
        answer = page.workbook.add(
            AdviceAnswer(rule=rule, subject=subject, reply=reply, day=today), label=verb
        )
        lesson = lessons(page.workbook.all(AdviceAnswer), today)[rule, subject]
        put(
            self._said,
            html('<p class="rutkit-hint" role="status">{text}</p>', text=drawn.after(answer, lesson, today)),
        )
