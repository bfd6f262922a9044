"""A tab of the browser, watched while it is used."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Locator, Page, Request, WebSocket, expect

READY_SECONDS = 45
"""A first page on a slow machine; most take one or two seconds."""


class Tab:
    """One tab, with what it asked of whom and what its console complained of."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.addresses: list[str] = []
        """Everything that was asked for."""
        self.complaints: list[str] = []
        """Errors on the console, and errors that nobody caught."""
        page.on("request", self._note_request)
        page.on("websocket", self._note_socket)
        page.on("console", self._note_console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: dialog.accept())

    # --- going about ------------------------------------------------------------------------------------------------

    def open(self, notebook: str = "00-start-here", step: str = "") -> Tab:
        """Open a notebook's page and wait until it can be used."""
        fragment = f"#{step}" if step else ""
        self.page.goto(f"{self.address}/voila/render/{notebook}.ipynb{fragment}")
        return self.wait_until_ready(step)

    def reload(self, step: str = "") -> Tab:
        """Load the page again and wait until it can be used."""
        self.page.reload()
        return self.wait_until_ready(step)

    def wait_until_ready(self, step: str = "") -> Tab:
        """Wait until the page, and the step on it, can be used."""
        self.page.wait_for_selector(".rutkit-ready", timeout=READY_SECONDS * 1000)
        if step:
            self.step(step).wait_for(timeout=READY_SECONDS * 1000)
        return self

    def go(self, step: str) -> Tab:
        """Click a step in the navigation."""
        self.page.click(f".rutkit-nav-{step}")
        self.step(step).wait_for()
        return self

    def close(self) -> None:
        """Close the tab at once, as a person does; what a page does when it is left, it does."""
        if not self.page.is_closed():
            with self.page.expect_event("close"):
                self.page.close(run_before_unload=True)

    # --- what is on the page ----------------------------------------------------------------------------------------

    def find(self, selector: str) -> Locator:
        """Whatever matches, in the step that is seen."""
        return self.page.locator(selector)

    def step(self, slug: str) -> Locator:
        return self.page.locator(f".rutkit-step-{slug}")

    def field(self, record: str, name: str) -> Locator:
        """A field with its label, its help and its error."""
        return self.page.locator(f".rutkit-field-{record}-{name}")

    def box(self, record: str, name: str) -> Locator:
        """What is typed into, in a field."""
        return self.field(record, name).locator("input, textarea").first

    def option(self, record: str, name: str, answer: str) -> Locator:
        """One answer of a field that offers several."""
        return self.field(record, name).get_by_role("radio", name=answer, exact=True)

    def choose(self, record: str, name: str, answer: str) -> None:
        """Pick one answer of a field that offers several."""
        self.option(record, name, answer).check()

    def button(self, text: str, *, within: str = "body") -> Locator:
        """The one button in sight with this text."""
        named = self.page.locator(within).get_by_role("button", name=text, exact=True)
        return named.filter(visible=True).first

    def collection(self, record: str) -> Locator:
        return self.page.locator(f".rutkit-collection-{record}")

    def rows(self, record: str) -> Locator:
        """The records that a collection shows."""
        return self.collection(record).locator(".rutkit-records tbody tr")

    def status(self) -> Locator:
        """The corner that says what is saved."""
        return self.page.locator(".rutkit-saved")

    # --- waiting and asking -----------------------------------------------------------------------------------------

    def wait_until_drawn(self) -> Tab:
        """Wait until nothing in sight says that it is being drawn."""
        expect(self.page.locator(".rutkit-waiting:visible")).to_have_count(0, timeout=30_000)
        return self

    def wait_until_saved(self) -> Tab:
        """Wait until all that was typed has been seen to."""
        expect(self.status()).to_have_text("Saved")
        return self

    def eventually(self, is_so: Callable[[], bool], *, seconds: float = 10) -> None:
        """Wait until something is so that the page itself does not show."""
        for _ in range(int(seconds * 20)):
            if is_so():
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"Not so within {seconds} seconds")

    def kernel_id(self) -> str:
        """Which kernel is behind the page."""
        settings = self.page.locator("#jupyter-config-data").text_content()
        assert settings
        return str(json.loads(settings)["kernelId"])

    def evaluate(self, script: str, argument: object = None) -> Any:
        return self.page.evaluate(script, argument)

    def strangers(self) -> Sequence[str]:
        """What was asked of a host that is not the server's own."""
        own = urlsplit(self.address).netloc
        return [address for address in self.addresses if urlsplit(address).netloc != own]

    def _note_request(self, request: Request) -> None:
        self._note_address(request.url)

    def _note_socket(self, socket: WebSocket) -> None:
        self._note_address(socket.url)

    def _note_address(self, address: str) -> None:
        if urlsplit(address).scheme not in ("data", "blob", "about"):
            self.addresses.append(address)

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(message.text)
