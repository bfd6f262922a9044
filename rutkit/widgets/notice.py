"""Sentences that a person must see: what went wrong, that nothing was lost, and what to do."""

from __future__ import annotations

from rutkit.errors import RutkitError
from rutkit.widgets.markup import Markup, block, html, joined, put


class NoticeBoard:
    """Notices at the top of a page. The same sentence stands there once."""

    def __init__(self) -> None:
        self.widget = block("", "rutkit-notices")
        self._sentences: list[str] = []
        self._put_away: set[str] = set()

    def show(self, sentence: str) -> None:
        """Put up a sentence; it stays until it is put away."""
        if sentence not in self._sentences:
            self._sentences.append(sentence)
            self._draw()

    def show_unless_read(self, sentence: str) -> None:
        """Put up a sentence about how things are, unless the person has put it away before."""
        if sentence not in self._put_away:
            self.show(sentence)

    def show_error(self, error: Exception) -> None:
        """Say that something failed. Errors of our own carry a sentence for people; others get a general one."""
        self.show(str(error) if isinstance(error, RutkitError) else _general(error))

    def put_away(self) -> None:
        """Take all notices down: the person has read them."""
        self._put_away.update(self._sentences)
        self.clear()

    def clear(self) -> None:
        """Take all notices down."""
        self._sentences.clear()
        self._draw()

    def _draw(self) -> None:
        rows = joined(
            html('<p class="rutkit-notice" role="alert">{sentence}</p>', sentence=sentence)
            for sentence in self._sentences
        )
        put(self.widget, rows + _PUT_AWAY if rows else rows)


_PUT_AWAY = Markup(
    '<button type="button" class="rutkit-link" data-action="put-notices-away">I have read this</button>'
)


def _general(error: Exception) -> str:
    return (
        f"Something on this page did not work ({type(error).__name__}: {error}). "
        "What you saved is safe. Please reload the page; if it happens again, run “rutkit check”."
    )
