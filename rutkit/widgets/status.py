"""The saved sign: always in the same corner, with undo beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from rutkit.widgets.markup import block, html, put

if TYPE_CHECKING:
    from rutkit.workbook import Change


class Status:
    """Says that everything is saved, or what is kept as a draft, and offers to take the last change back."""

    def __init__(self) -> None:
        self.widget = block("", "rutkit-status")
        self._says: Markup = html('<span class="rutkit-saved">{text}</span>', text="Everything is saved")
        self._undo = Markup("")
        self._draw()

    def saved(self) -> None:
        """The last thing typed is in the workbook."""
        self._say("Saved")

    def imported(self, added: str, skipped: int) -> None:
        """An import is done: what came of the file."""
        self._say(f"Added {added}, skipped {skipped:,}" if skipped else f"Added {added}")

    def kept_as_draft(self) -> None:
        """The last thing typed is kept, but is not an answer yet."""
        self._say("Kept as a draft")

    def copied(self) -> None:
        """A text is on the clipboard."""
        self._say("Copied")

    def removed(self, noun: str) -> None:
        """Something was removed; undo brings it back."""
        self._say(f"Removed the {noun}")

    def undone(self, label: str) -> None:
        """The last change was taken back."""
        self._say(f"Taken back: {label}")

    def show_undo(self, change: Change | None) -> None:
        """Offer to take `change` back; `None` offers nothing."""
        self._undo = (
            html(
                ' · <button type="button" class="rutkit-link" data-action="undo" title="Take back: {label}">'
                "Undo</button>",
                label=change.label,
            )
            if change
            else Markup("")
        )
        self._draw()

    def _say(self, text: str) -> None:
        self._says = html('<span class="rutkit-saved">{text}</span>', text=text)
        self._draw()

    def _draw(self) -> None:
        put(
            self.widget,
            html(
                '<div class="rutkit-status-chip"><span role="status">{says}</span>{undo}</div>',
                says=self._says,
                undo=self._undo,
            ),
        )
