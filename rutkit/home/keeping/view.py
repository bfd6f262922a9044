"""The panel for the file and its copies, the passphrase and the preferences."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets as widgets

from rutkit.home.settings import settings_cards
from rutkit.widgets.view import View


class KeepingView(View):
    """All that is about the workbook as a whole."""

    slug = "workbook"
    package = "rutkit.home.keeping"
    guide_is = "How it is kept"

    def build(self) -> Sequence[widgets.Widget]:
        """The cards."""
        return [settings_cards(self)]

    def ending(self) -> Sequence[widgets.Widget]:
        """Nothing here is a next action."""
        return []
