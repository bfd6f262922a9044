"""Step 2 on the screen: the brake on impulse. A log of urges, and a letter that waits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

import ipywidgets as widgets

from rutkit.chart import Chart, Palette
from rutkit.steps.exit_plan.evidence import COUNTER_EVIDENCE
from rutkit.steps.exit_plan.records import ResignationDraft, UrgeToQuit
from rutkit.steps.exit_plan.resignation import is_sealed, open_early, seal, seal_sentence
from rutkit.steps.exit_plan.urges import (
    duration_sentence,
    lately_sentence,
    summarize_urges,
    triggers_sentence,
    what_helped,
)
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button, card, foldable
from rutkit.widgets.collection import Collection
from rutkit.widgets.form import Form
from rutkit.widgets.markup import Markup, block, html, joined, put, stack
from rutkit.widgets.view import View

SUGGESTED_WORDS = 8


class UrgeCards:
    """The urge log with what it shows, and the resignation letter."""

    def __init__(self, view: View) -> None:
        self._view = view

    def cards(self) -> Sequence[widgets.Widget]:
        """The log, what it shows, and the letter."""
        view = self._view
        log = view.keep(
            Collection(
                view.page,
                UrgeToQuit,
                columns=("at", "strength", "minutes", "helped"),
                add_label="Log an urge to quit",
                empty="None yet. The next time you want to throw it all in, log it here before you do anything else.",
                order_by="at",
                descending=True,
                initial=lambda: {"at": _now().isoformat(timespec="minutes")},
                suggestions=self._suggestions,
            )
        )
        return [
            card(
                "Your log",
                log.widget,
                hint="Log it here before you act on it, and come back when it has eased.",
                wide=True,
            ),
            card(
                "What your log shows",
                view.chart("urges", self._draw, UrgeToQuit),
                view.text(self._findings, UrgeToQuit),
                block(foldable("Can waiting be the mistake?", html("<p>{text}</p>", text=COUNTER_EVIDENCE))),
            ),
            card(
                "The letter that waits",
                view.keep(LetterPanel(view)).widget,
                hint="Write the resignation you would send today, and seal it.",
            ),
        ]

    def _urges(self) -> list[UrgeToQuit]:
        return self._view.workbook.all(UrgeToQuit, order_by="at")

    def _suggestions(self) -> Mapping[str, Sequence[str]]:
        urges = self._urges()
        newest_first = [word for urge in reversed(urges) for word in urge.set_off_by]
        return {
            "set_off_by": tuple(dict.fromkeys(newest_first))[:SUGGESTED_WORDS],
            "helped": what_helped(urges)[:SUGGESTED_WORDS],
        }

    def _findings(self) -> Markup:
        urges = self._urges()
        summary = summarize_urges(urges, self._view.page.today())
        sentences = [lately_sentence(summary), duration_sentence(summary)]
        if urges:
            sentences.append(triggers_sentence(summary))
        helped = what_helped(urges)
        if helped:
            sentences.append(f"What helped before: {'; '.join(helped[:3])}.")
        return joined(html("<p>{sentence}</p>", sentence=sentence) for sentence in sentences if sentence)

    def _draw(self, palette: Palette) -> Chart:
        from rutkit.steps.exit_plan import charts

        return charts.urges_chart(summarize_urges(self._urges(), self._view.page.today()), palette)


class LetterPanel:
    """The letter: to write and seal, or sealed, with a way to open it early that takes two deliberate steps."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._says = block()
        self._form = Form(view.page, ResignationDraft, fields=("text", "sealed_hours"))
        page = view.page
        self._writing = stack(
            self._form.widget, button(page, "Seal the letter", self._seal), classes=("rutkit-form",)
        )
        self._ask = button(page, "Open it before its time", self._ask_twice, Rank.QUIET)
        self._confirm = button(page, "Yes, open it now", self._open)
        self._keep = button(page, "Leave it sealed", self._draw, Rank.QUIET)
        self.widget = stack(self._says, classes=("rutkit-form",))
        view.follow(self._draw, ResignationDraft)

    def close(self) -> None:
        """Take it away, with the buttons that are not shown now."""
        self._form.close()
        shared.close(self.widget, self._says, self._writing, self._ask, self._confirm, self._keep)

    def _draw(self) -> None:
        letter = self._view.workbook.only(ResignationDraft) or ResignationDraft()
        put(self._says, html("<p>{sentence}</p>", sentence=seal_sentence(letter, _now())))
        self.widget.children = (self._says, self._ask if is_sealed(letter, _now()) else self._writing)

    def _seal(self) -> None:
        letter = self._view.workbook.only(ResignationDraft)
        if letter and letter.text.strip():
            self._view.workbook.update(seal(letter, _now()), label="sealed the letter")
            self._draw()
        else:
            self._view.page.notices.show("There is nothing to seal yet: write a line or two first.")

    def _ask_twice(self) -> None:
        put(
            self._says,
            html(
                "<p>{question}</p>", question="You sealed this to give yourself time. Open it all the same?"
            ),
        )
        self.widget.children = (self._says, self._confirm, self._keep)

    def _open(self) -> None:
        letter = self._view.workbook.only(ResignationDraft)
        if letter:
            self._view.workbook.update(open_early(letter, _now()), label="opened the letter early")
        self._draw()


def _now() -> datetime:
    """The moment on the person's own clock, as `datetime` fields hold it."""
    return datetime.now().replace(second=0, microsecond=0)  # noqa: DTZ005 - local time is what is meant
