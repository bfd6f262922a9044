"""Step 9 on the screen: the timer of a session. It runs in the workbook, so that no closed tab ends it."""

from __future__ import annotations

from datetime import datetime

import ipywidgets as widgets
from pydantic import JsonValue

from rutkit.steps.job_search.records import Session
from rutkit.steps.job_search.rhythm.timer import TIMED, Running, from_draft
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button
from rutkit.widgets.form import Form, new_key
from rutkit.widgets.markup import block, html, put, row, stack
from rutkit.widgets.view import View

TICK_SECONDS = 20.0
_KEPT_AS = ("job_search_timer", "")


class SessionTimer:
    """Begin, see it run, end it with a note: then it is a session like any other."""

    def __init__(self, view: View) -> None:
        self._page = view.page
        self._workbook = view.workbook
        page = view.page
        self._says = block()
        self._activity = shared.make(widgets.Dropdown, description="What for", options=TIMED)
        self._beginning = stack(
            stack(self._activity, classes=("rutkit-field",)),
            row(button(page, "Begin a session", self.begin), classes=("rutkit-buttons",)),
            classes=("rutkit-form",),
        )
        self._running = row(
            button(page, "End it", self.end),
            button(page, "Forget it", self.forget, Rank.QUIET),
            classes=("rutkit-buttons",),
        )
        self._form: Form[Session] | None = None
        self._ending = stack(classes=("rutkit-form",))
        self.widget = stack(self._says, self._beginning, classes=("rutkit-timer",))
        self._draw()
        self._open_what_was_begun()
        self._end_ticking = page.every(TICK_SECONDS, self._draw)

    @property
    def running(self) -> Running | None:
        """The session that goes on, by whichever window."""
        kept = self._workbook.draft(*_KEPT_AS)
        return from_draft(kept.values) if kept else None

    def begin(self) -> None:
        """Let it run from now on."""
        if self.running is None:
            running = Running(self._activity.value, _now())
            self._workbook.save_draft(*_KEPT_AS, running.as_draft())
        self._draw()

    def end(self) -> None:
        """Show what came of it, to be noted and saved; the timer runs until it is."""
        running = self.running
        if running and not self._form:
            self._open_form(running)
            self._page.bridge.focus(".rutkit-timer textarea")
        self._draw()

    def forget(self) -> None:
        """End it without a trace."""
        self._workbook.discard_draft(*_KEPT_AS)
        self._close_form()
        self._draw()

    def close(self) -> None:
        """Take it away; the session goes on."""
        self._end_ticking()
        self._close_form()
        shared.close(self.widget, self._beginning, self._running, self._ending)

    def _open_what_was_begun(self) -> None:
        """Show the end of the session again if something was written there when the page was closed."""
        running = self.running
        if running and self._workbook.draft(Session.table(), new_key(_fixed(running))):
            self._open_form(running)
            self._draw()

    def _open_form(self, running: Running) -> None:
        minutes = max(running.minutes(_now()), 1)
        self._form = Form(
            self._page,
            Session,
            fields=("activity", "minutes", "note"),
            fixed=_fixed(running),
            initial={"activity": running.activity, "minutes": str(minutes)},
            saves_itself=False,
        )
        self._ending.children = (
            self._form.widget,
            row(
                button(self._page, "Save the session", self._save),
                button(self._page, "Go on", self._go_on, Rank.QUIET),
                classes=("rutkit-buttons",),
            ),
        )

    def _save(self) -> None:
        if self._form and self._form.save():
            self.forget()

    def _go_on(self) -> None:
        if self._form:
            self._form.discard()
        self._close_form()
        self._draw()

    def _close_form(self) -> None:
        if self._form:
            self._form.close()
            self._form = None
            opened, self._ending.children = self._ending.children, ()
            shared.close(*opened)

    def _draw(self) -> None:
        running = self.running
        if running is None:
            put(self._says, "")
            self.widget.children = (self._says, self._beginning)
            return
        sentence = running.sentence(_now())
        if running.may_be_forgotten(_now()):
            sentence += " If you forgot it, end it and put in the minutes that were."
        put(self._says, html('<p role="timer">{sentence}</p>', sentence=sentence))
        self.widget.children = (self._says, self._ending if self._form else self._running)


def _fixed(running: Running) -> dict[str, JsonValue]:
    """What sets the form of this session apart from a session of another day."""
    return {"day": running.began.date().isoformat()}


def _now() -> datetime:
    """The moment on the person's own clock."""
    return datetime.now()  # noqa: DTZ005 - local time is what is meant
