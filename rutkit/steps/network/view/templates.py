"""Step 7 on the screen: the person's own templates, and how they sign."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets as widgets

from rutkit.steps.network.messages import STARTERS, Starter
from rutkit.steps.network.records import MessageTemplate, WritingChoices
from rutkit.widgets.card import Rank, card
from rutkit.widgets.collection import Collection
from rutkit.widgets.folded import Folded
from rutkit.widgets.form import Form
from rutkit.widgets.markup import block, html, joined, stack
from rutkit.widgets.view import View

TAKE = "network-take-starter"


class TemplateCard:
    """The templates that messages begin from."""

    def __init__(self, view: View) -> None:
        self._view = view

    def cards(self) -> Sequence[widgets.Widget]:
        """The one card; its content is built when it is opened."""
        folded = self._view.keep(
            Folded(
                self._view.page,
                "Your templates, and how you sign",
                self._build,
                holds=(MessageTemplate,),
            )
        )
        return [
            card(
                "Your own words",
                folded.widget,
                hint="Messages begin from a text. Four come with rutkit; write your own, they sound more like you.",
                wide=True,
            )
        ]

    def close(self) -> None:
        """Stop listening to clicks."""
        self._forget()

    def _build(self) -> widgets.Widget:
        view, page = self._view, self._view.page
        self._forget = page.bridge.on_action(TAKE, page.guard(lambda sent: self._take(int(sent["number"]))))
        view.keep(self)
        own = view.keep(
            Collection(
                page,
                MessageTemplate,
                columns=("name", "occasion"),
                add_label="Add a template",
                empty="None of your own yet.",
                order_by="name",
            )
        )
        signature = view.keep(Form(page, WritingChoices, fields=("signature",)))
        starters = joined(
            html(
                '<li><button type="button" class="{rank}" data-action="{take}" data-number="{number}">'
                "Make “{name}” your own</button></li>",
                rank=Rank.QUIET.value,
                take=TAKE,
                number=number,
                name=starter.name,
            )
            for number, starter in enumerate(STARTERS)
        )
        return stack(
            signature.widget,
            own.widget,
            block(html('<ul class="rutkit-conditions">{starters}</ul>', starters=starters)),
            classes=("rutkit-form",),
        )

    def _take(self, number: int) -> None:
        starter = STARTERS[number]
        self._view.workbook.add(_template(starter), label=f"made the template “{starter.name}” your own")
        self._view.page.status.saved()


def _template(starter: Starter) -> MessageTemplate:
    return MessageTemplate(
        name=starter.name, occasion=starter.occasion, subject=starter.subject, text=starter.text
    )
