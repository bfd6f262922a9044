"""A workbook as something to read: its records, one or all, by field or by word, and as a DataFrame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rutkit.records import Record
from rutkit.storage import queries
from rutkit.storage.errors import in_plain_words
from rutkit.storage.file import WorkbookFile
from rutkit.storage.frames import read_frame
from rutkit.storage.migrations import Migration
from rutkit.storage.queries import Page, Part
from rutkit.storage.search import Found, SearchIndex
from rutkit.storage.tables import R, table_of

if TYPE_CHECKING:
    import pandas as pd


class ReadableWorkbook(WorkbookFile):
    """The file of a workbook, and every way to read what is in it. What changes it is `Workbook`'s."""

    def __init__(
        self, path: Path, passphrase: str | None = None, *, migrations: Sequence[Migration] | None = None
    ) -> None:
        super().__init__(path, passphrase, migrations=migrations)
        self._search_index = SearchIndex()

    def close(self) -> None:
        """Let go of the file, and of what was read for the search."""
        self._search_index.close()
        super().close()

    def all(
        self,
        record_type: type[R],
        *,
        order_by: str = "created_at",
        descending: bool = False,
        limit: int | None = None,
    ) -> list[R]:
        """The records of a type, in the order of a field."""
        with in_plain_words(self.path):
            return queries.select(
                self._connection, table_of(record_type), order_by=order_by, descending=descending, limit=limit
            )

    def get(self, record_type: type[R], record_id: str) -> R | None:
        """The record with this id."""
        return self.find(record_type, id=record_id)

    def only(self, record_type: type[R]) -> R | None:
        """The one record of a type that allows one in a workbook (`one_per = ()`)."""
        return self.find(record_type)

    def find(self, record_type: type[R], **equals: Any) -> R | None:
        """The first record whose fields have these values: `workbook.find(CheckIn, day=today)`."""
        with in_plain_words(self.path):
            found = queries.select(self._connection, table_of(record_type), equals=equals, limit=1)
        return found[0] if found else None

    def page(
        self,
        record_type: type[R],
        *,
        search: str = "",
        order_by: str = "created_at",
        descending: bool = False,
        offset: int = 0,
        limit: int = 50,
        **equals: Any,
    ) -> Page[R]:
        """A part of the records whose words contain `search`, in either case, and how many there are.

        `equals` leaves only those whose fields have these values, as for `find`.
        """
        table = table_of(record_type)
        with in_plain_words(self.path):
            records = queries.select(
                self._connection,
                table,
                equals=equals,
                search=search,
                order_by=order_by,
                descending=descending,
                offset=offset,
                limit=limit,
            )
            return Page(records, queries.count(self._connection, table, equals=equals, search=search))

    def part(self, record_type: type[R], *, after: int = 0, limit: int, **equals: Any) -> Part[R]:
        """Some of the records, in the order in which they came into the file: those after the `last` of a part before.

        For whoever reads all of them piece by piece, and lets others work in between.
        """
        with in_plain_words(self.path):
            return queries.select_part(
                self._connection, table_of(record_type), after=after, limit=limit, equals=equals
            )

    def count(self, record_type: type[Record], **equals: Any) -> int:
        """How many records of a type there are, or of those whose fields have these values."""
        with in_plain_words(self.path):
            return queries.count(self._connection, table_of(record_type), equals=equals)

    def days(self, record_type: type[Record], field: str, **equals: Any) -> list[date]:
        """The local days that a field of date or time names, oldest first: `workbook.days(CheckIn, "day")`.

        `equals` leaves only those whose fields have these values, as for `find`.
        """
        with in_plain_words(self.path):
            return queries.days(self._connection, table_of(record_type), field, equals=equals)

    def frame(self, record_type: type[Record]) -> pd.DataFrame:
        """All records of a type as a typed DataFrame, by day or else oldest first; see `storage.frames.read_frame`."""
        with in_plain_words(self.path):
            return read_frame(self._connection, table_of(record_type))

    def reading_for_search(self, record_types: Iterable[type[Record]]) -> Iterator[int]:
        """Let `search` know what is new, a portion a turn; gives how many records each turn read."""
        with in_plain_words(self.path):
            yield from self._search_index.read(self._connection, [table_of(kind) for kind in record_types])

    def search(self, words: str, *, limit: int = 50, leaving_out: Iterable[str] = ()) -> Found:
        """Records, as last read for search, that hold all of these words or words that begin with them.

        `leaving_out` are the ids of records that nobody is to see now, such as sealed letters.
        """
        return self._search_index.find(words, limit=limit, leaving_out=leaving_out)
