"""Step 8 on the screen: what was joined, what it costs, and when it renews."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import ipywidgets as widgets

from rutkit.formatting import format_month, join_words
from rutkit.preferences import Preferences
from rutkit.steps.groups.memberships import memberships, memberships_sentence, renewal_sentence, renewed
from rutkit.steps.groups.records import Group
from rutkit.steps.groups.trials import called
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button, card
from rutkit.widgets.form import Form
from rutkit.widgets.markup import Markup, block, html, joined, stack
from rutkit.widgets.view import View


class MembershipCards:
    """What the memberships cost together, and each of them."""

    def __init__(self, view: View) -> None:
        self._view = view

    def cards(self) -> Sequence[widgets.Widget]:
        """The one card."""
        view = self._view
        return [
            card(
                "Your memberships",
                view.text(self._sentence, Group, Preferences),
                view.keep(Joined(view)).widget,
                hint="The day on which one renews is in your calendar file, with a reminder two weeks before.",
                wide=True,
            )
        ]

    def _sentence(self) -> Markup:
        groups = self._view.workbook.all(Group)
        sentence = memberships_sentence(groups, self._view.page.currency)
        return html(
            '<p class="{kind}">{sentence}</p>',
            kind="" if memberships(groups) else "rutkit-empty",
            sentence=sentence,
        )


class Joined:
    """Each membership in a line; the form of one opens beneath them."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._form: Form[Group] | None = None
        self._opened = stack(classes=("rutkit-editor",))
        self.widget = stack(view.text(self._lines, Group), self._opened, classes=("rutkit-form",))
        view.on_action("change-membership", lambda sent: self._open(sent["id"]))
        view.on_action("renew-membership", lambda sent: self._renew(sent["id"]))
        view.follow(self._close_if_left, Group)

    def close(self) -> None:
        """Take it away, with the form."""
        self._shut()
        shared.close(self.widget)

    def _lines(self) -> Markup:
        today = self._view.page.today()
        rows = joined(_line(group, today) for group in memberships(self._view.workbook.all(Group)))
        return html('<ul class="rutkit-actions">{rows}</ul>', rows=rows) if rows else Markup("")

    def _open(self, group_id: str) -> None:
        is_open = (
            self._form is not None and self._form.record is not None and self._form.record.id == group_id
        )
        self._shut()
        group = self._view.workbook.get(Group, group_id)
        if group and not is_open:
            page = self._view.page
            self._form = Form(page, Group, record=group, fields=("since", "renewal", "cost", "part"))
            heading = html('<h3 class="rutkit-chart-title">{name}</h3>', name=called(group))
            self._opened.children = (block(heading), self._form.widget, button(page, "Done", self._shut))
            page.bridge.focus(".rutkit-section-memberships .rutkit-editor input")

    def _shut(self) -> None:
        if self._form:
            self._form.close()
            self._form = None
            opened, self._opened.children = self._opened.children, ()
            shared.close(*opened)

    def _close_if_left(self) -> None:
        record = self._form.record if self._form else None
        group = self._view.workbook.get(Group, record.id) if record else None
        if self._form and (group is None or group.decision != "join"):
            self._shut()

    def _renew(self, group_id: str) -> None:
        group = self._view.workbook.get(Group, group_id)
        if group is None:
            return
        if group.renewal is None:
            self._view.page.notices.show("Say first on which day it renews; then this moves it on by a year.")
            return
        self._view.workbook.update(renewed(group), label=f"renewed {called(group)}")
        self._view.page.status.saved()


def _line(group: Group, today: date) -> Markup:
    said = [
        f"Member since {format_month(group.since)}." if group.since else "",
        renewal_sentence(group, today),
        f"You take part in: {join_words(group.part)}." if group.part else "",
    ]
    return html(
        '<li><div><b>{name}</b><p>{sentence}</p></div><div class="rutkit-buttons">'
        '<button type="button" class="{rank}" data-action="change-membership" data-id="{id}" '
        'aria-label="Change the membership of {name}">Change</button>'
        '<button type="button" class="{rank}" data-action="renew-membership" data-id="{id}" '
        'aria-label="I renewed {name} for a year">I renewed it</button></div></li>',
        name=called(group),
        sentence=" ".join(part for part in said if part),
        rank=Rank.QUIET.value,
        id=group.id,
    )
