"""Step 8 on the screen: the list of groups, and those that the postings of step 5 name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import ipywidgets as widgets

from rutkit.records import Record
from rutkit.steps.groups.records import Group, PutAside, Visit
from rutkit.steps.groups.suggestions import (
    READ_AT_MOST,
    Suggestion,
    as_group,
    still_new,
    suggestions,
)
from rutkit.steps.market.records import Posting
from rutkit.widgets.card import Rank, card
from rutkit.widgets.collection import Collection
from rutkit.widgets.markup import Markup, block, html, joined, put
from rutkit.widgets.page import AT_ONCE
from rutkit.widgets.view import View
from rutkit.widgets.worked_out import WorkedOut

SHOWN_SUGGESTIONS = 6
_FIELDS = ("name", "kind", "field", "link", "cost", "hours_a_month", "hope", "notes")


class GroupCards:
    """The list, and suggestions for it."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._suggested = block(
            html('<p class="rutkit-hint">{text}</p>', text="Looking through your postings…")
        )

    def cards(self) -> Sequence[widgets.Widget]:
        """The groups, and where more of them may come from."""
        view = self._view
        listed = view.keep(
            Collection(
                view.page,
                Group,
                columns=("name", "kind", "cost", "decision"),
                add_label="Add a group",
                empty="None yet. Which association speaks for your trade, and who in it lives near you?",
                order_by="name",
                fields=_FIELDS,
                belongings=self._visits_to,
            )
        )
        self._found = WorkedOut(view, self._look_through, Posting)
        self._found.on_news(self._draw)
        view.follow_later(self._draw_if_known, Group, PutAside)
        view.on_action("take-suggestion", self._take)
        view.on_action("put-aside", self._put_aside)
        return [
            card(
                "Groups to look at",
                listed.widget,
                hint="Candidates first; you try them one by one.",
                wide=True,
            ),
            card(
                "Named in your postings",
                self._suggested,
                hint="Professional bodies and certificates that at least two employers name.",
                wide=True,
            ),
        ]

    def _visits_to(self, group: Group) -> Sequence[Record]:
        return [visit for visit in self._view.workbook.all(Visit) if visit.group == group.id]

    def _look_through(self) -> tuple[Suggestion, ...]:
        """The newest postings, read beside the page."""
        page = self._view.page
        postings: list[Posting] = []
        while len(postings) < READ_AT_MOST:
            with page.alone():
                part = page.workbook.page(
                    Posting, order_by="created_at", descending=True, offset=len(postings), limit=AT_ONCE
                ).records
            postings += part
            if len(part) < AT_ONCE:
                break
        return suggestions(postings)

    def _now(self) -> tuple[Suggestion, ...]:
        workbook = self._view.workbook
        return still_new(self._found.result or (), workbook.all(Group), workbook.all(PutAside))

    def _draw_if_known(self) -> None:
        if self._found.result is not None:
            self._draw()

    def _draw(self) -> None:
        rows = joined(_offered(each) for each in self._now()[:SHOWN_SUGGESTIONS])
        put(
            self._suggested,
            html('<ul class="rutkit-actions">{rows}</ul>', rows=rows)
            if rows
            else html('<p class="rutkit-empty">{text}</p>', text=_NOTHING),
        )

    def _take(self, sent: Mapping[str, str]) -> None:
        chosen = next((each for each in self._now() if each.name == sent["name"]), None)
        if chosen:
            self._view.workbook.add(as_group(chosen), label=f"added the group {chosen.name}")
            self._view.page.status.saved()

    def _put_aside(self, sent: Mapping[str, str]) -> None:
        self._view.workbook.put(PutAside(name=sent["name"]), label=f"put {sent['name']} aside")
        self._view.page.status.saved()


_NOTHING = (
    "Nothing to suggest that is not on your list. Postings that you read in step 5 name bodies and certificates of "
    "your field; the checklist above helps without them."
)


def _offered(suggestion: Suggestion) -> Markup:
    return html(
        '<li><div><b>{name}</b><p>{why}</p></div><div class="rutkit-buttons">'
        '<button type="button" class="{rank}" data-action="take-suggestion" data-name="{name}" '
        'aria-label="Add {name}">Add</button>'
        '<button type="button" class="{rank}" data-action="put-aside" data-name="{name}" '
        'aria-label="Do not suggest {name}">Not this one</button></div></li>',
        name=suggestion.name,
        why=suggestion.why,
        rank=Rank.QUIET.value,
    )
