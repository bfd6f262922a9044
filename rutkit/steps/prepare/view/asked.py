"""Step 10 on the screen: what the postings of all target roles ask stories about, worked out beside the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rutkit.steps.market.records import Posting, SkillChoice, TargetRole
from rutkit.widgets.view import View
from rutkit.widgets.worked_out import WorkedOut

if TYPE_CHECKING:
    from rutkit.steps.market.market import MarketReader
    from rutkit.steps.prepare.competencies import AskedFor


class Asked:
    """Holds the newest `AskedFor`."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._readers: dict[str, MarketReader] = {}
        self._newest = WorkedOut(view, self._made, TargetRole, Posting, SkillChoice)

    @property
    def found(self) -> AskedFor | None:
        """As it was when it was last worked out; None before that."""
        return self._newest.result

    @property
    def names(self) -> tuple[str, ...]:
        """The competencies, the most wanted first; none before it is known."""
        return tuple(one.name for one in self.found.competencies) if self.found else ()

    def on_news(self, callback: Callable[[], object]) -> None:
        """Call `callback` soon if it is known, and whenever it has been worked out anew."""
        self._newest.on_news(callback)

    def _made(self) -> AskedFor:
        from rutkit.steps.market.market import MarketReader
        from rutkit.steps.prepare.competencies import asked_for

        page = self._view.page
        with page.alone():
            roles, choices = page.workbook.all(TargetRole), page.workbook.all(SkillChoice)
        markets = []
        for role in roles:
            reader = self._readers.setdefault(role.id, MarketReader())
            postings = page.all_in_parts(Posting, role=role.id)
            markets.append(reader.market(postings, [each for each in choices if each.role == role.id]))
        return asked_for(markets)
