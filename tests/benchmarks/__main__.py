"""Measure the pages: `python -m tests.benchmarks --peers PYTHON`, from the folder of the checkout.

See README.md beside this file.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from tests.benchmarks import cases, report
from tests.benchmarks.browser import chromium, visited
from tests.benchmarks.cases import Case, all_cases
from tests.benchmarks.importing import import_times
from tests.benchmarks.moving import Move, move_between_steps, turn_pages
from tests.benchmarks.report import Measured
from tests.benchmarks.servers import Servers


def main() -> None:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="Measure rutkit’s pages.")
    parser.add_argument(
        "--peers", type=Path, required=True, help="a Python that has panel, streamlit and dash"
    )
    parser.add_argument("--rounds", type=int, default=7, help="visits of each page (default: 7)")
    parser.add_argument("--only", nargs="+", default=[""], help="measure pages with this in their name alone")
    arguments = parser.parse_args()
    with (
        TemporaryDirectory(prefix="rutkit-") as folder,
        Servers(Path(folder)) as servers,
        chromium() as browser,
    ):
        everything = all_cases(servers, Path(folder), arguments.peers)
        chosen = [case for case in everything if any(text in case.name for text in arguments.only)]
        visits = measure_pages(browser, servers, chosen, arguments.rounds)
        print(report.pages(visits), flush=True)
        if chosen != everything:
            return
        by_name = {case.name: case for case in everything}
        first, again = measure_moves(browser, servers, by_name[cases.HOME], arguments.rounds)
        turns = turn_pages(browser, by_name[cases.MANY_ROWS])
    bare, imported = import_times()
    print(f"\n{report.moves(first, again)}")
    print(f"\nThe next page of {cases.ROWS:,} rows: {report.spread(turns)} ms")
    print(f"Starting Python: {report.spread(bare)} ms; with rutkit: {report.spread(imported)} ms\n")
    for goal in report.goals(visits, first, again, bare, imported):
        print(goal)
    print(f"\n{arguments.rounds} rounds. {report.machine()}")


def measure_pages(
    browser: Browser, servers: Servers, chosen: Sequence[Case], rounds: int
) -> dict[str, list[Measured]]:
    """Visit every page once to warm up its server, then each in turn, round after round, there and back."""
    visits: dict[str, list[Measured]] = {case.name: [] for case in chosen}
    for case in chosen:
        measure(browser, servers, case)
    for number in range(rounds):
        for case in chosen if number % 2 else reversed(chosen):
            visits[case.name].append(measure(browser, servers, case))
    return visits


def measure(browser: Browser, servers: Servers, case: Case) -> Measured:
    """One visit of one page."""
    servers.settle()
    with visited(browser, case.address, case.signs) as visit:
        return Measured(visit, case.server.memory(visit.kernel_id))


def measure_moves(
    browser: Browser, servers: Servers, dashboard: Case, rounds: int
) -> tuple[list[Move], list[Move]]:
    """Move about in as many fresh dashboards as there are rounds."""
    first: list[Move] = []
    again: list[Move] = []
    for _ in range(rounds):
        servers.settle()
        new, old = move_between_steps(browser, dashboard)
        first += new
        again += old
    return first, again


if __name__ == "__main__":
    main()
