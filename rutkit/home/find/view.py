"""Search over everything that was written, with results that open where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import ipywidgets as widgets

from rutkit.formatting import counted, format_date, format_month
from rutkit.home.find.sealed import sealed
from rutkit.records import Kind, Record, describe
from rutkit.steps import STEPS, Step
from rutkit.widgets import shared
from rutkit.widgets.markup import Markup, block, html, joined, put, stack
from rutkit.widgets.newest_work import NewestWork
from rutkit.widgets.places import address
from rutkit.widgets.view import View
from rutkit.workbook import Found, Hit

SHOWN = 30
TYPING_SECONDS = 0.25
"""A burst of letters is one search."""


class FindView(View):
    """One field, and what it finds."""

    slug = "find"
    package = "rutkit.home.find"
    guide_is = "What is searched, and what is not"

    def build(self) -> Sequence[widgets.Widget]:
        """The field, and a place for what is found."""
        self._places = {
            kind.table(): (step, kind) for step in STEPS for kind in step.module("records").RECORDS
        }
        self._work = NewestWork(self.page)
        self._words = shared.make(widgets.Text, description="What are you looking for?")
        search_soon = self.page.once_a_burst(self._search, TYPING_SECONDS)
        self._words.observe(self.page.guard(lambda _: search_soon()), "value")
        self._found = block()
        self.follow(self._search, *self._kinds)
        return [
            stack(
                stack(self._words, classes=("rutkit-field", "rutkit-search")),
                self._found,
                classes=("rutkit-card", "rutkit-find"),
            )
        ]

    def ending(self) -> Sequence[widgets.Widget]:
        """What is found leads on."""
        return []

    @property
    def _kinds(self) -> list[type[Record]]:
        return [kind for _, kind in self._places.values()]

    def _search(self) -> None:
        words = str(self._words.value).strip()
        if not words:
            self._work.drop()
            put(self._found, "")
            return
        self._work.begin(
            lambda: self._look_for(words), lambda found: put(self._found, self._drawn(found, words))
        )

    def _look_for(self, words: str) -> Found:
        """In a thread: read what is new, a portion at a time, and search."""
        reading = self.workbook.reading_for_search(self._kinds)
        while True:
            with self.page.alone():
                if next(reading, None) is None:
                    break
        with self.page.alone():
            shut = sealed(self.workbook, datetime.now().astimezone())
            return self.workbook.search(words, limit=SHOWN, leaving_out=shut)

    def _drawn(self, found: Found, words: str) -> Markup:
        if not found.total:
            return html('<p class="rutkit-empty">Nothing that you wrote contains “{words}”.</p>', words=words)
        more = found.total - len(found.hits)
        return html(
            '<p class="rutkit-hint" role="status">{count}</p><ul class="rutkit-found">{rows}</ul>',
            count=f"{counted(found.total, 'place')}"
            + (f"; the best {SHOWN} are shown. One more word makes it fewer." if more else ""),
            rows=joined(map(self._row, found.hits)),
        )

    def _row(self, hit: Hit) -> Markup:
        step, kind = self._places[hit.table]
        record = self.workbook.get(kind, hit.record_id)
        return html(
            '<li><a data-route="{address}" href="#{address}">{what}</a>'
            '<p>{excerpt}</p><p class="rutkit-hint">{where}</p></li>',
            address=address(step.slug, kind, hit.record_id),
            what=_sentence_case(kind.noun),
            excerpt=joined(
                html(
                    '<mark class="rutkit-mark rutkit-required">{text}</mark>' if is_word else "{text}",
                    text=text,
                )
                for text, is_word in hit.excerpt
            ),
            where=_where(step, record),
        )


def _where(step: Step, record: Record | None) -> str:
    """As in "Step 3 · Emotional toll · 4 November 2026"."""
    parts = [f"Step {step.number}", step.short, _day(record) if record else ""]
    return " · ".join(filter(None, parts))


def _day(record: Record) -> str:
    """The day that a record is about, by the first of its fields that names one."""
    for spec in describe(type(record)):
        value = getattr(record, spec.name)
        if spec.kind is Kind.MONTH and value:
            return format_month(value)
        if isinstance(value, datetime):
            return format_date(value.astimezone().date())
        if isinstance(value, date):
            return format_date(value)
    return ""


def _sentence_case(noun: str) -> str:
    return noun[:1].upper() + noun[1:]
