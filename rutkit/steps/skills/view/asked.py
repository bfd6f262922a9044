"""Step 6 on the screen: what the postings of a role ask for, worked out beside the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import ipywidgets as widgets

from rutkit.formatting import counted
from rutkit.steps.market.records import Posting, SkillChoice, TargetRole
from rutkit.steps.skills.records import LearningLimits
from rutkit.widgets import shared
from rutkit.widgets.markup import stack
from rutkit.widgets.view import View
from rutkit.widgets.worked_out import WorkedOut

if TYPE_CHECKING:
    from rutkit.steps.market.market import Market, MarketReader
    from rutkit.steps.skills.demand import Demand
    from rutkit.steps.skills.gaps import PostingNeeds


class Asked:
    """Demand for skills, and what each posting needs, for the role that learning is planned for."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._reader: MarketReader | None = None
        self.demands: tuple[Demand, ...] = ()
        self.postings: tuple[PostingNeeds, ...] = ()
        self.n = 0
        """Different postings of the role that were read."""
        self._list = shared.make(widgets.Dropdown, description="For which target role?")
        self._list.observe(view.page.guard(lambda _: self._pick(self._list.value)), "value")
        self.picker = stack(self._list, classes=("rutkit-field", "rutkit-role-picker"))
        self._is_drawing = False
        view.follow(self._draw_picker, TargetRole, LearningLimits)
        self._market = WorkedOut(view, self._made, Posting, SkillChoice, TargetRole, LearningLimits)
        self._market.on_news(self._know)

    def on_news(self, callback: Callable[[], object]) -> None:
        """Call `callback` whenever it has been worked out."""
        self._market.on_news(callback)

    def close(self) -> None:
        """Take the list of roles away."""
        shared.close(self.picker)

    @property
    def role(self) -> TargetRole | None:
        """The role chosen here, or else the first."""
        workbook = self._view.workbook
        limits = workbook.only(LearningLimits)
        chosen = workbook.get(TargetRole, limits.role) if limits and limits.role else None
        return chosen or next(iter(workbook.all(TargetRole, limit=1)), None)

    @property
    def missing(self) -> str:
        """What to do so that there is demand to plan by; empty if there is."""
        if self.demands:
            return ""
        if not self.n:
            return (
                "No postings are read yet, so every skill on your list counts the same. "
                "Step 5 reads postings for the role you want and weighs them for you."
            )
        return (
            f"{counted(self.n, 'posting')} read, which is not enough yet to weigh skills by; until there are five "
            "that ask for the same things, every skill on your list counts the same."
        )

    def _made(self) -> Market:
        from rutkit.steps.market.market import MarketReader

        self._reader = self._reader or MarketReader()
        page = self._view.page
        with page.alone():
            role = self.role
        role_id = role.id if role else ""
        postings = page.all_in_parts(Posting, role=role_id)
        with page.alone():
            choices = [each for each in page.workbook.all(SkillChoice) if each.role == role_id]
        return self._reader.market(postings, choices)

    def _know(self) -> None:
        from rutkit.steps.skills.asked import demands, needs

        market = self._market.result
        if market is not None:
            self.demands, self.postings, self.n = demands(market), needs(market), market.n

    def _pick(self, role_id: str | None) -> None:
        if role_id and not self._is_drawing:
            limits = self._view.workbook.only(LearningLimits) or LearningLimits()
            self._view.workbook.put(
                limits.model_copy(update={"role": role_id}), label="chose the role to learn for"
            )

    def _draw_picker(self) -> None:
        roles = self._view.workbook.all(TargetRole)
        shared.show(self.picker, len(roles) > 1)
        self._is_drawing = True
        self._list.options = tuple((role.title.strip() or "A role without a name", role.id) for role in roles)
        if self.role:
            self._list.value = self.role.id
        self._is_drawing = False
