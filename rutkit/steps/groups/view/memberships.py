"""Step 8 on the screen: what was joined, what it costs, and when it renews."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import ipywidgets as widgets

from rutkit.preferences import Preferences
from rutkit.steps.groups.memberships import memberships, memberships_sentence, renewal_sentence, renewed
from rutkit.steps.groups.records import Group
from rutkit.steps.groups.trials import called
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, button, card
from rutkit.widgets.form import Form
from rutkit.widgets.markup import Markup, block, html, put, row, stack
from rutkit.widgets.view import View


class MembershipCards:
    """The memberships, each with its form."""

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
    """A form for each membership; it is built anew only when others are to be shown."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._shown: tuple[str, ...] = ()
        self._forms: list[Form[Group]] = []
        self._heads: dict[str, widgets.HTML] = {}
        self.widget = stack(classes=("rutkit-form",))
        view.follow(self._draw, Group)

    def close(self) -> None:
        """Take it away, with its forms."""
        self._clear()
        shared.close(self.widget)

    def _clear(self) -> None:
        for form in self._forms:
            form.close()
        self._forms.clear()
        self._heads.clear()
        gone, self.widget.children = self.widget.children, ()
        shared.close(*gone)

    def _draw(self) -> None:
        today = self._view.page.today()
        joined_groups = memberships(self._view.workbook.all(Group))
        shown = tuple(sorted(group.id for group in joined_groups))
        if shown != self._shown:
            self._clear()
            self._shown = shown
            self.widget.children = tuple(map(self._membership, joined_groups))
        for group in joined_groups:
            put(
                self._heads[group.id],
                html(
                    '<h3 class="rutkit-chart-title">{name}</h3><p>{sentence}</p>',
                    name=called(group),
                    sentence=renewal_sentence(group, today),
                ),
            )

    def _membership(self, group: Group) -> widgets.Widget:
        page = self._view.page
        form = Form(page, Group, record=group, fields=("since", "renewal", "cost", "part"))
        self._forms.append(form)
        head = self._heads[group.id] = block()
        return stack(
            head,
            form.widget,
            row(
                button(page, "I renewed it for a year", partial(self._renew, group.id), Rank.QUIET),
                classes=("rutkit-buttons",),
            ),
            classes=("rutkit-form", "rutkit-under-way"),
        )

    def _renew(self, group_id: str) -> None:
        group = self._view.workbook.get(Group, group_id)
        if group is None:
            return
        if group.renewal is None:
            self._view.page.notices.show("Say first on which day it renews; then this moves it on by a year.")
            return
        self._view.workbook.update(renewed(group), label=f"renewed {called(group)}")
        self._view.page.status.saved()
