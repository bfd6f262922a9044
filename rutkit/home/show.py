"""`rutkit.show`: the whole workbook, or one step of it, as a widget in a notebook."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import ipywidgets as widgets

from rutkit.errors import RutkitError
from rutkit.home.locked import LockedPage, closed_page
from rutkit.home.locking import Lock, LockWatch
from rutkit.home.panels import ROUTES
from rutkit.home.shell import LOST, Shell, make_view
from rutkit.serving.visit import is_started_ahead, open_for_this_page
from rutkit.widgets import shared
from rutkit.widgets.ending import end_all
from rutkit.widgets.farewell import finish_before_shutdown
from rutkit.widgets.markup import block, stack
from rutkit.widgets.page import Page
from rutkit.widgets.view import Closable
from rutkit.workbook import PassphraseError

if TYPE_CHECKING:
    from rutkit.workbook import Workbook


NOT_KEPT = (
    "This is a temporary workbook: what you write here goes away when you close the page. "
    "Under “Your workbook” on the dashboard you can take a copy along."
)

NOT_TOLD = (
    "This window is locked. Others that show the workbook could not be told: if there are any, "
    "press “Lock now” there, too."
)


class UnknownStepError(RutkitError):
    """`show` was asked for a step that there is not."""


def show(step: str | None = None, *, workbook: Workbook | None = None) -> widgets.Widget:
    """The widget to show: it can be used once its root has the class `rutkit-ready`.

    Raises:
        UnknownStepError: no step has this slug.
    """
    if step not in (None, *ROUTES):
        raise UnknownStepError(f"There is no step called “{step}”. There are: {', '.join(ROUTES)}.")
    if workbook is not None:
        finish_before_shutdown()
        return OpenPage(workbook, step).widget
    if is_started_ahead():
        from rutkit.home.reading_ahead import read_ahead

        read_ahead()
    return Door(step).widget


class Door:
    """Where the workbook is shown: its page, or, while it is locked, a question for its passphrase."""

    def __init__(self, step: str | None) -> None:
        self._step = step
        self.widget = stack()
        self._page: OpenPage | None = None
        self._asking: LockedPage | None = None
        try:
            self._show(open_for_this_page())
        except PassphraseError:
            self._ask()
        except RutkitError as error:
            self.widget.children = (closed_page(str(error)),)
        # Not before: a kernel that was started ahead learns only from its first page that Voilà will end it.
        finish_before_shutdown()

    def _show(self, workbook: Workbook) -> None:
        try:
            self._page = OpenPage(workbook, self._step, lock=self._lock)
        except BaseException:
            workbook.close()
            raise
        self.widget.children = (self._page.widget,)

    def _ask(self, *, was_open: bool = False) -> None:
        def on_open(workbook: Workbook) -> None:
            self._show(workbook)
            self._asking = None
            asking.close()

        self._asking = asking = LockedPage(on_open, was_open=was_open)
        self.widget.children = (asking.widget,)

    def _lock(self, tell_others: Callable[[], object]) -> None:
        """Take everything off the page first, then close it, tell the others, and close the file.

        Each of these happens, whatever fails before it.
        """
        page, self._page = self._page, None
        if page is not None:
            self.widget.children = ()
            end_all(
                lambda: self._ask(was_open=True),
                page.close,
                lambda: self._tell(tell_others),
                page.workbook.close,
            )

    def _tell(self, tell_others: Callable[[], object]) -> None:
        try:
            tell_others()
        except RutkitError:
            if self._asking:
                self._asking.say(NOT_TOLD)
            raise


class OpenPage:
    """The page of a workbook that is open: all of it, or one step."""

    def __init__(self, workbook: Workbook, step: str | None, *, lock: Lock | None = None) -> None:
        self.workbook = workbook
        self._parts: list[Closable] = []
        page = Page(workbook, locks=lock is not None)
        if workbook.is_temporary:
            page.notices.show(NOT_KEPT)
        if lock is not None:
            self._parts.append(LockWatch(page, lock))
        if step is None:
            shell = Shell(page)
            self._parts.append(shell)
            self.widget = shell.widget
        else:
            self._parts.append(page)
            self.widget = self._one_step(page, step)
        page.bridge.on_first_sign(page.guard(lambda: self.widget.add_class("rutkit-ready")))

    def close(self) -> None:
        """Close everything on the page; the workbook stays open."""
        end_all(*(part.close for part in self._parts), lambda: shared.close(self.widget))

    def _one_step(self, page: Page, slug: str) -> widgets.VBox:
        """One step without the navigation, for a notebook of its own."""
        page.bridge.routes = [slug]
        page.bridge.route = slug
        view = make_view(slug, page)
        self._parts.insert(0, view)
        main = stack(page.status.widget, page.notices.widget, view.widget, classes=("rutkit-main",))
        return stack(
            page.bridge, block(LOST, "rutkit-lost-notice"), main, classes=("rutkit", "rutkit-single")
        )
