"""Step 7 on the screen: the one person who is looked at."""

from __future__ import annotations

from collections.abc import Callable

import ipywidgets as widgets

from rutkit.steps.network.records import Contact, MessageDraft, Touch
from rutkit.widgets import shared
from rutkit.widgets.card import Rank
from rutkit.widgets.markup import Markup, block, html, joined, put, stack
from rutkit.widgets.view import View

SHOW = "network-show"
"""The action of every button that leads to a person; with the person’s id as `data-id`."""

FOUND = 8
SEARCH_SECONDS = 0.3
"""A burst of letters is one search."""


class Somebody:
    """Knows who is looked at, and lets the person find somebody by a few letters."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._id = ""
        self._callbacks: list[Callable[[], object]] = []
        self._forget: list[Callable[[], None]] = []
        page = view.page
        self._search = shared.make(widgets.Text, description="Find somebody")
        search_soon = page.once_a_burst(self._draw, SEARCH_SECONDS)
        self._search.observe(page.guard(lambda _: search_soon()), "value")
        self._found = block()
        self.widget = stack(
            stack(self._search, classes=("rutkit-field", "rutkit-search")),
            self._found,
            classes=("rutkit-finding",),
        )
        self.on_action(SHOW, self._show)
        view.on_place(Contact, self._open)
        view.on_place(Touch, lambda record_id: self._open_of(Touch, record_id))
        view.on_place(MessageDraft, lambda record_id: self._open_of(MessageDraft, record_id))

    @property
    def contact(self) -> Contact | None:
        """As saved now; `None` if nobody is looked at, or the person was removed."""
        return self._view.workbook.get(Contact, self._id) if self._id else None

    def on_change(self, callback: Callable[[], object]) -> None:
        """Call `callback` when somebody else is looked at."""
        self._callbacks.append(callback)

    def on_action(self, name: str, act: Callable[[Contact], object]) -> None:
        """Do something with the person whose id a clicked button carries."""

        def clicked(sent: dict[str, str]) -> None:
            contact = self._view.workbook.get(Contact, sent["id"])
            if contact:
                act(contact)

        self._forget.append(self._view.page.bridge.on_action(name, self._view.page.guard(clicked)))

    def close(self) -> None:
        """Stop listening to clicks, and take the search away."""
        for forget in self._forget:
            forget()
        self._callbacks.clear()
        shared.close(self.widget)

    def _open(self, contact_id: str) -> bool:
        contact = self._view.workbook.get(Contact, contact_id)
        if contact:
            self._show(contact)
        return contact is not None

    def _open_of(self, record_type: type[Touch] | type[MessageDraft], record_id: str) -> bool:
        record = self._view.workbook.get(record_type, record_id)
        return record is not None and self._open(record.contact)

    def _show(self, contact: Contact) -> None:
        self._id = contact.id
        self._search.value = ""
        put(self._found, "")
        for callback in self._callbacks:
            callback()
        self._view.page.bridge.focus(".rutkit-somebody h3")

    def _draw(self) -> None:
        words = str(self._search.value).strip()
        if not words:
            put(self._found, "")
            return
        found = self._view.workbook.page(Contact, search=words, order_by="name", limit=FOUND)
        rows = joined(
            html(
                '<li>{button} <span class="rutkit-hint">{at_work}</span></li>',
                button=who_button(SHOW, each.called, each, Rank.QUIET),
                at_work=each.at_work,
            )
            for each in found.records
        )
        more = found.total - len(found.records)
        put(
            self._found,
            html('<ul class="rutkit-conditions">{rows}</ul>', rows=rows)
            + html('<p class="rutkit-hint">{text}</p>', text=_said(len(found.records), more, words)),
        )


def who_button(action: str, text: str, contact: Contact, rank: Rank) -> Markup:
    """A button that does something with one person."""
    return html(
        '<button type="button" class="{rank}" data-action="{action}" data-id="{id}"{label}>{text}</button>',
        rank=rank.value,
        action=action,
        id=contact.id,
        label=""
        if text == contact.called
        else html(' aria-label="{text}: {name}"', text=text, name=contact.called),
        text=text,
    )


def _said(shown: int, more: int, words: str) -> str:
    if not shown:
        return f"Nobody’s entry contains “{words}”."
    return f"And {more:,} more: go on typing." if more else ""
