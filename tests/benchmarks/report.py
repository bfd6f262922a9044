"""The figures as text: a table of pages, and each goal with what was reached."""

from __future__ import annotations

import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

import psutil

from tests.benchmarks import cases
from tests.benchmarks.browser import Visit
from tests.benchmarks.moving import Move

Visits = Mapping[str, Sequence["Measured"]]
"""The visits of each case, by its name."""

_ROW = "{:36} {:>22} {:>22} {:>9} {:>9} {:>5} {:>9}"


@dataclass(frozen=True)
class Measured:
    """A visit, and the bytes of memory that its kernel (or, without kernels, its server) took after it."""

    visit: Visit
    memory: int


@dataclass(frozen=True)
class Goal:
    """Something promised: what was reached may not exceed the limit, or has to come up to it."""

    text: str
    reached: float
    limit: float
    unit: str = ""
    at_least: bool = False

    def __str__(self) -> str:
        kept = self.reached >= self.limit if self.at_least else self.reached <= self.limit
        verdict, side = "reached" if kept else "MISSED", "at least" if self.at_least else "at most"
        return f"{verdict:8} {self.reached:8.2f}{self.unit} ({side} {self.limit:g}{self.unit})  {self.text}"


def machine() -> str:
    """The machine and its versions, as far as they matter here."""
    memory = psutil.virtual_memory().total / 2**30
    return (
        f"{platform.system()} {platform.release()}, Python {platform.python_version()}, {_processor()}, "
        f"{psutil.cpu_count()} processors, {memory:.0f} GB, load {psutil.getloadavg()[0]:.1f} at the end"
    )


def pages(visits: Visits) -> str:
    """One line a page: medians, with the smallest and the largest time."""
    head = _ROW.format("page", "usable ms", "charts drawn ms", "socket kB", "net kB", "reqs", "memory MB")
    return "\n".join([head, *(_row(name, measured) for name, measured in visits.items() if measured)])


def moves(first: Sequence[Move], again: Sequence[Move]) -> str:
    """One line a step: shown, and charts drawn, for the first time and again."""
    head = "{:14} {:>24} {:>24} {:>24} {:>24}".format(
        "step", "first: shown ms", "first: charts ms", "again: shown ms", "again: charts ms"
    )
    slugs = dict.fromkeys(move.slug for move in (*first, *again))
    return "\n".join([head, *(_moves_row(slug, first, again) for slug in slugs)])


def goals(
    visits: Visits,
    first: Sequence[Move],
    again: Sequence[Move],
    bare: Sequence[float],
    imported: Sequence[float],
) -> Sequence[Goal]:
    """Every goal of the project, with what was reached."""
    rutkit = [name for name in visits if name not in (cases.EMPTY, *cases.PEERS)]
    fastest = min(cases.PEERS, key=lambda peer: drawn(visits[peer]))
    dashboard = visits[cases.DASHBOARD_WITH_CHARTS]
    few, many = visits[cases.FEW_CHECK_INS], visits[cases.MANY_CHECK_INS]
    return [
        Goal(
            f"dashboard with its form and one chart ÷ {fastest}, the fastest peer, with the same",
            drawn(visits[cases.DASHBOARD_WITH_ONE_CHART]) / drawn(visits[fastest]),
            0.85,
        ),
        Goal(
            f"dashboard with all charts of a step drawn ÷ {fastest}, the fastest peer",
            drawn(dashboard) / drawn(visits[fastest]),
            0.85,
        ),
        *(
            Goal(
                f"{name}: form usable ÷ empty notebook",
                usable(visits[name]) / usable(visits[cases.EMPTY]),
                1.25,
            )
            for name in rutkit
            if name.startswith(cases.own_page(""))
        ),
        Goal(
            "most over the socket for one of rutkit’s pages",
            max(_middle(visits[name], "socket") for name in rutkit) / 1e6,
            0.5,
            " MB",
        ),
        Goal("import rutkit beyond Python’s own start", median(imported) - median(bare), 60, " ms"),
        Goal(f"{cases.MANY:,} check-ins ÷ {cases.FEW}: form usable", usable(many) / usable(few), 1.3),
        Goal(f"{cases.MANY:,} check-ins ÷ {cases.FEW}: charts drawn", drawn(many) / drawn(few), 1.3),
        *(
            Goal(
                f"{slug} with {cases.PEOPLE:,} people, {cases.APPLICATIONS:,} applications, "
                f"{cases.EVENTS} events ÷ empty: {what}",
                time(visits[cases.crowded_page(slug)]) / time(visits[cases.empty_page(slug)]),
                1.5,
            )
            for slug in cases.CROWDED_STEPS
            for what, time in (("form usable", usable), ("charts drawn", drawn))
        ),
        Goal("first visit of a step, shown", median(move.shown for move in first), 450, " ms"),
        Goal("first visit of a step, charts drawn", median(move.drawn for move in first), 450, " ms"),
        Goal("step visited before, shown", median(move.shown for move in again), 150, " ms"),
        Goal("step visited before, charts drawn", median(move.drawn for move in again), 150, " ms"),
    ]


def usable(measured: Sequence[Measured]) -> float:
    """The median of the milliseconds until a page could be used."""
    return _middle(measured, "usable")


def drawn(measured: Sequence[Measured]) -> float:
    """The median of the milliseconds until a page’s charts were drawn."""
    return _middle(measured, "drawn")


def spread(values: Sequence[float]) -> str:
    """As in "2,104 (1,980–2,310)": the median, the smallest and the largest."""
    return f"{median(values):,.0f} ({min(values):,.0f}–{max(values):,.0f})" if values else "–"


def _row(name: str, measured: Sequence[Measured]) -> str:
    return _ROW.format(
        name,
        spread([one.visit.usable for one in measured]),
        spread([one.visit.drawn for one in measured]),
        f"{_middle(measured, 'socket') / 1e3:,.0f}",
        f"{_middle(measured, 'transferred') / 1e3:,.0f}",
        f"{_middle(measured, 'requests'):.0f}",
        f"{median(one.memory for one in measured) / 1e6:,.0f}",
    )


def _moves_row(slug: str, first: Sequence[Move], again: Sequence[Move]) -> str:
    texts = [
        spread([getattr(move, sign) for move in moves if move.slug == slug])
        for moves in (first, again)
        for sign in ("shown", "drawn")
    ]
    return "{:14} {:>24} {:>24} {:>24} {:>24}".format(slug, *texts)


def _middle(measured: Sequence[Measured], name: str) -> float:
    return float(median(getattr(one.visit, name) for one in measured))


def _processor() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            return next(line.partition(":")[2].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()
