"""Layouts and styles that many widgets share.

ipywidgets gives every widget a layout and a style of its own, each a model that crosses the socket. rutkit lays out
with CSS classes, so one of each is enough for a whole kernel; nothing may change them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import Any, TypeVar

import ipywidgets as widgets

from rutkit.widgets.ending import end_all

W = TypeVar("W")


def make(kind: Callable[..., W], *classes: str, **traits: Any) -> W:
    """A widget with the shared layout and style and these CSS classes: `make(Text, "rutkit-chip", description="…")`."""
    if hasattr(kind, "style"):
        traits["style"] = style(kind)
    return kind(layout=layout(), _dom_classes=classes, **traits)


def show(widget: widgets.DOMWidget, is_shown: bool) -> None:
    """Show a widget, or take it out of sight."""
    widget.layout = layout() if is_shown else hidden()


def close(*roots: widgets.Widget) -> None:
    """Close widgets together with all that stands in them. The shared layouts and styles stay."""
    end_all(
        *(step for root in roots for step in (partial(close, *getattr(root, "children", ())), root.close))
    )


@cache
def layout() -> widgets.Layout:
    """The one empty layout."""
    return widgets.Layout()


@cache
def hidden() -> widgets.Layout:
    """The one layout of what is not shown."""
    return widgets.Layout(display="none")


@cache
def style(kind: type[widgets.DOMWidget]) -> widgets.Widget:
    """The one style of a kind of widget, with labels as wide as their text."""
    style_class = kind.class_traits()["style"].klass
    has_width = "description_width" in style_class.class_trait_names()
    return style_class(description_width="initial") if has_width else style_class()
