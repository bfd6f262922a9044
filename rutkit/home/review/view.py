"""The weekly review on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

import ipywidgets as widgets

from rutkit.dates import monday_of
from rutkit.formatting import format_date
from rutkit.home.brief.writing import write_brief
from rutkit.home.records import WeeklyReview, record_types
from rutkit.home.review.reviews import gone_on, habit, in_time, of_week, title_of
from rutkit.home.review.screens import Screen, next_screen, screens
from rutkit.steps.progress import Action
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button, card, folded_list
from rutkit.widgets.form import Form
from rutkit.widgets.markup import Markup, block, html, joined, put, row, stack
from rutkit.widgets.places import address
from rutkit.widgets.view import View
from rutkit.widgets.worked_out import WorkedOut


class ReviewView(View):
    """One screen after the other, and what was said in earlier weeks."""

    slug = "review"
    package = "rutkit.home.review"
    guide_is = "How a review goes"

    def build(self) -> Sequence[widgets.Widget]:
        """The screen that is on, and earlier weeks."""
        self._since = monotonic()
        self._shown: Screen | None = None
        self._forms: dict[tuple[str, str], Form[WeeklyReview]] = {}
        self._head, self._body = block(), block()
        self._field = stack()
        self._go_on = button(self.page, "Go on", lambda: self._leave(is_skipped=False))
        self._skip = button(self.page, "Skip", lambda: self._leave(is_skipped=True), Rank.QUIET)
        self._buttons = row(self._go_on, self._skip, classes=("rutkit-buttons",))
        shared.show(self._buttons, False)
        self._screens = WorkedOut(self, self._read, *record_types(), only_in_sight=True)
        self._screens.on_news(self._draw)
        return [
            card("This week’s review", self._head, self._body, self._field, self._buttons),
            card("Earlier weeks", self.text(self._earlier, WeeklyReview)),
        ]

    def ending(self) -> Sequence[widgets.Widget]:
        """The review itself ends with what comes next."""
        return []

    @property
    def _review(self) -> WeeklyReview | None:
        return of_week(self.workbook.all(WeeklyReview), self.page.today())

    def _read(self) -> tuple[Screen, ...]:
        page = self.page
        to_stop = write_brief(page.workbook, page.today(), page.alone).chosen.to_stop
        with page.alone():
            return screens(page.workbook, page.today(), to_stop)

    def _draw(self) -> None:
        shown = self._screens.result
        assert shown is not None
        review = self._review
        screen = None if review and review.finished else next_screen(shown, review)
        if screen is None or self._shown is None or screen.name != self._shown.name:
            self._since = monotonic()
        self._shown = screen
        shared.show(self._buttons, screen is not None)
        if screen is None:
            put(self._head, "")
            put(self._body, _finished(review) if review else _nothing_waits())
            self._field.children = ()
            return
        waiting = [each for each in shown if not each.is_clear]
        place = waiting.index(screen) + 1
        put(
            self._head,
            html(
                '<p class="rutkit-hint">{place} of {count}</p><h3 class="rutkit-chart-title">{title}</h3>'
                "<p>{said}</p>",
                place=place,
                count=len(waiting),
                title=screen.title,
                said=screen.said,
            ),
        )
        put(self._body, _links(screen.actions))
        self._field.children = (self._form(screen.field).widget,) if screen.field else ()
        self._go_on.description = "Finish" if place == len(waiting) else "Go on"

    def _form(self, field: str) -> Form[WeeklyReview]:
        week = monday_of(self.page.today()).isoformat()
        if (week, field) not in self._forms:
            self._forms[week, field] = self.keep(
                Form(self.page, WeeklyReview, fields=(field,), fixed={"week": week})
            )
        return self._forms[week, field]

    def _leave(self, *, is_skipped: bool) -> None:
        screen = self._shown
        if screen is None:
            return
        today = self.page.today()
        review = self._review or WeeklyReview(week=monday_of(today))
        after = gone_on(review, screen.name, monotonic() - self._since, is_skipped=is_skipped)
        shown = self._screens.result or ()
        if next_screen(shown, after) is None:
            after = after.model_copy(update={"finished": today})
        self.workbook.put(after, label="went on with the weekly review")
        self._draw()

    def _earlier(self) -> Markup:
        found = habit(self.workbook.all(WeeklyReview))
        rows = [
            html(
                "<b>{title}</b>, {time}. {sentence} {stop}",
                title=title_of(each),
                time=in_time(each.seconds),
                sentence=each.sentence,
                stop=f"To stop: {each.stop}." if each.stop.strip() else "",
            )
            for each in found.finished
        ]
        return html("<p>{sentence}</p>", sentence=found.sentence) + folded_list("What you wrote", rows)


def _links(actions: Sequence[Action]) -> Markup:
    if not actions:
        return Markup("")
    rows = joined(
        html(
            '<li><div><b>{text}</b><p>{reason}</p></div><a class="{rank}" data-route="{place}" href="#{place}" '
            'aria-label="Open it: {text}">Open it</a></li>',
            text=action.text,
            reason=action.reason,
            rank=Rank.SECOND.value,
            place=address(action.step, action.opens, action.record_id) if action.opens else action.step,
        )
        for action in actions
    )
    return html('<ul class="rutkit-actions">{rows}</ul>', rows=rows)


def _finished(review: WeeklyReview) -> Markup:
    day = f" on {format_date(review.finished)}" if review.finished else ""
    return html(
        '<p class="rutkit-calm">Done{day}, in {time}. The next one waits in a week.</p>{sentence}{stop}'
        '<p><a class="rutkit-button" data-route="home" href="#home">See what this week asks</a></p>',
        day=day,
        time=in_time(review.seconds),
        sentence=html('<blockquote class="rutkit-quote">{text}</blockquote>', text=review.sentence)
        if review.sentence.strip()
        else "",
        stop=html("<p>To stop: {text}</p>", text=review.stop) if review.stop.strip() else "",
    )


def _nothing_waits() -> Markup:
    return html('<p class="rutkit-empty">{text}</p>', text="Nothing waits.")
