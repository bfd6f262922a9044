"""How many visitors one machine carries: `PYTHONPATH=tests/browser python -m tests.benchmarks.visitors`.

Some visitors come with Chromium, the others with a socket alone, which says and hears what a page’s does: it asks for
all widgets, gives signs of life, and types. All of them arrive within a second or two, as in a workshop.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
from guests import Conversation, Guest
from playwright.async_api import async_playwright
from servers import Server, rutkit_serve

STEP = "/voila/render/01-acknowledge.ipynb"
BROWSER = "/usr/bin/chromium"
PATIENCE_MS = 300_000


@dataclass(frozen=True)
class Visit:
    """What one visitor waited for, in seconds."""

    page: float
    """Until the page had come, or, with a browser, could be used."""
    saved: float
    """From the last letter typed until the page said that it is saved."""
    kernel_id: str


async def visit_by_socket(server: Server) -> Visit:
    """A visitor without a browser: the page, its widgets, a sign of life, and an answer that is typed."""
    guest = Guest(server.port)
    began = time.monotonic()
    kernel_id = await asyncio.to_thread(guest.open, STEP)
    talk = await guest.talk(kernel_id)
    states = await talk.states()
    bridge, field = model_of(states, "AnyModel"), model_of(states, "TextModel")
    await talk.send(
        "comm_msg", {"comm_id": bridge, "data": {"method": "custom", "content": {"type": "ping"}}}
    )
    await talk.hear("comm_msg")
    arrived = time.monotonic()
    typed = {"method": "update", "state": {"value": "Clerk"}, "buffer_paths": []}
    await talk.send("comm_msg", {"comm_id": field, "data": typed})
    await hear_that_it_is_saved(talk)
    return Visit(arrived - began, time.monotonic() - arrived, kernel_id)


def model_of(states: dict[str, Any], model: str) -> str:
    """The first widget of a kind."""
    return next(name for name, state in states.items() if state["model_name"] == model)


async def hear_that_it_is_saved(talk: Conversation) -> None:
    """Wait until the page's chip says so."""
    while "Take back" not in json.dumps(await talk.hear("comm_msg")):
        pass


async def visit_by_browser(server: Server, browser: Any) -> Visit:
    """A visitor with Chromium."""
    page = await (await browser.new_context()).new_page()
    page.set_default_timeout(PATIENCE_MS)
    began = time.monotonic()
    await page.goto(f"{server.address}{STEP}")
    await page.wait_for_selector(".rutkit-ready")
    arrived = time.monotonic()
    await page.locator(".rutkit-field-situation-role input").fill("Clerk")
    await page.get_by_text("Take back", exact=False).or_(page.locator("[data-action=undo]")).first.wait_for()
    saved = time.monotonic()
    settings = json.loads(await page.locator("#jupyter-config-data").text_content())
    return Visit(arrived - began, saved - arrived, settings["kernelId"])


def memory_mb(process: psutil.Process) -> float:
    """The proportional set: what is shared counts in part."""
    return float(process.memory_full_info().pss / 1e6)


async def measure(server: Server, visitors: int, browsers: int) -> None:
    """Let them all come, and print what it took."""
    async with async_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu"]
        browser = await playwright.chromium.launch(executable_path=BROWSER, args=arguments)
        by_browser = [visit_by_browser(server, browser) for _ in range(browsers)]
        by_socket = [visit_by_socket(server) for _ in range(visitors - browsers)]
        began = time.monotonic()
        visits = await asyncio.gather(*by_browser, *by_socket)
        took = time.monotonic() - began
        await asyncio.sleep(5)  # what charts need is read meanwhile
        report(server, visits, browsers, took)
        turned_away = await asyncio.to_thread(Guest(server.port).ask, STEP)
        print(f"one more visitor: {turned_away.status}")
        await browser.close()


def report(server: Server, visits: Sequence[Visit], browsers: int, took: float) -> None:
    """Times and memory."""
    kernels = [server.kernel(visit.kernel_id) for visit in visits]
    kernel_memory = [memory_mb(kernel) for kernel in kernels]
    everything = [
        psutil.Process(server.process.pid),
        *psutil.Process(server.process.pid).children(recursive=True),
    ]
    for name, part in (("Chromium", visits[:browsers]), ("a socket", visits[browsers:])):
        if part:
            print(
                f"{len(part)} with {name}: page {spread([visit.page for visit in part])} s, "
                f"saved after {spread([visit.saved for visit in part])} s"
            )
    print(f"all {len(visits)} there after {took:.1f} s")
    print(f"memory of a visitor (PSS of the kernel): {spread(kernel_memory)} MB")
    print(f"of the whole server, kernels included: {sum(map(memory_mb, everything)):,.0f} MB")


def spread(values: Sequence[float]) -> str:
    """The median, and the range."""
    return f"{statistics.median(values):.1f} ({min(values):.1f}–{max(values):.1f})"


def main() -> None:
    """Run it once."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--visitors", type=int, default=30)
    parser.add_argument("--browsers", type=int, default=4)
    chosen = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        rutkit_serve(Path(folder), "--visitors", str(chosen.visitors)) as server,
    ):
        asyncio.run(measure(server, chosen.visitors, chosen.browsers))


if __name__ == "__main__":
    main()
