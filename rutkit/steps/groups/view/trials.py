"""Step 8 on the screen: visits to one group after the other, the decision, and the people who were met."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast, get_args

import ipywidgets as widgets

from rutkit.steps.groups.meeting import Acquaintance, acquaintances, as_contact, first_touch
from rutkit.steps.groups.records import Decision, Group, Visit
from rutkit.steps.groups.trials import called, decide, trial_sentence, undecided, wants_decision
from rutkit.steps.network.records import Contact
from rutkit.widgets import shared
from rutkit.widgets.card import Rank, card
from rutkit.widgets.collection import Collection
from rutkit.widgets.markup import Markup, block, html, joined, put, stack
from rutkit.widgets.view import View

SHOWN_PEOPLE = 12
SEARCHED_NAMESAKES = 50
MOST_VISITS = 1_000
"""To one group, of which anything is said here."""

_DECISIONS = {"join": "Join", "once more": "Go once more", "leave": "Leave it"}


class TrialCards:
    """What waits for a decision, the visits to a chosen group, and the people met there."""

    def __init__(self, view: View) -> None:
        self._view = view

    def cards(self) -> Sequence[widgets.Widget]:
        """The trial of one group, and the people."""
        view = self._view
        view.on_action("decide", self._decide)
        view.on_action("add-acquaintance", self._add)
        return [
            card(
                "Try it",
                view.later_text(self._waiting, Group, Visit),
                view.keep(ChosenGroup(view)).widget,
                hint="Two visits at most, then you decide. You can change your mind later.",
                wide=True,
            ),
            card(
                "People you met",
                view.later_text(self._people, Group, Visit, Contact),
                hint="One click makes somebody one of the people of step 7, with the group as a word to find them by.",
                wide=True,
            ),
        ]

    def _waiting(self) -> Markup:
        workbook = self._view.workbook
        visits = workbook.all(Visit)
        rows = joined(
            html(
                "<li><div><b>{name}</b><p>{sentence}</p></div>{buttons}</li>",
                name=called(group),
                sentence=trial_sentence(group, visits),
                buttons=decision_buttons(group),
            )
            for group in undecided(workbook.all(Group), visits)
        )
        return html('<ul class="rutkit-actions">{rows}</ul>', rows=rows) if rows else Markup("")

    def _decide(self, sent: Mapping[str, str]) -> None:
        group = self._view.workbook.get(Group, sent["id"])
        decision = cast("Decision", sent["decision"])
        if group and decision in get_args(Decision):
            decided = decide(group, decision, self._view.page.today())
            self._view.workbook.update(decided, label=f"decided about {called(group)}")
            self._view.page.status.saved()

    def _met(self) -> tuple[Acquaintance, ...]:
        workbook = self._view.workbook
        return acquaintances(workbook.all(Group), workbook.all(Visit))

    def _people(self) -> Markup:
        met = self._met()
        if not met:
            return html('<p class="rutkit-empty">{text}</p>', text=_NOBODY)
        workbook = self._view.workbook
        shown = met[:SHOWN_PEOPLE]
        new = [each for each in shown if workbook.find(Contact, name=each.name) is None]
        if not new:
            return html(
                "<p>{text}</p>",
                text="Everybody you met"
                + (f", of the last {SHOWN_PEOPLE}," if len(met) > SHOWN_PEOPLE else "")
                + " is among your people in step 7.",
            )
        return html('<ul class="rutkit-actions">{rows}</ul>', rows=joined(map(_acquaintance, new)))

    def _add(self, sent: Mapping[str, str]) -> None:
        """Add somebody to the people, or note the group with the one of that name: nobody stands there twice."""
        workbook = self._view.workbook
        met = next((each for each in self._met() if each.name == sent["name"]), None)
        if met is None:
            return
        new, label = as_contact(met), f"added {met.name} to your people"
        namesakes = workbook.page(Contact, search=met.name, limit=SEARCHED_NAMESAKES).records
        known = next((each for each in namesakes if each.name.casefold() == met.name.casefold()), None)
        if known is None:
            with workbook.batch(label):
                workbook.add(new)
                workbook.add(first_touch(new, met))
        else:
            tags = tuple(dict.fromkeys((*known.tags, *new.tags)))
            workbook.update(known.model_copy(update={"tags": tags}), label=label)
            self._view.page.notices.show(
                f"{known.name} is among your people already; the group is noted there."
            )
        self._view.page.status.saved()


class ChosenGroup:
    """The group whose trial is looked at, with its visits and its decision."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._visits: Collection[Visit] | None = None
        self._is_drawing = False
        self._list = shared.make(widgets.Dropdown, description="Which group?")
        self._list.observe(view.page.guard(lambda _: self._choose()), "value")
        self._picker = stack(self._list, classes=("rutkit-field",))
        self._says = block()
        self._shown = stack()
        self.widget = stack(self._picker, self._says, self._shown, classes=("rutkit-form",))
        view.on_place(Visit, self._open)
        view.follow(self._draw_picker, Group)
        view.follow(self._draw_sentence, Group, Visit)

    def close(self) -> None:
        """Take it away, with the list of visits."""
        if self._visits:
            self._visits.close()
        shared.close(self.widget)

    def _open(self, visit_id: str) -> bool:
        visit = self._view.workbook.get(Visit, visit_id)
        if visit:
            self._list.value = visit.group
        return self._visits is not None and self._visits.open(visit_id)

    def _draw_picker(self) -> None:
        groups = sorted(self._view.workbook.all(Group), key=called)
        options = tuple((called(group), group.id) for group in groups)
        shared.show(self._picker, bool(groups))
        if options == self._list.options:
            return
        chosen = self._list.value
        self._is_drawing = True
        self._list.options = options
        if chosen in (group_id for _, group_id in options):
            self._list.value = chosen
        elif groups:
            newest = self._view.workbook.all(Visit, order_by="day", descending=True, limit=1)
            visited = [group.id for group in groups if newest and group.id == newest[0].group]
            self._list.value = (*visited, groups[0].id)[0]
        self._is_drawing = False
        if self._list.value != chosen or not groups:
            self._choose()

    def _choose(self) -> None:
        if self._is_drawing:
            return
        if self._visits:
            self._visits.close()
            self._visits = None
        if self._list.value:
            page = self._view.page
            self._visits = Collection(
                page,
                Visit,
                columns=("day", "hours", "met", "useful", "again"),
                add_label="Note a visit",
                empty="No visit yet. Note the first one on the evening of the same day.",
                order_by="day",
                fields=("day", "hours", "cost", "met", "useful", "again", "note"),
                initial=lambda: {"day": page.today().isoformat()},
                of={"group": self._list.value},
            )
        self._shown.children = (self._visits.widget,) if self._visits else ()
        self._draw_sentence()

    def _draw_sentence(self) -> None:
        workbook = self._view.workbook
        group = workbook.get(Group, self._list.value) if self._list.value else None
        if group is None:
            put(self._says, html('<p class="rutkit-empty">{text}</p>', text="Write a group down first."))
            return
        visits = workbook.page(Visit, group=group.id, limit=MOST_VISITS).records
        if wants_decision(group, visits):  # it is asked for above
            put(self._says, "")
            return
        sentence = trial_sentence(group, visits)
        put(
            self._says, html("<p>{sentence}</p>{buttons}", sentence=sentence, buttons=decision_buttons(group))
        )


def decision_buttons(group: Group) -> Markup:
    """What can be decided about a group, the decision that stands pressed."""
    return html(
        '<div class="rutkit-buttons" role="group" aria-label="Your decision about {name}">{buttons}</div>',
        name=called(group),
        buttons=joined(
            html(
                '<button type="button" class="rutkit-chip{active}" data-action="decide" data-id="{id}" '
                'data-decision="{decision}" aria-pressed="{is_pressed}">{text}</button>',
                active=" mod-active" if decision == group.decision else "",
                id=group.id,
                decision=decision,
                is_pressed=str(decision == group.decision).lower(),
                text=text,
            )
            for decision, text in _DECISIONS.items()
        ),
    )


_NOBODY = "Nobody yet. Whom you meet on a visit stands here."


def _acquaintance(met: Acquaintance) -> Markup:
    return html(
        "<li><div><b>{name}</b><p>{where}</p></div>"
        '<button type="button" class="{rank}" data-action="add-acquaintance" data-name="{name}" '
        'aria-label="Add {name} to your people">Add to your people</button></li>',
        name=met.name,
        where=met.where,
        rank=Rank.QUIET.value,
    )
