"""One cold visit to a page in Chromium: when it can be used, when its charts are drawn, and what it took."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # No machine but this one: what a page asks of others fails at once, for all alike.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
)
SIZE = ViewportSize(width=1280, height=900)
PATIENCE = 60_000  # milliseconds

LIBRARY = """
const all = (selector, root = document) => [
  ...root.querySelectorAll(selector),
  ...[...root.querySelectorAll("*")].flatMap((node) => (node.shadowRoot ? all(selector, node.shadowRoot) : [])),
];
const isSeen = (node) => Boolean(node) && node.getClientRects().length > 0;
const isDrawn = (plot) =>
  all(".main-svg :is(.cartesianlayer :is(.trace, .hm), .treemaplayer .slice)", plot).length > 0;
const charts = (step) => [...document.querySelectorAll(`.rutkit-step-${step} .rutkit-chart`)];
// The words under a chart come after its figure, so once they stand, what has a figure shows it.
const isDone = (chart) =>
  chart.querySelector(".rutkit-chart-summary") !== null &&
  [...chart.querySelectorAll(".jp-OutputArea-child")].every(isDrawn);
const isReady = () => document.querySelector(".rutkit.rutkit-ready") !== null;
const hasCharts = (step) => charts(step).length > 0 && charts(step).every(isDone);
const type = (input, text) => {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(input, text);
  input.dispatchEvent(new Event("input", { bubbles: true }));
};
"""
"""What the signs below are written with."""

PROBE = """
(() => {
  if (window !== window.top) return;
  %(library)s
  const signs = { usable: () => %(usable)s, drawn: () => %(drawn)s };
  window.benchmark = { all, isSeen, isReady, hasCharts, charts };
  const seen = (window.benchmarkSeen = {});
  const watch = setInterval(() => {
    for (const name in signs) {
      if (!(name in seen) && document.body && signs[name]()) seen[name] = performance.now();
    }
    if (Object.keys(seen).length === Object.keys(signs).length) clearInterval(watch);
  }, 10);
})();
"""
"""Runs in the page from its first moment on and notes when each sign is first there, in ms since navigation."""


@dataclass(frozen=True)
class Signs:
    """How a page shows, in JavaScript, that it can be used, and that its charts are drawn."""

    usable: str
    drawn: str = "true"


@dataclass(frozen=True)
class Visit:
    """What one visit took: times in milliseconds from navigation, sizes in bytes."""

    usable: float
    drawn: float
    socket: int
    """Payloads of all frames, both ways."""
    transferred: int
    requests: int
    kernel_id: str
    """Of a Jupyter page; otherwise empty."""


class Traffic:
    """Counts what crosses the network while a page is open."""

    def __init__(self, page: Page) -> None:
        self.socket = 0
        self.transferred = 0
        self.requests = 0
        session = page.context.new_cdp_session(page)
        session.on("Network.webSocketFrameReceived", self._count_frame)
        session.on("Network.webSocketFrameSent", self._count_frame)
        session.on("Network.loadingFinished", self._count_bytes)
        session.on("Network.requestWillBeSent", self._count_request)
        session.send("Network.enable")

    def _count_frame(self, event: dict[str, Any]) -> None:
        payload = event["response"]["payloadData"]
        is_binary = event["response"]["opcode"] == 2
        self.socket += len(b64decode(payload) if is_binary else payload.encode())

    def _count_bytes(self, event: dict[str, Any]) -> None:
        self.transferred += int(event["encodedDataLength"])

    def _count_request(self, event: dict[str, Any]) -> None:
        if event["request"]["url"].startswith("http"):
            self.requests += 1


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def opened(browser: Browser, address: str, signs: Signs) -> Iterator[tuple[Page, Traffic]]:
    """The page, shown to somebody who was never there before, once all signs are seen."""
    with browser.new_context(viewport=SIZE) as context:
        context.add_init_script(PROBE % {"library": LIBRARY, "usable": signs.usable, "drawn": signs.drawn})
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        traffic = Traffic(page)
        page.goto(address, wait_until="commit")
        page.wait_for_function("() => Object.keys(window.benchmarkSeen ?? {}).length === 2", polling=100)
        yield page, traffic
        page.goto("about:blank")  # the page says goodbye, and its kernel ends


@contextmanager
def visited(browser: Browser, address: str, signs: Signs) -> Iterator[Visit]:
    """One visit and what it took; the page stays open meanwhile."""
    with opened(browser, address, signs) as (page, traffic):
        page.wait_for_timeout(300)  # the last frames
        seen = page.evaluate("window.benchmarkSeen")
        yield Visit(
            usable=seen["usable"],
            drawn=max(seen.values()),
            socket=traffic.socket,
            transferred=traffic.transferred,
            requests=traffic.requests,
            kernel_id=_kernel_id(page),
        )


def _kernel_id(page: Page) -> str:
    settings = page.locator("script#jupyter-config-data")
    if not settings.count():
        return ""
    found = re.search(r"^[\w-]+$", str(json.loads(settings.text_content() or "{}").get("kernelId", "")))
    return found.group() if found else ""
