"""What every step's view is: built on first sight, redrawn when the workbook changes, closed without a trace."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Protocol, TypeVar

import ipywidgets as widgets

from rutkit.chart import Chart, Palette
from rutkit.records import Record
from rutkit.widgets import shared
from rutkit.widgets.card import Guide, foldable
from rutkit.widgets.chart import ChartPanel
from rutkit.widgets.ending import end_all
from rutkit.widgets.markup import Markup, block, html, put, stack
from rutkit.widgets.page import Page
from rutkit.widgets.places import Opener

REDRAW_SECONDS = 0.25
"""A burst of typing is one redraw: what is drawn may wait a moment, what is typed never does."""

Begin = Callable[[Callable[[], object]], object]
"""What is told what to call, and calls it when its time has come: `Page.soon`, `Page.when_ready`."""


class Closable(Protocol):
    """Anything that listens and must be told to stop."""

    def close(self) -> None:
        """Stop listening."""


C = TypeVar("C", bound=Closable)


class View(ABC):
    """One step on the page. A subclass names its `slug` and `package` and builds its cards in `build`."""

    slug: str
    package: str
    """Where its `guide.md` is."""
    guide_is = "Why, how, and one caveat"
    """What the guide beneath its first paragraph holds."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.workbook = page.workbook
        self._parts: list[Closable] = []
        self._redraws: list[tuple[frozenset[str], Callable[[], None]]] = []
        self._forget: list[Callable[[], None]] = []
        guide = Guide(self.package)
        self.widget = stack(
            block(
                html('<h1>{title}</h1><p class="rutkit-lead">{lead}</p>', title=guide.title, lead=guide.lead)
                + html(
                    '<div class="rutkit-guide">{body}</div>',
                    body=foldable(self.guide_is, guide.body),
                ),
                "rutkit-head",
            ),
            *self.build(),
            *self.ending(),
            classes=("rutkit-step", f"rutkit-step-{self.slug}"),
        )
        # After the parts, so that each of them knows of a change before what is drawn from it.
        self._forget += [
            page.workbook.watch(page.guard(self.redraw_after)),
            page.on_new_day(self._redraw_all),
        ]

    @property
    def is_in_sight(self) -> bool:
        """Whether this is the view that the page shows: always, where there is only one."""
        return self.slug not in self.page.bridge.routes or self.page.bridge.route == self.slug

    @abstractmethod
    def build(self) -> Sequence[widgets.Widget]:
        """The cards of the step, from top to bottom."""

    def ending(self) -> Sequence[widgets.Widget]:
        """The last card: the step's one next action."""
        records = import_module(f"{self.package}.records").RECORDS
        return [stack(self.text(self._next_action, *records), classes=("rutkit-card", "rutkit-next"))]

    def keep(self, part: C) -> C:
        """Close this part together with the view; returns it."""
        self._parts.append(part)
        return part

    def on_action(self, name: str, act: Callable[[Mapping[str, str]], object]) -> None:
        """Call `act` with what a click on the view's own HTML sends (`data-action`), until the view closes."""
        self._forget.append(self.page.bridge.on_action(name, self.page.guard(act)))

    def on_place(self, record_type: type[Record], opener: Opener) -> None:
        """Have `opener` show records of this type when a link leads to one, until the view closes."""
        self._forget.append(self.page.places.add(record_type, opener))

    def follow(self, redraw: Callable[[], object], *record_types: type[Record]) -> None:
        """Call `redraw` now, and again soon after any record of these types has changed."""
        self._redraw_on(record_types, redraw)
        redraw()

    def follow_later(
        self, redraw: Callable[[], object], *record_types: type[Record], begin: Begin | None = None
    ) -> None:
        """The same for what takes its time: called first once the form can be used, or when `begin` has it."""
        self._redraw_on(record_types, redraw)
        (begin or self.page.when_ready)(redraw)

    def chart(
        self, name: str, draw: Callable[[Palette], Chart], *record_types: type[Record]
    ) -> widgets.Widget:
        """A chart that is drawn once the form can be used, and again when records of these types change."""
        panel = self.keep(ChartPanel(self.page, name, draw))
        self._redraw_on(record_types, panel.redraw)
        return panel.widget

    def text(self, write: Callable[[], str], *record_types: type[Record]) -> widgets.HTML:
        """A piece of HTML that is written now, and again when records of these types change."""
        piece = block()
        self.follow(lambda: put(piece, write()), *record_types)
        return piece

    def later_text(self, write: Callable[[], str], *record_types: type[Record]) -> widgets.HTML:
        """The same for what takes its time: written once the form can be used."""
        piece = block()
        self.follow_later(lambda: put(piece, write()), *record_types)
        return piece

    def close(self) -> None:
        """Unregister everything that the view made."""
        end_all(
            *self._forget,
            *(part.close for part in self._parts),
            lambda: shared.close(self.widget),
        )

    def redraw_after(self, tables: frozenset[str]) -> None:
        """Draw soon what follows any of these tables."""
        for followed, redraw in self._redraws:
            if followed & tables:
                redraw()

    def _next_action(self) -> Markup:
        action = import_module(f"{self.package}.progress").progress(self.workbook, self.page.today()).action
        return html(
            '<div class="rutkit-actions"><div class="rutkit-action">'
            "<div><h2>Next: {text}</h2><p>{reason}</p></div>{link}</div></div>",
            text=action.text,
            reason=action.reason,
            link=Markup("") if action.step == self.slug else self._link_to(action.step),
        )

    def _link_to(self, slug: str) -> Markup:
        if slug not in self.page.bridge.routes:
            return Markup("")
        return html('<a class="rutkit-button" data-route="{slug}" href="#{slug}">Open it</a>', slug=slug)

    def _redraw_all(self) -> None:
        for _, redraw in self._redraws:
            redraw()

    def _redraw_on(self, record_types: Sequence[type[Record]], redraw: Callable[[], object]) -> None:
        tables = frozenset(kind.table() for kind in record_types)
        self._redraws.append((tables, self.page.once_a_burst(redraw, REDRAW_SECONDS)))
