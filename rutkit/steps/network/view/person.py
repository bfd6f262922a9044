"""Step 7 on the screen: one person, with the times that you were in touch and a message to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import ipywidgets as widgets

from rutkit.formatting import format_date, format_step
from rutkit.records import field_spec
from rutkit.steps.network.cadence import last_touches, rhythm_of, standing
from rutkit.steps.network.giving import hint, overall
from rutkit.steps.network.records import Cadence, Contact, Touch
from rutkit.steps.network.view.message import MessagePanel
from rutkit.steps.network.view.somebody import Somebody
from rutkit.widgets import shared
from rutkit.widgets.card import card
from rutkit.widgets.collection import Collection
from rutkit.widgets.markup import Markup, block, html, joined, put, stack
from rutkit.widgets.view import View

NOBODY = (
    "Choose one of those who are suggested, or find somebody here by name, company or anything you noted."
)
MOST_TOUCHES = 500


class PersonCard:
    """The person who is looked at; built anew for each."""

    def __init__(self, view: View, somebody: Somebody) -> None:
        self._view = view
        self._somebody = somebody
        self._portrait = block()
        self._parts: list[Part] = []
        self._content = stack(classes=("rutkit-form", "rutkit-person"))

    def cards(self) -> Sequence[widgets.Widget]:
        """The one card."""
        self._somebody.on_change(self._build)
        self._view.follow(self._draw, Contact, Touch, Cadence)
        return [
            stack(
                card("One person", self._somebody.widget, self._portrait, self._content, wide=True),
                classes=("rutkit-wide", "rutkit-somebody"),
            )
        ]

    def close(self) -> None:
        """Take away what was built for the person."""
        for part in self._parts:
            part.close()
        self._parts.clear()
        gone, self._content.children = self._content.children, ()
        shared.close(*gone)

    def _build(self) -> None:
        self.close()
        contact = self._somebody.contact
        if contact:
            view, page = self._view, self._view.page
            touches = Collection(
                page,
                Touch,
                columns=("day", "channel", "exchange", "said"),
                add_label="Note that you were in touch",
                empty="None noted yet. A few words each time are enough.",
                order_by="day",
                descending=True,
                initial=lambda: {"day": page.today().isoformat()},
                of={"contact": contact.id},
            )
            message = MessagePanel(view, contact)
            self._parts = [touches, message]
            heading = '<h4 class="rutkit-chart-title">{text}</h4>'
            self._content.children = (
                block(html(heading, text="Between you")),
                touches.widget,
                block(html(heading, text="Write to them")),
                message.widget,
            )
        self._draw()

    def _draw(self) -> None:
        contact = self._somebody.contact
        if contact is None:
            if self._parts:
                self.close()
            put(self._portrait, html('<p class="rutkit-empty">{text}</p>', text=NOBODY))
            return
        workbook, today = self._view.workbook, self._view.page.today()
        touches = workbook.page(
            Touch, order_by="day", descending=True, limit=MOST_TOUCHES, contact=contact.id
        ).records
        balance = overall(touches)
        rhythm = rhythm_of(contact, workbook.all(Cadence))
        last = last_touches(touches, today).get(contact.id)
        sentences = [standing(contact, rhythm, last, today).sentence] if rhythm else []
        sentences.append(balance.in_words)
        gentle = hint(contact.name, balance, contact.how_to_help)
        put(
            self._portrait,
            html('<h3 class="rutkit-chart-title">{name}</h3>', name=contact.called)
            + _facts(contact)
            + joined(html("<p>{text}</p>", text=text) for text in sentences)
            + (html('<p class="rutkit-calm">{text}</p>', text=gentle) if gentle else ""),
        )


class Part(Protocol):
    """Something that was built for one person."""

    def close(self) -> None:
        """Take it away."""


def _facts(contact: Contact) -> Markup:
    closeness = field_spec(Contact, "closeness")
    facts = (
        ("How you know them", contact.relation or ""),
        ("What they do", contact.at_work),
        ("Where", contact.place),
        ("How close", "" if contact.closeness is None else format_step(closeness, contact.closeness)),
        ("Connected since", format_date(contact.connected) if contact.connected else ""),
        ("Groups", ", ".join(contact.tags)),
        ("How you might help", contact.how_to_help),
        ("Mail", contact.mail),
        ("Phone", contact.phone),
    )
    rows = joined(
        html("<div><dt>{title}</dt><dd>{value}</dd></div>", title=title, value=value)
        for title, value in facts
        if value.strip()
    )
    return html('<dl class="rutkit-facts">{rows}</dl>', rows=rows) if rows else Markup("")
