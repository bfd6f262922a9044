"""What a file says else of records that are there: taken over only if somebody ticks it."""

from __future__ import annotations

import ipywidgets as widgets

from rutkit.formatting import counted
from rutkit.widgets import shared
from rutkit.widgets.markup import stack


class ChangesOffered:
    """A box to tick beside an import's button; where there is nothing else to import, the button itself says it."""

    def __init__(self, button: widgets.Button, noun: str, plural: str) -> None:
        self._button = button
        self._adds = button.description
        self._noun, self._plural = noun, plural
        self._box = shared.make(widgets.Checkbox, value=False, description="", indent=False)
        self.widget = stack(self._box, classes=("rutkit-field",))
        self.offer(0, is_all=False)

    @property
    def are_taken(self) -> bool:
        """Whether the button takes them over."""
        return bool(self._box.value)

    def offer(self, count: int, *, is_all: bool) -> None:
        """Offer so many changes; `is_all` says that there is nothing else in the file."""
        self._box.value = bool(count) and is_all
        self._box.description = f"Take over what changed for {counted(count, self._noun, self._plural)}"
        shared.show(self._box, bool(count) and not is_all)
        self._button.description = "Take over what changed" if count and is_all else self._adds
