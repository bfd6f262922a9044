"""What stands in place of the workbook when it cannot be seen: a question for the passphrase, or the reason."""

from __future__ import annotations

import logging
from collections.abc import Callable

import ipywidgets as widgets

from rutkit.home.passphrase import PassphraseFields
from rutkit.serving.visit import open_for_this_page
from rutkit.widgets import shared
from rutkit.widgets.bridge import Bridge
from rutkit.widgets.card import Rank, card
from rutkit.widgets.markup import block, html, stack
from rutkit.widgets.notice import NoticeBoard
from rutkit.workbook import Workbook

log = logging.getLogger("rutkit")


class LockedPage:
    """Asks for the passphrase until the file opens, and hands the open workbook to `on_open`.

    `on_open` may still fail: then it says so and asks again.
    """

    def __init__(self, on_open: Callable[[Workbook], object], *, was_open: bool = False) -> None:
        self._on_open = on_open
        self._notices = NoticeBoard()
        self._fields = PassphraseFields(repeat=False)
        self._bridge = Bridge()
        open_button = shared.make(widgets.Button, Rank.FIRST.value, description="Open the workbook")
        open_button.on_click(lambda _: self._try())
        asking = card(
            "This workbook is locked",
            self._notices.widget,
            stack(*self._fields.widgets, open_button, classes=("rutkit-form", "rutkit-submits")),
            hint=(KEPT + " " if was_open else "") + ASKED,
        )
        self.widget = _root(self._bridge, asking)
        self._bridge.on_first_sign(self._stand_ready)

    def say(self, sentence: str) -> None:
        """Show a sentence above the question."""
        self._notices.show(sentence)

    def close(self) -> None:
        """Take it off the page."""
        shared.close(self.widget)

    def _stand_ready(self) -> None:
        self.widget.add_class("rutkit-ready")
        self._bridge.focus("input[type=password]")

    def _try(self) -> None:
        self._notices.clear()
        try:
            self._on_open(open_for_this_page(passphrase=self._fields.take()))
        except Exception as error:
            log.exception("The workbook could not be opened")
            self._notices.show_error(error)


def closed_page(sentence: str) -> widgets.Widget:
    """A page that only says why the workbook cannot be opened."""
    bridge = Bridge()
    root = _root(
        bridge, card("Your workbook could not be opened", block(html("<p>{text}</p>", text=sentence)))
    )
    bridge.on_first_sign(lambda: root.add_class("rutkit-ready"))
    return root


def _root(bridge: Bridge, content: widgets.Widget) -> widgets.VBox:
    return stack(bridge, stack(content, classes=("rutkit-main",)), classes=("rutkit", "rutkit-single"))


ASKED = "Type its passphrase. It is written down nowhere."
KEPT = "What you typed until then is kept, also what was not finished."
