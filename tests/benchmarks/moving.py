"""Moving about in one page: from step to step, the first time and again, and through a long table."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from rutkit.steps import STEPS
from tests.benchmarks.browser import opened
from tests.benchmarks.cases import Case

SLUGS = ("home", *(step.slug for step in STEPS))
ROUNDS_VISITED = 3
TURNS = 10
PAUSE = 700  # milliseconds that somebody looks before the next click

_MOVE = """
(slug) => new Promise((resolve) => {
  const { isSeen, hasCharts, charts } = window.benchmark;
  const seen = {};
  const begin = performance.now();
  const look = () => {
    const now = performance.now() - begin;
    const step = document.querySelector(`.rutkit-step-${slug}`);
    if (isSeen(step)) seen.shown ??= now;
    if ("shown" in seen && (!charts(slug).length || hasCharts(slug))) return resolve({ ...seen, drawn: now });
    requestAnimationFrame(look);
  };
  document.querySelector(`nav a[data-route=${slug}]`).click();
  requestAnimationFrame(look);
})
"""

_TURN = """
() => new Promise((resolve) => {
  const table = () => document.querySelector(".rutkit-collection-urge_to_quit");
  const before = table().querySelector("tbody").textContent;
  const begin = performance.now();
  const look = () => {
    if (table().querySelector("tbody").textContent !== before) return resolve(performance.now() - begin);
    requestAnimationFrame(look);
  };
  [...table().querySelectorAll(".rutkit-pager button")].at(-1).click();
  requestAnimationFrame(look);
})
"""


@dataclass(frozen=True)
class Move:
    """One click in the navigation: milliseconds until the step is shown, and until its charts are drawn."""

    slug: str
    shown: float
    drawn: float


def move_between_steps(browser: Browser, dashboard: Case) -> tuple[list[Move], list[Move]]:
    """Every step of a fresh dashboard for the first time, then all of them several times again."""
    with opened(browser, dashboard.address, dashboard.signs) as (page, _):
        first = [_move(page, slug) for slug in SLUGS[1:]]
        again = [_move(page, slug) for slug in SLUGS * ROUNDS_VISITED]
    return first, again


def turn_pages(browser: Browser, long_table: Case) -> list[float]:
    """Milliseconds from each click on “Next” until other rows stand there."""
    with opened(browser, long_table.address, long_table.signs) as (page, _):
        return [float(page.evaluate(_TURN)) for _ in range(TURNS)]


def _move(page: Page, slug: str) -> Move:
    page.wait_for_timeout(PAUSE)
    seen = page.evaluate(_MOVE, slug)
    return Move(slug, seen["shown"], seen["drawn"])
