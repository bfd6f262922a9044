"""Step 7 on the screen: a message to one person. It is copied or opened as a mail; rutkit sends nothing."""

from __future__ import annotations

import ipywidgets as widgets

from rutkit.steps.market.records import TargetRole
from rutkit.steps.network.messages import LONGEST_MAIL_LINK, Starter, all_starters, fill, mail_link
from rutkit.steps.network.records import Contact, MessageDraft, MessageTemplate, Touch, WritingChoices
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button
from rutkit.widgets.form import Form
from rutkit.widgets.markup import Markup, block, html, put, row, stack
from rutkit.widgets.view import View

TEXT = ".rutkit-field-message_draft-text textarea"
"""Where the message stands on the page, for copying."""


class MessagePanel:
    """A starter to begin from, the message itself, and the ways out."""

    def __init__(self, view: View, contact: Contact) -> None:
        self._view = view
        self._workbook = view.workbook
        self._contact_id = contact.id
        page = view.page
        self._starters = shared.make(widgets.Dropdown, description="Begin from")
        self._form = Form(page, MessageDraft, fields=("subject", "text"), fixed={"contact": contact.id})
        self._says = block()
        self._ways = block()
        self.widget = stack(
            row(
                stack(self._starters, classes=("rutkit-field",)),
                button(page, "Use this text", self._use, Rank.SECOND),
                classes=("rutkit-buttons",),
            ),
            self._says,
            self._form.widget,
            row(
                self._ways,
                button(page, "I sent it: note it", self._note, Rank.SECOND),
                classes=("rutkit-buttons",),
            ),
            classes=("rutkit-form", "rutkit-message"),
        )
        self._forget = page.workbook.watch(page.guard(self._changed))
        self._list_starters()
        self._draw_ways()

    def close(self) -> None:
        """Stop listening, and take it away; the message stays."""
        self._forget()
        self._form.close()
        shared.close(self.widget)

    def _use(self) -> None:
        """Put the chosen text in the place of what stands there: one change, and one undo."""
        contact, starter = self._contact, self._starters.value
        if contact is None or not isinstance(starter, Starter):
            return
        choices = self._workbook.only(WritingChoices) or WritingChoices()
        role = next(iter(self._workbook.all(TargetRole, limit=1)), None)
        filled = fill(starter, contact, signature=choices.signature, wanted_role=role.title if role else "")
        message = self._message or MessageDraft(contact=contact.id)
        self._form.discard()
        self._workbook.put(
            message.model_copy(
                update={"occasion": starter.occasion, "subject": filled.subject, "text": filled.text}
            ),
            label=f"began a message to {contact.name}",
        )
        put(self._says, html('<p class="rutkit-hint">{text}</p>', text=filled.sentence or ALL_FILLED))
        self._view.page.status.saved()

    def _note(self) -> None:
        """The message becomes a time in touch, and makes room for the next one."""
        contact, message = self._contact, self._message
        if contact is None:
            return
        if message is None or not message.text.strip():
            self._view.page.notices.show(
                "There is no message yet. If you were in touch without one, note it above."
            )
            return
        label = f"noted a message to {contact.name}"
        with self._workbook.batch(label):
            self._workbook.add(
                Touch(
                    contact=contact.id,
                    day=self._view.page.today(),
                    channel="mail" if contact.mail.strip() else "message",
                    exchange=("I asked",) if message.occasion == "asking for a conversation" else (),
                    said=message.text,
                ),
                label=label,
            )
            self._workbook.remove(message, label=label)
        put(self._says, html('<p class="rutkit-hint">{text}</p>', text="Noted above, with today’s date."))
        self._view.page.status.saved()

    def _changed(self, tables: frozenset[str]) -> None:
        if tables & {MessageDraft.table(), Contact.table()}:
            self._draw_ways()
        if MessageTemplate.table() in tables:
            self._list_starters()

    def _list_starters(self) -> None:
        chosen = self._starters.value
        starters = all_starters(self._workbook.all(MessageTemplate))
        self._starters.options = tuple((f"{each.name} ({each.occasion})", each) for each in starters)
        self._starters.index = starters.index(chosen) if chosen in starters else 0

    def _draw_ways(self) -> None:
        contact, message = self._contact, self._message
        copy = html(
            '<button type="button" class="rutkit-button-outlined" data-copy="{text}">Copy the message</button>',
            text=TEXT,
        )
        put(
            self._ways,
            html('<div class="rutkit-buttons">{copy}{mail}</div>', copy=copy, mail=_mail(contact, message)),
        )

    @property
    def _contact(self) -> Contact | None:
        return self._workbook.get(Contact, self._contact_id)

    @property
    def _message(self) -> MessageDraft | None:
        return self._workbook.find(MessageDraft, contact=self._contact_id)


ALL_FILLED = "What stands in brackets is yours to write. Change whatever does not sound like you."


def _mail(contact: Contact | None, message: MessageDraft | None) -> Markup:
    if contact is None or message is None:
        return Markup("")
    link = mail_link(contact.mail, message.subject, message.text)
    if not link:
        return html('<span class="rutkit-hint">{text}</span>', text="No mail address is noted for them.")
    # In a place of its own: the browser would otherwise take it for leaving the page.
    opened = html(
        '<a class="rutkit-link" href="{link}" target="_blank" rel="noopener">Open it in your mail program</a>',
        link=link,
    )
    if len(link) > LONGEST_MAIL_LINK:
        opened += html(
            ' <span class="rutkit-hint">{text}</span>',
            text="It is long, and some mail programs would cut it: then copy it instead.",
        )
    return opened
