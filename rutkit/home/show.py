"""`rutkit.show`: the whole workbook, or one step of it, as a widget in a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ipywidgets as widgets

from rutkit.errors import RutkitError
from rutkit.home.locked import LockedPage, closed_page
from rutkit.home.shell import HOME, LOST, Shell, make_view
from rutkit.serving.visit import is_started_ahead, open_for_this_page
from rutkit.steps import STEPS
from rutkit.widgets.farewell import finish_before_shutdown
from rutkit.widgets.markup import block, stack
from rutkit.widgets.page import Page
from rutkit.workbook import PassphraseError

if TYPE_CHECKING:
    from rutkit.workbook import Workbook


NOT_KEPT = (
    "This is a temporary workbook: what you write here goes away when you close the page. "
    "The dashboard lets you take a copy along."
)


class UnknownStepError(RutkitError):
    """`show` was asked for a step that there is not."""


def show(step: str | None = None, *, workbook: Workbook | None = None) -> widgets.Widget:
    """The widget to show: it can be used once its root has the class `rutkit-ready`.

    Raises:
        UnknownStepError: no step has this slug.
    """
    slugs = [candidate.slug for candidate in STEPS]
    if step not in (None, HOME, *slugs):
        raise UnknownStepError(f"There is no step called “{step}”. The steps are: {', '.join(slugs)}.")
    if workbook is not None:
        return page_of(workbook, step)
    if is_started_ahead():
        from rutkit.home.reading_ahead import read_ahead

        read_ahead()
    try:
        return page_of(open_for_this_page(), step)
    except PassphraseError:
        return LockedPage(lambda opened: page_of(opened, step)).widget
    except RutkitError as error:
        return closed_page(str(error))


def page_of(workbook: Workbook, step: str | None) -> widgets.Widget:
    """The page of a workbook that is open."""
    finish_before_shutdown()
    page = Page(workbook)
    if workbook.is_temporary:
        page.notices.show(NOT_KEPT)
    root = Shell(page).widget if step is None else one_step(page, step)
    page.bridge.on_first_sign(page.guard(lambda: root.add_class("rutkit-ready")))
    return root


def one_step(page: Page, slug: str) -> widgets.Widget:
    """One step without the navigation, for a notebook of its own."""
    page.bridge.routes = [slug]
    page.bridge.route = slug
    view = make_view(slug, page)
    main = stack(page.status.widget, page.notices.widget, view.widget, classes=("rutkit-main",))
    return stack(page.bridge, block(LOST, "rutkit-lost-notice"), main, classes=("rutkit", "rutkit-single"))
