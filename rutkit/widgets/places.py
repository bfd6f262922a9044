"""Where on a page the records of a type are read and written, so that a link from elsewhere opens the very one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import TypeVar

from rutkit.records import Record

T = TypeVar("T")

Opener = Callable[[str], bool]
"""Opens the record with this id, or a new one for an empty id; says whether that is possible in this place."""


class Places:
    """The forms, lists and panels of one page, by the record type that they show.

    An address names a step, a table and perhaps a record: `#emotions/check_in`, `#network/contact/<id>`.
    """

    def __init__(self) -> None:
        self._openers: dict[str, list[Opener]] = defaultdict(list)
        self._reveals: dict[str, list[Callable[[], object]]] = defaultdict(list)

    def add(self, record_type: type[Record], opener: Opener) -> Callable[[], None]:
        """From now on `opener` can show records of this type. Returns what takes it away again."""
        return _listed(self._openers[record_type.table()], opener)

    def add_hidden(self, record_type: type[Record], reveal: Callable[[], object]) -> Callable[[], None]:
        """Such records have a place that is not in sight; `reveal` brings it there, and may build it first."""
        return _listed(self._reveals[record_type.table()], reveal)

    def open(self, table: str, record_id: str = "") -> bool:
        """Show the record, or where a new one is written; False if nothing on the page can."""
        for reveal in tuple(self._reveals[table]):
            reveal()
        return any(opener(record_id) for opener in tuple(self._openers[table]))


def address(step: str, record_type: type[Record], record_id: str = "") -> str:
    """The address, for `href` (after "#") and `data-route`, that opens a record, or a new one, in a step.

    >>> from rutkit.preferences import Preferences
    >>> address("home", Preferences)
    'home/preferences'
    """
    return "/".join(filter(None, (step, record_type.table(), record_id)))


def _listed(where: list[T], one: T) -> Callable[[], None]:
    where.append(one)

    def forget() -> None:
        if one in where:
            where.remove(one)

    return forget
