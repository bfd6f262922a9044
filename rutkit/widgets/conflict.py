"""Two windows wrote different things into one field: show both, and let the person choose."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pydantic import JsonValue

from rutkit.drafts import DraftError, parse
from rutkit.formatting import format_value
from rutkit.records import FieldSpec
from rutkit.widgets.markup import Markup, block, html, joined, put
from rutkit.widgets.page import Page

Dispute = tuple[FieldSpec, JsonValue, JsonValue]
"""The field, the raw value that is saved, and the one typed here."""


class ConflictNotice:
    """Stands above a form while two values wait for a choice. Until then both are kept: one saved, one as a draft."""

    def __init__(self, page: Page, name: str, settle: Callable[[bool], object]) -> None:
        self.widget = block("", "rutkit-conflict")
        self._page = page
        self._name = name
        self._forget = [
            page.bridge.on_action(f"keep-mine-{name}", page.guard(lambda _: settle(True))),
            page.bridge.on_action(f"keep-theirs-{name}", page.guard(lambda _: settle(False))),
        ]

    def show(self, disputes: Sequence[Dispute]) -> None:
        """Put both values of every disputed field side by side."""
        rows = joined(
            html(
                "<li><b>{title}</b>: saved in another window “{theirs}”, typed here “{mine}”.</li>",
                title=spec.title,
                theirs=_shown(spec, theirs, self._page.currency),
                mine=_shown(spec, mine, self._page.currency),
            )
            for spec, theirs, mine in disputes
        )
        put(self.widget, html(_NOTICE, rows=rows, name=self._name))

    def clear(self) -> None:
        """Take the notice away."""
        put(self.widget, "")

    def close(self) -> None:
        """Stop listening to its buttons."""
        for forget in self._forget:
            forget()


_NOTICE = Markup(
    '<div class="rutkit-notice" role="alert"><p>This was changed in another window too. Both versions are kept until '
    "you choose.</p><ul>{rows}</ul>"
    '<p><button type="button" class="rutkit-button" data-action="keep-mine-{name}">Keep what I typed here</button> '
    '<button type="button" class="rutkit-link" data-action="keep-theirs-{name}">Keep the saved one</button></p></div>'
)


def _shown(spec: FieldSpec, raw: JsonValue, currency: str) -> str:
    try:
        return format_value(spec, parse(spec, raw), currency=currency)
    except DraftError:
        return str(raw)
