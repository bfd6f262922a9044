"""Step 5 on the screen: the roles that the person wants next, and the one that everything else is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import ipywidgets as widgets

from rutkit.records import Record
from rutkit.steps.market.records import Posting, SkillChoice, TargetRole
from rutkit.widgets import shared
from rutkit.widgets.card import card
from rutkit.widgets.collection import Collection
from rutkit.widgets.markup import stack
from rutkit.widgets.view import View


class ChosenRole:
    """Which target role the page is about: the one chosen last, or else the first.

    What is chosen is kept like half-typed input: it is there again the next time, and is no change to undo.
    """

    def __init__(self, view: View) -> None:
        self._workbook = view.workbook
        self._callbacks: list[Callable[[], object]] = []
        kept = self._workbook.draft(*_KEPT_AS)
        self._chosen_id = str(kept.values["role"]) if kept else ""
        self._role = self._find()
        view.follow(self._look, TargetRole)

    @property
    def role(self) -> TargetRole | None:
        """None while there is none."""
        return self._role

    def on_change(self, callback: Callable[[], object]) -> None:
        """Call `callback` when another role is chosen, or this one is called otherwise."""
        self._callbacks.append(callback)

    def choose(self, role_id: str) -> None:
        """Let the page be about this role."""
        self._chosen_id = role_id
        if not self._workbook.read_only:
            self._workbook.save_draft(*_KEPT_AS, {"role": role_id})
        self._look()

    def _look(self) -> None:
        before, self._role = self._role, self._find()
        if before != self._role:
            for callback in self._callbacks:
                callback()

    def _find(self) -> TargetRole | None:
        chosen = self._workbook.get(TargetRole, self._chosen_id)
        return chosen or next(iter(self._workbook.all(TargetRole, limit=1)), None)


_KEPT_AS = ("chosen_target_role", "")


class RoleCards:
    """The list of roles, and the choice among several."""

    def __init__(self, view: View, chosen: ChosenRole) -> None:
        self._view = view
        self._chosen = chosen
        self._is_drawing = False
        self._list = shared.make(widgets.Dropdown, description="Everything below is about")
        self._list.observe(view.page.guard(lambda change: self._pick(change["new"])), "value")
        self._field = stack(self._list, classes=("rutkit-field", "rutkit-role-picker"))

    def _belongings(self, role: TargetRole) -> Sequence[Record]:
        """What would be out of reach without the role: its postings, and what was decided about their words."""
        page = self._view.page
        return [*page.all_in_parts(Posting, role=role.id), *page.all_in_parts(SkillChoice, role=role.id)]

    def cards(self) -> Sequence[widgets.Widget]:
        """The one card."""
        view = self._view
        roles = view.keep(
            Collection(
                view.page,
                TargetRole,
                columns=("title", "why"),
                add_label="Add a target role",
                empty="None yet. What would the posting be called that you want to answer?",
                belongings=self._belongings,
            )
        )
        if not view.workbook.count(TargetRole):
            roles.start_adding()
        view.follow(self._draw, TargetRole)
        self._chosen.on_change(self._draw)
        return [
            card(
                "The role you want next",
                roles.widget,
                self._field,
                hint="One is enough to begin. Each posting belongs to one role, and each role is looked at by itself.",
                wide=True,
            )
        ]

    def _pick(self, role_id: str | None) -> None:
        if role_id and not self._is_drawing:
            self._chosen.choose(role_id)

    def _draw(self) -> None:
        roles = self._view.workbook.all(TargetRole)
        shared.show(self._field, len(roles) > 1)
        options = tuple((name_of(role), role.id) for role in roles)
        self._is_drawing = True
        if options != self._list.options:
            self._list.options = options
        if self._chosen.role:
            self._list.value = self._chosen.role.id
        self._is_drawing = False


def name_of(role: TargetRole) -> str:
    """What a role is called, also while it has no name."""
    return role.title.strip() or "A role without a name"
