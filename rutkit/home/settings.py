"""The dashboard's settings: currency, and what keeps the file safe."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets as widgets

from rutkit.preferences import Preferences
from rutkit.widgets.card import card, columns
from rutkit.widgets.form import Form
from rutkit.widgets.markup import Markup, html
from rutkit.widgets.view import View


def settings_cards(view: View) -> Sequence[widgets.Widget]:
    """The cards at the end of the dashboard's first page."""
    return [
        columns(
            card("Your file", view.text(lambda: _where(view)), hint="Everything is in this one file."),
            card("Your currency", view.keep(Form(view.page, Preferences)).widget),
        )
    ]


def _where(view: View) -> Markup:
    return html("<p><code>{path}</code></p>", path=view.workbook.path)
