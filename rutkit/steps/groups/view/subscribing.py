"""Step 8 on the screen: a group's calendar file. What it would do is shown first; all of it is one undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ipywidgets as widgets

from rutkit.errors import RutkitError
from rutkit.formatting import counted
from rutkit.steps.groups.records import Group, GroupEvent
from rutkit.steps.groups.times import first_clock, first_day
from rutkit.steps.groups.trials import called
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button, folded_list
from rutkit.widgets.markup import Markup, block, html, joined, put, row, stack
from rutkit.widgets.newest_work import NewestWork
from rutkit.widgets.progress import ProgressBar
from rutkit.widgets.upload import Upload
from rutkit.widgets.view import View

if TYPE_CHECKING:
    from rutkit.exchange.calendar_reading import CalendarContent
    from rutkit.steps.groups.subscribing import Change, Subscribing

PROGRESS_FROM = 200
SAMPLED = 5
NO_GROUP = ("(none)", "")


class CalendarImport:
    """The whole way from a calendar file to events."""

    def __init__(self, view: View) -> None:
        page = view.page
        self._page = page
        self._workbook = view.workbook
        self._work = NewestWork(page)
        self._content: CalendarContent | None = None
        self._plan: Subscribing | None = None
        self._filename = ""
        self._is_loading = False
        self._upload = Upload(page, "Read a calendar file (.ics)", ".ics,.ical,.ifb,text/calendar", self.take)
        self._progress = ProgressBar("Reading the events", from_total=PROGRESS_FROM)
        self._says = block()
        self._group = shared.make(widgets.Dropdown, description="New events belong to")
        self._group.observe(page.guard(lambda _: self._plan_again()), "value")
        self._group_row = stack(self._group, classes=("rutkit-field",))
        self._buttons = row(
            button(page, "Take them in", self._save),
            button(page, "Cancel", self.reset, Rank.QUIET),
            classes=("rutkit-buttons",),
        )
        self.widget = stack(classes=("rutkit-import",))
        self.reset()

    def take(self, content: bytes, name: str) -> None:
        """Read a file beside the page, and show what would come of it."""
        self._filename = name
        put(self._says, html("<p>{text}</p>", text=f"Reading “{name}”…"))
        self.widget.children = (self._says, self._progress.widget)

        def read() -> CalendarContent | RutkitError:
            from rutkit.exchange.calendar_reading import read_calendar

            try:
                return read_calendar(
                    content,
                    name,
                    lambda done, total: self._page.soon(lambda: self._progress.show(done, total)),
                )
            except RutkitError as refusal:
                return refusal

        self._work.begin(read, self._know, otherwise=self.reset)

    def reset(self) -> None:
        """Forget what was read; a file can be chosen again."""
        self._work.drop()
        self._content = self._plan = None
        put(self._says, "")
        self.widget.children = (self._upload.widget, self._says)

    def close(self) -> None:
        """Take no more files, and take everything away."""
        self._upload.close()
        shared.close(self.widget, self._says, self._group_row, self._buttons, self._progress.widget)

    def _know(self, content: CalendarContent | RutkitError) -> None:
        if isinstance(content, RutkitError):
            self.reset()
            put(self._says, html('<p class="rutkit-error" role="alert">{text}</p>', text=str(content)))
            return
        self._content = content
        names = [called(group) for group in self._workbook.all(Group)]
        self._is_loading = True
        self._group.options = (NO_GROUP, *((name, name) for name in names))
        self._group.value = content.name if content.name in names else ""
        self._is_loading = False
        self._plan_again()

    def _plan_again(self) -> None:
        content, group = self._content, self._group.value or ""
        if content is None or self._is_loading:
            return
        self._plan = None  # what is shown now is for another group

        def plan() -> Subscribing:
            from rutkit.steps.groups.subscribing import subscribe

            existing = self._page.all_in_parts(GroupEvent)
            return subscribe(content, existing, group, self._page.today())

        self._work.begin(plan, self._preview, otherwise=self.reset)

    def _preview(self, plan: Subscribing) -> None:
        self._plan = plan
        put(self._says, _described(plan, self._filename))
        shared.show(self._group_row, bool(plan.new))
        shown = (self._says, self._group_row, self._buttons)
        self.widget.children = (self._says, self._upload.widget) if plan.is_empty else shown

    def _save(self) -> None:
        plan = self._plan
        if plan is None:
            return
        self._plan = None
        label = f"read {plan.label} from {self._filename}"
        with self._workbook.batch(label):
            self._workbook.add_many(plan.new, label=label)
            for change in plan.changed:
                self._workbook.update(change.after, label=label)
            self._workbook.remove_many(plan.gone, label=label)
        self._page.status.saved()
        self.reset()


def _described(plan: Subscribing, filename: str) -> Markup:
    left_out = [
        f"{counted(plan.same, 'event')} {'is' if plan.same == 1 else 'are'} as before." if plan.same else "",
        f"{counted(plan.past, 'event')} over for more than a year {'is' if plan.past == 1 else 'are'} left out."
        if plan.past
        else "",
        *plan.remarks,
    ]
    return joined(
        [
            html("<p><b>“{name}”: {label}.</b></p>", name=filename, label=plan.label),
            html('<ul class="rutkit-words">{rows}</ul>', rows=joined(map(_sample, plan.new[:SAMPLED])))
            if plan.new
            else Markup(""),
            folded_list("What changes", [_change(each) for each in plan.changed], is_open=True),
            folded_list("What is canceled and goes", [_event(each) for each in plan.gone], is_open=True),
            *(html('<p class="rutkit-hint">{text}</p>', text=text) for text in left_out if text),
        ]
    )


def _change(change: Change) -> Markup:
    return html("<b>{title}</b>: {what}", title=change.before.title, what=change.in_words)


def _sample(event: GroupEvent) -> Markup:
    return html("<li>{event}</li>", event=_event(event))


def _event(event: GroupEvent) -> Markup:
    return html(
        '{title} <span class="rutkit-hint">{day}{again}</span>',
        title=event.title,
        day=", ".join([first_day(event), *([first_clock(event)] if event.at else [])]),
        again=", again and again" if event.rule else "",
    )
