"""Step 4 on the screen: the learning log, and what it adds up to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import ipywidgets as widgets

from rutkit.chart import Chart, Palette
from rutkit.formatting import counted, counted_hours, format_number
from rutkit.steps.growth.learning import (
    WINDOW_MONTHS,
    LearningTotal,
    by_month,
    by_skill,
    by_source,
    last_new_thing,
    new_thing_sentence,
    recent,
)
from rutkit.steps.growth.records import GrowthCheck, LearningEntry
from rutkit.steps.skills.records import LearningResource, Skill
from rutkit.widgets.card import card
from rutkit.widgets.collection import Collection
from rutkit.widgets.markup import Markup, html, joined
from rutkit.widgets.view import View

SUGGESTED_SKILLS = 12
SHOWN_TOTALS = 8
"""Sources and skills with fewer hours than these are counted, not listed."""


class LearningCards:
    """The log, its months, and its sums by source and by skill."""

    def __init__(self, view: View) -> None:
        self._view = view

    def cards(self) -> Sequence[widgets.Widget]:
        """The log, the chart, the sums."""
        view = self._view
        log = view.keep(
            Collection(
                view.page,
                LearningEntry,
                columns=("day", "what", "hours", "skills", "at_work"),
                add_label="Note something you learned",
                empty="Nothing yet. What did you learn last, however small?",
                order_by="day",
                descending=True,
                initial=lambda: {"day": view.page.today().isoformat()},
                suggestions=self._suggestions,
            )
        )
        return [
            card(
                "Learning log",
                view.text(self._newest, GrowthCheck, LearningEntry),
                log.widget,
                hint="At work or in your own time: a course, a book, something a colleague showed you.",
                wide=True,
            ),
            card("Hours by month", view.chart("learning", self._draw, LearningEntry)),
            card("Where it came from, and which skills it went into", view.text(self._totals, LearningEntry)),
        ]

    def _entries(self) -> list[LearningEntry]:
        return self._view.workbook.all(LearningEntry, order_by="day")

    def _suggestions(self) -> Mapping[str, Sequence[str]]:
        """Sources used before; and the skills of the log and of step 6, the most frequent first."""
        entries, workbook = self._entries(), self._view.workbook
        skills = (
            *(skill for entry in entries for skill in entry.skills),
            *(skill.name for skill in workbook.all(Skill)),
            *(skill for resource in workbook.all(LearningResource) for skill in resource.covers),
        )
        return {
            "source": _frequent(entry.source for entry in entries if entry.source),
            "skills": _frequent(skills)[:SUGGESTED_SKILLS],
        }

    def _newest(self) -> Markup:
        today = self._view.page.today()
        checks = self._view.workbook.all(GrowthCheck)
        newest = last_new_thing(checks, self._entries(), today)
        if newest is None:
            return Markup("")
        return html('<p class="rutkit-calm">{text}</p>', text=new_thing_sentence(newest, today))

    def _draw(self, palette: Palette) -> Chart:
        from rutkit.steps.growth import charts

        entries, today = self._entries(), self._view.page.today()
        without_hours = sum(entry.hours is None for entry in recent(entries, today))
        return charts.learning_by_month(by_month(entries, today), without_hours, palette)

    def _totals(self) -> Markup:
        entries, today = self._entries(), self._view.page.today()
        known = recent(entries, today)
        if not known:
            return html('<p class="rutkit-empty">Your log will be added up here.</p>')
        return html(
            "<h3>Where from (hours)</h3>{sources}<h3>Which skills (hours)</h3>{skills}"
            '<p class="rutkit-source">{months} months, n = {n}. One with two skills counts in full for both.</p>',
            sources=_bars(by_source(entries, today)),
            skills=_bars(by_skill(entries, today)),
            months=WINDOW_MONTHS,
            n=counted(len(known), "entry"),
        )


def _bars(totals: Sequence[LearningTotal]) -> Markup:
    shown, rest = totals[:SHOWN_TOTALS], totals[SHOWN_TOTALS:]
    most = max(total.hours for total in totals) or 1
    rows = joined(
        html(
            '<div><span>{name}</span><span class="rutkit-bar"><i style="width:{width:.0f}%"></i></span>'
            "<span>{hours}</span></div>",
            name=total.name,
            width=100 * total.hours / most,
            hours=format_number(round(total.hours, 1)),
        )
        for total in shown
    )
    more = (
        html(
            '<p class="rutkit-hint">{count} more, {hours} together.</p>',
            count=len(rest),
            hours=counted_hours(sum(total.hours for total in rest)),
        )
        if rest
        else Markup("")
    )
    return html('<div class="rutkit-bars">{rows}</div>{more}', rows=rows, more=more)


def _frequent(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, in whatever case it was typed, the most frequent first."""
    spelled: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for name in names:
        spelled.setdefault(name.casefold(), name)
        counts[name.casefold()] += 1
    return tuple(spelled[key] for key, _ in counts.most_common())
