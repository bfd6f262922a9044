"""What can be read off a page: what axe has against it, how wide it is, and whether its charts are drawn."""

from __future__ import annotations

from collections.abc import Sequence

from axe_playwright_python.sync_playwright import Axe
from tabs import Tab

SERIOUS = ("serious", "critical")

TOO_WIDE = """
  (width) => [...document.querySelectorAll('body, body *')]
    .filter((node) => node.checkVisibility() && node.getBoundingClientRect().right > width + 1)
    .filter((node) => !node.closest('nav, .rutkit-table-scroll, svg, .rutkit-unseen'))
    .map((node) => node.className || node.tagName)
"""

MARKS = ".cartesianlayer :is(.points path, .point path, .lines path, .hm image), .treemaplayer .slice path.surface"
FILLED = ".rutkit-chart:has([data-action^=numbers-])"
"""A chart that has something to draw offers its numbers; otherwise it says what fills it."""
CHARTS = f"""
  () => [...document.querySelectorAll('{FILLED}')].filter((chart) => chart.checkVisibility()).map((chart) => ({{
    name: chart.className,
    height: chart.querySelector('svg.main-svg').getBoundingClientRect().height,
    marks: chart.querySelectorAll('{MARKS}').length,
    tools: chart.querySelectorAll('.modebar, [data-title*="share" i], a[href^="http"]').length,
  }}))
"""
SMALLEST = 100
"""Pixels of height; a chart squashed flatter than this cannot be read."""


def serious(tab: Tab, rules: Sequence[str] = ()) -> Sequence[str]:
    """What axe has against what is seen now, by these rules or else all, if it is serious or critical."""
    found = Axe().run(tab.page, options={"runOnly": list(rules)} if rules else None).response["violations"]
    return [
        f"{violation['id']}: {node['html'][:160]} {node['any'][0]['message'] if node['any'] else ''}"
        for violation in found
        if violation["impact"] in SERIOUS
        for node in violation["nodes"]
    ]


def page_width(tab: Tab) -> int:
    """Pixels, with what has to be pushed sideways."""
    width: int = tab.evaluate("Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)")
    return width


def sticking_out(tab: Tab, width: int) -> Sequence[str]:
    """What reaches further right than `width` pixels."""
    names: Sequence[str] = tab.evaluate(TOO_WIDE, width)
    return names


def assert_charts_are_drawn(tab: Tab) -> None:
    """Every chart in sight that has something to draw has marks in it, and no tools that could send it anywhere."""
    for figure in tab.find(f"{FILLED}:visible .rutkit-figure").all():
        figure.locator(MARKS).first.wait_for(state="attached")
    charts = tab.evaluate(CHARTS)
    assert [chart["name"] for chart in charts if not chart["marks"]] == []
    assert [chart["name"] for chart in charts if chart["height"] < SMALLEST] == []
    assert [chart["name"] for chart in charts if chart["tools"]] == []
