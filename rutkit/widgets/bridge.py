"""The page's own small widget: the address bar, clicks on plain HTML, the theme, and a sign of life."""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from pathlib import Path
from time import monotonic
from typing import Any, TypeVar

import anywidget
import traitlets

from rutkit.widgets.farewell import page_has_left

_STATIC = Path(__file__).parent / "static"

GONE_AFTER_SECONDS = 90
"""A page in front gives a sign every four seconds, one behind another tab about once a minute."""

ActionHandler = Callable[[dict[str, str]], None]
UploadHandler = Callable[[bytes, str], None]
H = TypeVar("H")


class Bridge(anywidget.AnyWidget):
    """One a page. Everything that ipywidgets cannot say to the browser, and back, goes through here."""

    _esm = _STATIC / "page.js"
    _css = _STATIC / "rutkit.css"

    route = traitlets.Unicode("home").tag(sync=True)
    """Slug of the step that is shown."""
    routes = traitlets.List(traitlets.Unicode(), ["home"]).tag(sync=True)
    """Every slug that may be shown; the first is shown when the address names none."""
    theme = traitlets.Unicode("light").tag(sync=True)

    def __init__(self, **traits: Any) -> None:
        super().__init__(**traits)
        self._handlers: dict[str, ActionHandler] = {}
        self._upload_handlers: dict[str, UploadHandler] = {}
        self._choice_handlers: dict[str, Callable[[], None]] = {}
        self._too_large_handlers: dict[str, Callable[[str], None]] = {}
        self._maximum_bytes: dict[str, int] = {}
        self._uploads: dict[str, bytearray] = {}
        self._on_first_sign: list[Callable[[], None]] = []
        self._last_sign = -inf
        self._was_used = False
        self.on_msg(self._receive)

    def on_action(self, name: str, handler: ActionHandler) -> Callable[[], None]:
        """Call `handler` with the element's data attributes when something with `data-action=name` is clicked.

        Returns what takes the handler away again.
        """
        return _register(self._handlers, name, handler)

    def on_first_sign(self, callback: Callable[[], None]) -> None:
        """Call `callback` once, when the browser has drawn the page and talks to us."""
        self._on_first_sign.append(callback)

    @property
    def is_seen(self) -> bool:
        """Whether a browser shows the page: it gave a sign of life not long ago."""
        return monotonic() - self._last_sign < GONE_AFTER_SECONDS

    def take_use(self) -> bool:
        """Whether somebody has typed or clicked on the page since this was last asked."""
        used, self._was_used = self._was_used, False
        return used

    def on_upload(
        self,
        name: str,
        handler: UploadHandler,
        on_choice: Callable[[], None] = lambda: None,
        on_too_large: Callable[[str], None] = lambda _: None,
        maximum_bytes: int = 50_000_000,
    ) -> Callable[[], None]:
        """Call `handler` with the content and the name of each file picked in an `input` with `data-action=name`.

        `on_choice` is called before the first of those that were picked together. Of a file that is larger than
        `maximum_bytes` nothing is kept (nor does the page send it, if the input’s `data-maximum` says so too), and
        `on_too_large` is called with its name. Returns what takes them away again.
        """
        forgets = (
            _register(self._upload_handlers, name, handler),
            _register(self._choice_handlers, name, on_choice),
            _register(self._too_large_handlers, name, on_too_large),
            _register(self._maximum_bytes, name, maximum_bytes),
        )

        def forget() -> None:
            for each in forgets:
                each()

        return forget

    def focus(self, selector: str) -> None:
        """Put the keyboard on the first element of the page that matches."""
        self.send({"type": "focus", "selector": selector})

    def close(self) -> None:
        """Take it off the page. anywidget keeps every bridge that was; so nothing of the page may hang on it."""
        super().close()
        self.unobserve_all()
        self._handlers.clear()
        self._upload_handlers.clear()
        self._choice_handlers.clear()
        self._too_large_handlers.clear()
        self._uploads.clear()
        self._on_first_sign.clear()

    def _receive(self, _widget: Any, message: dict[str, Any], buffers: list[memoryview]) -> None:
        if message.get("type") == "ping":
            self._last_sign = monotonic()
            self._was_used |= bool(message.get("used"))
            self.send({"type": "pong"})
            callbacks, self._on_first_sign = self._on_first_sign, []
            for callback in callbacks:
                callback()
        elif message.get("type") == "leaving":
            page_has_left.set()
        elif message.get("type") == "action":
            handler = self._handlers.get(message.get("action", ""))
            if handler:
                handler(message)
        elif message.get("type") == "upload":
            self._receive_piece(message, buffers[0])

    def _receive_piece(self, message: dict[str, Any], content: memoryview) -> None:
        action = str(message["action"])
        if message["piece"] == 0:
            self._uploads[action] = bytearray()
            if message["number"] == 0 and action in self._choice_handlers:
                self._choice_handlers[action]()
        if action not in self._uploads:
            return  # its beginning went to a kernel that is gone
        self._uploads[action] += content
        if message.get("too_large") or len(self._uploads[action]) > self._maximum_bytes.get(action, 0):
            del self._uploads[action]  # what else comes of it is passed over
            if action in self._too_large_handlers:
                self._too_large_handlers[action](str(message["name"]))
            return
        if message["piece"] == message["pieces"] - 1:
            whole = bytes(self._uploads.pop(action))
            if action in self._upload_handlers:
                self._upload_handlers[action](whole, str(message["name"]))


def _register(handlers: dict[str, H], name: str, handler: H) -> Callable[[], None]:
    """Put a handler in its place; returns what takes it away again, unless another has taken the place since."""
    handlers[name] = handler

    def forget() -> None:
        if handlers.get(name) is handler:
            del handlers[name]

    return forget
