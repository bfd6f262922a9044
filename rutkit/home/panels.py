"""The parts of the dashboard that are no steps."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from markupsafe import Markup

from rutkit.steps import STEPS

if TYPE_CHECKING:
    from rutkit.widgets.page import Page
    from rutkit.widgets.view import View

HOME = "home"


@dataclass(frozen=True)
class Panel:
    """One of them, with an entry in the navigation."""

    slug: str
    name: str
    mark: Markup
    """Beside its name, where a step has its number."""
    view: str
    """Module and class: "rutkit.home.view.HomeView". It is imported on the first visit."""

    def make_view(self, page: Page) -> View:
        """Build it."""
        module, _, name = self.view.rpartition(".")
        view: View = getattr(import_module(module), name)(page)
        return view


def _drawn(path: str) -> Markup:
    """A mark of 16 by 16, in the colour of the text."""
    return Markup(
        '<svg viewBox="0 0 16 16" width="14" height="14" fill="none" stroke="currentColor" stroke-width="1.6" '
        'stroke-linecap="round" stroke-linejoin="round"><path d="{path}"/></svg>'
    ).format(path=path)


PANELS = (
    Panel(HOME, "This week", _drawn("M2 8 8 2.5 14 8M4 7v6h8V7"), "rutkit.home.view.HomeView"),
    Panel(
        "review",
        "Weekly review",
        _drawn("M3 3h10v11H3zM3 6h10M6 1.5V4M10 1.5V4M5.5 10l2 2 3-3.5"),
        "rutkit.home.review.view.ReviewView",
    ),
    Panel(
        "so_far",
        "The way so far",
        _drawn("M2 13 6 8l3 3 5-7M10.5 4H14v3.5"),
        "rutkit.home.so_far.view.SoFarView",
    ),
    Panel(
        "forecasts",
        "Forecasts",
        _drawn("M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2M8 5.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5"),
        "rutkit.home.forecasts.view.ForecastsView",
    ),
    Panel(
        "find", "Find", _drawn("M7 2a5 5 0 1 1 0 10A5 5 0 0 1 7 2m4 9 3 3"), "rutkit.home.find.view.FindView"
    ),
    Panel(
        "workbook",
        "Your workbook",
        _drawn("M3 2h8l2 2v10H3zM6 2v4h4V2M5 10h6"),
        "rutkit.home.keeping.view.KeepingView",
    ),
)
"""In the order of the navigation: the first stands before the steps, the others behind them."""

ROUTES: tuple[str, ...] = (
    PANELS[0].slug,
    *(each.slug for each in STEPS),
    *(each.slug for each in PANELS[1:]),
)
"""Every place of the dashboard in the order of the navigation, by the name in its address."""


def panel(slug: str) -> Panel | None:
    """The panel with this slug, if there is one."""
    return next((each for each in PANELS if each.slug == slug), None)
