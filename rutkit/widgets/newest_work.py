"""Work beside the page of which only the newest counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from rutkit.widgets.page import Page

T = TypeVar("T")


class NewestWork:
    """`Page.in_background` for what is asked for anew before it is done: older work may end after newer."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._asked = 0

    def begin(
        self,
        work: Callable[[], T],
        then: Callable[[T], object],
        *,
        otherwise: Callable[[], object] = lambda: None,
    ) -> None:
        """Do it, and drop what comes of any that was begun before."""
        self.drop()
        this = self._asked

        def know(result: T) -> None:
            if this == self._asked:
                then(result)

        def give_up() -> None:
            if this == self._asked:
                otherwise()

        self._page.in_background(work, know, otherwise=give_up)

    def drop(self) -> None:
        """Want nothing any more of what is being done."""
        self._asked += 1
