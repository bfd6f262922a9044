"""Step 10 on the screen: what was done beside what came, the wait, small wins, and what went stale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeVar

import ipywidgets as widgets

from rutkit.chart import Chart, Palette
from rutkit.formatting import format_date, join_words
from rutkit.records import Record
from rutkit.steps.growth.records import LearningEntry
from rutkit.steps.job_search.records import Application, ApplicationStage, Session
from rutkit.steps.network.records import Touch
from rutkit.steps.prepare.records import Letter, Rehearsal, SmallWin, Story
from rutkit.steps.prepare.staleness import RESUME_RECORDS, Upkeep, stale, upkeep
from rutkit.steps.prepare.wins import remembered, wins_sentence
from rutkit.widgets.card import card
from rutkit.widgets.collection import FEW_ROWS, Collection
from rutkit.widgets.markup import Markup, block, html, joined, put
from rutkit.widgets.view import View
from rutkit.widgets.worked_out import WorkedOut

if TYPE_CHECKING:
    from rutkit.steps.prepare.patience import EffortWeek
    from rutkit.steps.prepare.waiting import Waiting

R = TypeVar("R", bound=Record)

AT_ONCE = 500

COUNTED = (Touch, ApplicationStage, Session, LearningEntry, Rehearsal, Story, Letter)


class PatienceCards:
    """The weeks, the wait, the wins and the upkeep."""

    def __init__(self, view: View) -> None:
        self._view = view

    def cards(self) -> Sequence[widgets.Widget]:
        """The cards, from top to bottom."""
        view = self._view
        weeks = WorkedOut(view, self._weeks, *COUNTED)
        wins = view.keep(
            Collection(
                view.page,
                SmallWin,
                columns=("day", "what"),
                add_label="Write down a small win",
                empty="None yet. A call you made, a page you wrote, an evening off that you kept.",
                order_by="day",
                descending=True,
                initial=lambda: {"day": view.page.today().isoformat()},
                page_size=FEW_ROWS,
            )
        )
        return [
            card("Week by week", weeks.chart("patience", _draw_weeks), wide=True),
            card("The wait", *self._wait()),
            card(
                "What you keep fresh",
                view.later_text(self._upkeep, *RESUME_RECORDS, Story, Rehearsal, LearningEntry),
                hint="Waiting is easier with something in order. None of this is urgent.",
            ),
            card(
                "Small wins",
                view.later_text(self._wins, SmallWin),
                wins.widget,
                hint="What you did counts, not only what came of it.",
                wide=True,
            ),
        ]

    def _wins(self) -> Markup:
        wins, today = self._view.workbook.all(SmallWin), self._view.page.today()
        old = remembered(wins, today)
        said = wins_sentence(wins, today)
        return (html("<p>{said}</p>", said=said) if said else Markup("")) + (
            html('<p class="rutkit-calm">{day}: {what}</p>', day=format_date(old.day), what=old.what)
            if old
            else Markup("")
        )

    def _upkeep(self) -> Markup:
        things, today = upkeep(self._view.workbook), self._view.page.today()
        old = stale(things, today)
        rows = joined(_kept(thing, today, is_stale=thing in old) for thing in things)
        after = join_words([f"{thing.stale_after} days ({thing.name.lower()})" for thing in things])
        return html(
            '<ul class="rutkit-conditions">{rows}</ul><p class="rutkit-source">{rule}</p>',
            rows=rows,
            rule=f"Called stale after {after}. Our choice; no study stands behind it.",
        )

    def _weeks(self) -> tuple[EffortWeek, ...]:
        from rutkit.steps.prepare.patience import OUTCOME_OF_STAGE, effort_weeks, first_day

        today = self._view.page.today()
        first = first_day(today)
        stages = list(self._since(ApplicationStage, first))
        done: Mapping[str, Iterable[date]] = {
            "in touch with people": [each.day for each in self._since(Touch, first)],
            "applications": [each.day for each in stages if each.day and each.stage == "applied"],
            "search sessions": [each.day for each in self._since(Session, first) if each.activity != "rest"],
            "things learned": [each.day for each in self._since(LearningEntry, first)],
            "rehearsals": [each.at.date() for each in self._since(Rehearsal, first, "at")],
            "stories and letters": [
                *(_written(each) for each in self._since(Story, first, "created_at")),
                *(each.sealed for each in self._view.page.all_in_parts(Letter) if each.sealed),
            ],
        }
        came: dict[str, list[date]] = {}
        for each in stages:
            if each.day and each.stage in OUTCOME_OF_STAGE:
                came.setdefault(OUTCOME_OF_STAGE[each.stage], []).append(each.day)
        return effort_weeks(done, came, today)

    def _since(self, record_type: type[R], first: date, moment: str = "day") -> Iterator[R]:
        """The records from `first` on, newest first, read in parts while the page stays alive.

        Those whose day is not known come last, and are left out.
        """
        page, offset = self._view.page, 0
        while True:
            with page.alone():
                part = page.workbook.page(
                    record_type, order_by=moment, descending=True, offset=offset, limit=AT_ONCE
                ).records
            for record in part:
                known = getattr(record, moment)
                if known is None or _day(known) < first:
                    return
                yield record
            if len(part) < AT_ONCE:
                return
            offset += AT_ONCE

    def _made(self) -> Waiting:
        from rutkit.steps.job_search.applications.histories import histories
        from rutkit.steps.prepare.waiting import waiting

        page, today = self._view.page, self._view.page.today()
        applications, stages = page.all_in_parts(Application), page.all_in_parts(ApplicationStage)
        return waiting(histories(applications, stages, today), today)

    def _wait(self) -> Sequence[widgets.Widget]:
        """The curve, and beneath it what is ahead."""
        found = WorkedOut(self._view, self._made, Application, ApplicationStage)
        ahead = block()

        def say() -> None:
            said = found.result.ahead_in_words if found.result else ""
            put(ahead, html('<p class="rutkit-hint">{text}</p>', text=said) if said else "")

        found.on_news(say)
        return found.chart("waiting", _draw_waits), ahead


def _draw_weeks(weeks: tuple[EffortWeek, ...], palette: Palette) -> Chart:
    from rutkit.steps.prepare import charts

    return charts.patience_by_week(weeks, palette)


def _draw_waits(found: Waiting, palette: Palette) -> Chart:
    from rutkit.steps.prepare import charts

    return charts.waiting(found.silence, found.waits, palette)


def _written(story: Story) -> date:
    return story.created_at.astimezone().date()


def _day(moment: date) -> date:
    """The day of a day or of a moment."""
    return moment.date() if hasattr(moment, "date") else moment


def _kept(thing: Upkeep, today: date, *, is_stale: bool) -> Markup:
    said = f"{thing.name}: {thing.sentence(today)}."
    if is_stale:
        return html("<li><b>{said}</b> {remedy}</li>", said=said, remedy=thing.remedy)
    return html("<li>{said}</li>", said=said)
