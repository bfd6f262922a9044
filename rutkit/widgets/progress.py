"""How far long work has come, while it is going on."""

from __future__ import annotations

from rutkit.widgets.markup import block, html, put


class ProgressBar:
    """A bar with its numbers. It is seen even while a callback is at work: each `show` goes to the browser at once.

    Args:
        doing: what is going on: "Reading the rows".
        from_total: with less to do than this, nothing is shown; it would only flicker.
    """

    def __init__(self, doing: str, *, from_total: int = 2_000) -> None:
        self.widget = block("", "rutkit-progress")
        self._doing = doing
        self._from_total = from_total

    def show(self, done: int, total: int) -> None:
        """Say that `done` of `total` are done; the end takes the bar away."""
        if total < self._from_total or done >= total:
            put(self.widget, "")
            return
        put(
            self.widget,
            html(
                '<label>{doing}: {done} of {total}<progress max="{whole}" value="{part}"></progress></label>',
                doing=self._doing,
                done=f"{done:,}",
                total=f"{total:,}",
                whole=total,
                part=done,
            ),
        )
