"""HTML that is safe by construction: text goes in escaped, and only templates written here are markup."""

from __future__ import annotations

from collections.abc import Iterable

import ipywidgets as widgets
from markupsafe import Markup

from rutkit.widgets import shared

__all__ = ["ErrorLine", "Markup", "block", "html", "joined", "put", "row", "stack"]


def html(template: str, /, **values: object) -> Markup:
    """Fill a template of our own; every value is escaped unless it is `Markup` already.

    >>> html("<p>{text}</p>", text="<b>hi</b>")
    Markup('<p>&lt;b&gt;hi&lt;/b&gt;</p>')
    """
    return Markup(template).format(**values)


def joined(parts: Iterable[Markup]) -> Markup:
    """The pieces one after the other."""
    return Markup("").join(parts)


def block(content: Markup | str = "", *classes: str) -> widgets.HTML:
    """A piece of HTML on the page. Plain text is escaped."""
    return shared.make(widgets.HTML, "rutkit-block", *classes, value=str(Markup.escape(content)))


def put(target: widgets.HTML, content: Markup | str) -> None:
    """Replace what a block shows; nothing crosses the socket if it is the same."""
    target.value = str(Markup.escape(content))


class ErrorLine:
    """What is wrong, in words, as the last thing in a box; it comes to be with the first error."""

    def __init__(self, box: widgets.Box) -> None:
        self._box = box
        self._line: widgets.HTML | None = None

    def show(self, sentence: str) -> None:
        """Say what is wrong; an empty sentence takes it away."""
        if self._line is None:
            if not sentence:
                return
            self._line = block()
            self._box.children = (*self._box.children, self._line)
        content = html('<p class="rutkit-error" role="alert">{text}</p>', text=sentence) if sentence else ""
        put(self._line, content)


def stack(*children: widgets.Widget, classes: tuple[str, ...] = ()) -> widgets.VBox:
    """Widgets one below the other."""
    return shared.make(widgets.VBox, *classes, children=children)


def row(*children: widgets.Widget, classes: tuple[str, ...] = ()) -> widgets.HBox:
    """Widgets side by side."""
    return shared.make(widgets.HBox, *classes, children=children)
