"""Step 8 on the screen: events and renewals as a file for one's own calendar."""

from __future__ import annotations

from rutkit.steps.groups.events import calendar_events
from rutkit.steps.groups.records import Group, GroupEvent
from rutkit.widgets import shared
from rutkit.widgets.download import download_link
from rutkit.widgets.folded import Folded
from rutkit.widgets.markup import Markup, block, html, put
from rutkit.widgets.newest_work import NewestWork
from rutkit.widgets.view import View


class CalendarExport:
    """A link to the file, written beside the page when somebody asks for it, and again when an event changes."""

    def __init__(self, view: View) -> None:
        self._page = view.page
        self._writing = NewestWork(view.page)
        self._link = block()
        self._folded = Folded(
            view.page, "Take them along for your calendar", lambda: self._link, on_open=self._draw
        )
        self.widget = self._folded.widget
        view.follow_later(self._draw, GroupEvent, Group)

    def close(self) -> None:
        """Take it away."""
        self._folded.close()
        shared.close(self._link)

    def _draw(self) -> None:
        if self._folded.is_open:
            self._writing.begin(self._write, lambda content: put(self._link, _drawn(content)))

    def _write(self) -> bytes:
        from rutkit.exchange.calendar import calendar_file

        events = self._page.all_in_parts(GroupEvent)
        with self._page.alone():
            groups = self._page.workbook.all(Group)
        written = calendar_events(events, groups)
        return calendar_file(written) if written else b""


def _drawn(content: bytes) -> Markup:
    if not content:
        return html('<p class="rutkit-empty">{text}</p>', text="There is nothing to take along yet.")
    link = download_link(
        "Take them along (.ics)", "rutkit-groups.ics", "text/calendar;charset=utf-8", content
    )
    return html('<p>{link}</p><p class="rutkit-hint">{text}</p>', link=link, text=_HINT)


_HINT = (
    "With reminders and renewals, without what you will not go to. Taking a newer file in later brings the same events "
    "up to date."
)
