"""The dashboard's first page: the brief of the week, then what goes further."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets as widgets

from rutkit.home.brief.cards import BriefCards
from rutkit.home.forecasts.upkeep import Upkeep
from rutkit.widgets.view import View


class HomeView(View):
    """Where somebody is, and what to do next."""

    slug = "home"
    package = "rutkit.home"
    guide_is = "How this workbook works"

    def build(self) -> Sequence[widgets.Widget]:
        """The cards, from top to bottom."""
        brief = BriefCards(self)
        Upkeep(self)
        return [brief.before_all, brief.widget, brief.waiting, brief.all_steps]

    def ending(self) -> Sequence[widgets.Widget]:
        """The dashboard needs no next action of its own: the brief has them."""
        return []
