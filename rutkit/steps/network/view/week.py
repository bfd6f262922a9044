"""Step 7 on the screen: whom to write to this week."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import ipywidgets as widgets

from rutkit.dates import WEEKDAYS
from rutkit.formatting import format_day
from rutkit.steps.network.evidence import WEIGHTS
from rutkit.steps.network.overview import Overview
from rutkit.steps.network.records import Asking, Contact, MessageDraft, WritingChoices
from rutkit.steps.network.suggestions import NOT_NOW_DAYS, Suggestion
from rutkit.steps.network.view.all_people import AllPeople
from rutkit.steps.network.view.somebody import SHOW, Somebody, who_button
from rutkit.widgets.card import Rank, card, foldable
from rutkit.widgets.folded import Folded
from rutkit.widgets.form import Form
from rutkit.widgets.markup import Markup, block, html, joined
from rutkit.widgets.view import View

NOT_NOW, NOT_THIS_ONE = "network-not-now", "network-not-this-one"
SHOWN_BEGUN = 5


class WeekCard:
    """A few people with the reasons, and what may be a reason."""

    def __init__(self, view: View, everybody: AllPeople, somebody: Somebody) -> None:
        self._view = view
        self._everybody = everybody
        self._somebody = somebody

    def cards(self) -> Sequence[widgets.Widget]:
        """The one card."""
        view, page = self._view, self._view.page
        later = timedelta(days=NOT_NOW_DAYS)
        self._somebody.on_action(NOT_NOW, lambda found: self._ask(found, "not now", page.today() + later))
        self._somebody.on_action(NOT_THIS_ONE, lambda found: self._ask(found, "not this one", None))
        choices = view.keep(
            Folded(
                page,
                "Choose how many, and what may be a reason",
                lambda: view.keep(Form(page, WritingChoices, fields=("people_a_week", "reasons"))).widget,
                holds=(WritingChoices,),
            )
        )
        return [
            card(
                "Whom to write to this week",
                view.later_text(self._begun, MessageDraft, Contact),
                self._everybody.text(self._suggested),
                block(foldable("How the reasons weigh", _weights())),
                choices.widget,
                hint="The list stays until Sunday. Nobody is told anything, and no answer is expected of you.",
                wide=True,
            )
        ]

    def _suggested(self, found: Overview) -> Markup:
        if not found.suggested:
            return html('<p class="rutkit-empty">{text}</p>', text=_nobody(found))
        rows = joined(self._row(each) for each in found.suggested)
        return html('<ul class="rutkit-words">{rows}</ul>', rows=rows)

    def _begun(self) -> Markup:
        """The messages that are neither sent nor emptied, each with the way to it; the newest first."""
        workbook = self._view.workbook
        begun = [
            contact
            for message in workbook.all(MessageDraft, order_by="updated_at", descending=True)
            if (message.subject + message.text).strip()
            and (contact := workbook.get(Contact, message.contact)) is not None
        ]
        if not begun:
            return Markup("")
        rows = joined(
            html(
                "<li>You began a message to {name}: {button}</li>",
                name=each.called,
                button=who_button(SHOW, "Go on", each, Rank.QUIET),
            )
            for each in begun[:SHOWN_BEGUN]
        )
        more = len(begun) - SHOWN_BEGUN
        return html(
            '<ul class="rutkit-conditions">{rows}{more}</ul>',
            rows=rows,
            more=html('<li class="rutkit-hint">and {count} more</li>', count=f"{more:,}") if more > 0 else "",
        )

    def _row(self, each: Suggestion) -> Markup:
        who = each.contact
        return html(
            '<li><b>{name}</b> <span class="rutkit-hint">{where}</span>{rest}</li>',
            name=who.called,
            where=who.at_work,
            rest=self._done(who, each.done) if each.done else _reasons(each) + _buttons(who),
        )

    def _done(self, contact: Contact, done: date) -> Markup:
        day = format_day(done, self._view.page.today())
        return html(
            '<p class="rutkit-hint">{text}</p><div class="rutkit-buttons">{button}</div>',
            text=f"You were in touch {f'on {day}' if day in WEEKDAYS else day}: one of this week’s.",
            button=who_button(SHOW, "Open", contact, Rank.QUIET),
        )

    def _ask(self, contact: Contact, asking: Asking, not_before: date | None) -> None:
        self._view.workbook.update(
            contact.model_copy(update={"asking": asking, "not_before": not_before}),
            label=f"said “{asking}” of {contact.name}",
        )
        self._view.page.status.saved()


def _nobody(found: Overview) -> str:
    if not found.people:
        return "Bring a few people in first, just below. Then some of them stand here each week, with the reasons."
    return (
        "Nobody this week. People appear here when it is time by how often you mean to be in touch, when you have been "
        "out of touch for years, when you know them a little, or when they work where you want to work: so note what "
        "you know of them."
    )


def _reasons(each: Suggestion) -> Markup:
    return html("<p>{reasons}</p>", reasons=" ".join(because.says for because in each.because))


def _buttons(contact: Contact) -> Markup:
    return html(
        '<div class="rutkit-buttons">{write}{not_now}{not_this_one}</div>',
        write=who_button(SHOW, "Write", contact, Rank.SECOND),
        not_now=who_button(NOT_NOW, "Not now", contact, Rank.QUIET),
        not_this_one=who_button(NOT_THIS_ONE, "Not this one", contact, Rank.QUIET),
    )


def _weights() -> Markup:
    rows = joined(
        html(
            "<li><b>{reason}</b>: {points}. {why}{source}</li>",
            reason=reason[:1].upper() + reason[1:],
            points="1 point" if weight.points == 1 else f"{weight.points} points",
            why=weight.why,
            source=html(' <span class="rutkit-hint">({source})</span>', source=weight.source.rstrip("."))
            if weight.source
            else "",
        )
        for reason, weight in WEIGHTS.items()
    )
    return html(
        '<ul class="rutkit-conditions">{rows}</ul><p class="rutkit-source">{note}</p>',
        rows=rows,
        note="Points add up. They are rutkit’s judgment of how strong the evidence is; the sources give none. Among "
        "equals the order changes from week to week. “Not now” waits four weeks.",
    )
