"""Step 2 on the screen: a list that can be read elsewhere on the page is folded away once there is something in it."""

from __future__ import annotations

from collections.abc import Callable

import ipywidgets as widgets

from rutkit.records import Record
from rutkit.widgets.folded import Folded
from rutkit.widgets.view import View


def folded_once_filled(
    view: View, text: str, record_type: type[Record], build: Callable[[], widgets.Widget]
) -> widgets.Widget:
    """What `build` makes, open while nothing is saved or something is half-typed, else behind a button."""
    workbook = view.workbook
    if not workbook.count(record_type) or workbook.draft(record_type.table(), "new"):
        return build()
    return Folded(view.page, text, build, holds=(record_type,)).widget
