"""The shell: navigation over all ten steps on the left, the step on the right, in one kernel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rutkit.home.panels import HOME, PANELS, ROUTES, Panel, panel
from rutkit.home.so_far.noting import note_this_week
from rutkit.serving.visit import is_owners_alone
from rutkit.steps import STEPS, Step, step
from rutkit.steps.progress import State
from rutkit.widgets import shared
from rutkit.widgets.ending import end_all
from rutkit.widgets.markup import Markup, block, html, joined, put, stack
from rutkit.widgets.page import Page

if TYPE_CHECKING:
    from rutkit.widgets.view import View

REDRAW_SECONDS = 0.3


class Shell:
    """The whole workbook as one widget. A step's view is built on its first visit and kept after that."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.bridge.routes = list(ROUTES)
        self._views: dict[str, View] = {}
        self._nav = block()
        self._main = stack(page.status.widget, page.notices.widget, classes=("rutkit-main",))
        self.widget = stack(
            page.bridge,
            block(LOST + _one_panel_at_a_time(page.bridge.routes), "rutkit-lost-notice"),
            self._nav,
            self._main,
            classes=("rutkit", "rutkit-shell"),
        )
        redraw_soon = page.once_a_burst(self.redraw_navigation, REDRAW_SECONDS)
        self._forget = [
            page.workbook.watch(page.guard(lambda _: redraw_soon())),
            page.on_new_day(self.redraw_navigation),
        ]
        self.redraw_navigation()
        self.visit(HOME)
        page.when_ready(lambda: page.in_background(lambda: note_this_week(page), lambda _: None))
        page.bridge.observe(page.guard(lambda change: self.visit(change["new"])), "route")

    def visit(self, slug: str) -> None:
        """Build the step on its first visit; showing it is the browser's part."""
        if slug in self._views or slug not in self.page.bridge.routes:
            return
        view = make_view(slug, self.page)
        self._views[slug] = view
        self._main.children = (*self._main.children, view.widget)

    def redraw_navigation(self) -> None:
        """Show every step with its state as it is now."""
        lock = LOCK_NOW if self.page.can_lock else ""
        first, *others = PANELS
        put(
            self._nav,
            html(
                _NAVIGATION,
                whose=self._whose(),
                lock=lock,
                first=self._panel_entry(first),
                steps=joined(self._entry(each) for each in STEPS),
                others=joined(self._panel_entry(each) for each in others),
            ),
        )

    def close(self) -> None:
        """Close every view and stop listening."""
        end_all(
            *self._forget,
            *(view.close for view in self._views.values()),
            self.page.close,
            lambda: shared.close(self.widget),
        )

    def _whose(self) -> str:
        if self.page.workbook.is_temporary:
            return "A temporary workbook, gone when you close this page"
        if is_owners_alone():
            return "Your workbook, on your organization’s server"
        return "Your workbook, on this machine only"

    def _panel_entry(self, panel: Panel) -> Markup:
        return html(
            '<li><a class="rutkit-nav-{slug}" data-route="{slug}" href="#{slug}"{current}>'
            '<span class="rutkit-number" aria-hidden="true">{mark}</span>'
            '<span class="rutkit-name">{name}</span></a></li>',
            slug=panel.slug,
            current=self._current(panel.slug),
            mark=panel.mark,
            name=panel.name,
        )

    def _entry(self, step: Step) -> Markup:
        progress = step.progress(self.page.workbook, self.page.today())
        return html(
            _ENTRY,
            slug=step.slug,
            state=progress.state.name.lower().replace("_", "-"),
            current=self._current(step.slug),
            mark="✓" if progress.state in (State.DONE, State.DUE) else str(step.number),
            short=step.short,
            note=progress.note,
            said=progress.state.value,
        )

    def _current(self, slug: str) -> Markup:
        return Markup(' aria-current="page"' if self.page.bridge.route == slug else "")


def make_view(slug: str, page: Page) -> View:
    """The view of a step, or of another panel of the dashboard."""
    other = panel(slug)
    if other:
        return other.make_view(page)
    view: View = step(slug).module("view").StepView(page)
    return view


def _one_panel_at_a_time(routes: list[str]) -> Markup:
    """Panels that were built stay in the page; the route that the root carries says which one is seen."""
    others = joined(
        html('.rutkit-shell[data-route="{slug}"] .rutkit-step:not(.rutkit-step-{slug})', slug=slug)
        + Markup(", ")
        for slug in routes
    )
    return html("<style>{others} .rutkit-none {{ display: none !important; }}</style>", others=others)


LOST = Markup(
    '<p class="rutkit-notice" role="alert">rutkit has stopped answering. What you typed until a few seconds ago is '
    "saved. Copy anything newer, then reload this page; if that does not help, start rutkit again.</p>"
)

LOCK_NOW = Markup(' · <button type="button" class="rutkit-link" data-action="lock">Lock now</button>')

_NAVIGATION = Markup(
    '<nav aria-label="Steps"><p class="rutkit-brand">rutkit</p>'
    '<p class="rutkit-tagline">{whose}{lock}</p><ol>{first}{steps}</ol><ol>{others}</ol></nav>'
)

_ENTRY = Markup(
    '<li><a class="rutkit-nav-{slug} rutkit-{state}" data-route="{slug}" href="#{slug}"{current}>'
    '<span class="rutkit-number" aria-hidden="true">{mark}</span><span class="rutkit-name">{short}</span>'
    '<span class="rutkit-note">{note}</span><span class="rutkit-unseen">, {said}</span></a></li>'
)
