"""The pages that are measured: where each is, and how it shows that it can be used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rutkit.serving.configuration import DASHBOARD
from rutkit.steps import STEPS
from tests.benchmarks import workbooks
from tests.benchmarks.browser import Signs
from tests.benchmarks.servers import Server, Servers

MANY, FEW = 3650, 30
ROWS = 20_000
PEOPLE, APPLICATIONS, EVENTS = 20_000, 5_000, 500
CROWDED_STEPS = ("network", "groups", "job_search")

EMPTY = "empty notebook, stock Voilà"
HOME = "dashboard"
DASHBOARD_WITH_ONE_CHART = "dashboard, step 3 with one chart"
DASHBOARD_WITH_CHARTS = "dashboard, step 3 with all charts"
PEERS = ("Panel", "Streamlit", "Dash")
FEW_CHECK_INS = f"step 3, {FEW} check-ins"
MANY_CHECK_INS = f"step 3, {MANY:,} check-ins"
MANY_ROWS = f"step 2, {ROWS:,} urges logged"


@dataclass(frozen=True)
class Case:
    """One page of one server."""

    name: str
    server: Server
    address: str
    signs: Signs


def all_cases(servers: Servers, folder: Path, peers: Path) -> Sequence[Case]:
    """Every page, each with its server running. `peers` is the Python that has Panel, Streamlit and Dash."""
    demo = servers.rutkit(workbooks.demo(folder))
    few = servers.rutkit(workbooks.with_check_ins(folder, FEW))
    many = servers.rutkit(workbooks.with_check_ins(folder, MANY))
    rows = servers.rutkit(workbooks.with_urges(folder, ROWS))
    empty = servers.rutkit(workbooks.empty(folder))
    crowded = servers.rutkit(
        workbooks.crowded(folder, people=PEOPLE, applications=APPLICATIONS, events=EVENTS)
    )
    stock = servers.stock_voila()
    started = zip(PEERS, (servers.panel(peers), servers.streamlit(peers), servers.dash(peers)), strict=True)
    return [
        Case(EMPTY, stock, stock.page(), _EMPTY),
        Case(HOME, demo, demo.page(DASHBOARD), Signs("isReady()")),
        Case(DASHBOARD_WITH_ONE_CHART, demo, demo.page(DASHBOARD, "#emotions"), _ONE_CHART),
        Case(DASHBOARD_WITH_CHARTS, demo, demo.page(DASHBOARD, "#emotions"), _step("emotions")),
        *(Case(own_page(step.slug), demo, demo.page(step.notebook), _step(step.slug)) for step in STEPS),
        *(Case(name, server, server.page(), _PEER) for name, server in started),
        Case(FEW_CHECK_INS, few, few.page("03-emotions.ipynb"), _step("emotions")),
        Case(MANY_CHECK_INS, many, many.page("03-emotions.ipynb"), _step("emotions")),
        Case(MANY_ROWS, rows, rows.page("02-exit-plan.ipynb"), _step("exit_plan")),
        *(
            Case(name(step.slug), server, server.page(step.notebook), _step(step.slug))
            for step in STEPS
            if step.slug in CROWDED_STEPS
            for name, server in ((empty_page, empty), (crowded_page, crowded))
        ),
    ]


def own_page(slug: str) -> str:
    """The name of a step's own notebook among the cases."""
    return f"own notebook: {slug}"


def empty_page(slug: str) -> str:
    """The name of a step of an empty workbook among the cases."""
    return f"empty workbook: {slug}"


def crowded_page(slug: str) -> str:
    """The name of a step of a workbook with more in it than anybody has."""
    return f"crowded workbook: {slug}"


def _step(slug: str) -> Signs:
    return Signs(
        f'isReady() && isSeen(document.querySelector(".rutkit-step-{slug} input"))',
        f'isReady() && hasCharts("{slug}")',
    )


_EMPTY = Signs(
    """(() => {
      const input = document.querySelector(".jupyter-widgets input");
      if (input && !input.value) type(input, "heard");
      return input?.placeholder === "heard";
    })()"""
)

_ONE_CHART = Signs(
    'isReady() && isSeen(document.querySelector(".rutkit-step-emotions input"))',
    'isReady() && all(".rutkit-step-emotions .js-plotly-plot").some(isDrawn)',
)

_PEER_FORM = " && ".join(
    (
        'all("input[type=radio]").length >= 25',
        'all("input:not([type=radio])").length > 0',
        'all("textarea").length > 0',
    )
)
_PEER = Signs(
    _PEER_FORM,
    f'{_PEER_FORM} && all(".js-plotly-plot").length > 0 && all(".js-plotly-plot").every(isDrawn)',
)
