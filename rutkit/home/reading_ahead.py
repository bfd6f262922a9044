"""What a kernel that was started ahead does while nobody waits for it yet."""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages

from rutkit.chart import LIGHT, dress
from rutkit.formatting import format_money
from rutkit.preferences import Preferences
from rutkit.steps import STEPS, Step
from rutkit.steps.skill_names import standard_key
from rutkit.widgets.page import HEAVY_MODULES


def read_ahead() -> None:
    """Import all that a page may need, and do once what is slow only the first time.

    Nothing of the workbook is read here: whose page it will be is not known yet.
    """
    import_module("rutkit.home.view")
    for name in HEAVY_MODULES:
        import_module(name)
    for step in STEPS:
        for module in ("progress", "advice", "view"):
            step.module(module)
        for charts in _charts_of(step):
            import_module(charts)
    _draw_one_figure()
    standard_key("")  # the vocabulary of skills
    format_money(0, Preferences().currency)  # Babel reads its language


def _charts_of(step: Step) -> list[str]:
    """The modules that draw: a room has one, or one for each thing that it works out."""
    package = import_module(f"rutkit.steps.{step.slug}")
    modules = walk_packages(package.__path__, f"{package.__name__}.")
    return [module.name for module in modules if module.name.endswith(".charts")]


def _draw_one_figure() -> None:
    """Plotly reads most of itself when it is given the first figure of a kind."""
    import plotly.graph_objects as go

    traces = [go.Bar(x=["a"], y=[1]), go.Scatter(x=["a"], y=[1]), go.Heatmap(z=[[1]])]
    dress(go.Figure(traces), LIGHT).to_plotly_json()
