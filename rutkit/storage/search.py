"""Full-text search over what was written, by SQLite's FTS5.

The index lives in memory and ends with the workbook: it writes nothing, leaves nothing readable of a locked file, and
cannot disagree with the file for longer than until it is asked.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

import apsw

from rutkit.records import AN_ID, Kind
from rutkit.storage.sql import fetch, quoted
from rutkit.storage.tables import Table

_WRITTEN = frozenset({Kind.SHORT_TEXT, Kind.LONG_TEXT, Kind.TAGS})
_WORD = re.compile(r"\w+")
_BEGIN, _END = "\x02", "\x03"
_EXCERPT_WORDS = 24
_PORTION = 100
"""Records of one turn: some hundredths of a second, also where each is a long text."""
_STAMP = '"version" || \' \' || "updated_at"'


@dataclass(frozen=True)
class Hit:
    """A record in which words were found."""

    table: str
    record_id: str
    excerpt: tuple[tuple[str, bool], ...]
    """The text around the words, in parts; True for those that were searched for."""


@dataclass(frozen=True)
class Found:
    """The best hits first."""

    hits: tuple[Hit, ...]
    total: int


@dataclass(frozen=True)
class _Read:
    """A record as it was read."""

    stamp: str
    """Its version and when it was saved: a version that was undone may come again."""
    row: int
    """Where it is in the index."""


class SearchIndex:
    """What was written in some tables, by word. Accents and upper case make no difference."""

    def __init__(self) -> None:
        self._memory = apsw.Connection(":memory:")
        self._memory.execute(
            "CREATE VIRTUAL TABLE written USING fts5("
            'content, "table" UNINDEXED, record UNINDEXED, tokenize = "unicode61 remove_diacritics 2")'
        )
        self._known: dict[str, dict[str, _Read]] = {}
        """By table and record."""

    def read(self, connection: apsw.Connection, tables: Iterable[Table[Any]]) -> Iterator[int]:
        """Read what is new in the file, a portion a turn; gives how many records each turn read."""
        for table in tables:
            yield from self._read_table(connection, table)

    def find(self, words: str, *, limit: int, leaving_out: Iterable[str] = ()) -> Found:
        """Records that hold all of these words, or words that begin with them."""
        asked = " ".join(f'"{word}"*' for word in _WORD.findall(_composed(words)))
        if not asked:
            return Found((), 0)
        secret = tuple(leaving_out)
        marks = ", ".join("?" * len(secret))
        where = f"written MATCH ? AND record NOT IN ({marks})"
        rows = fetch(
            self._memory,
            f"SELECT \"table\", record, snippet(written, 0, '{_BEGIN}', '{_END}', '…', {_EXCERPT_WORDS}) "
            f"FROM written WHERE {where} ORDER BY rank, rowid DESC LIMIT ?",
            (asked, *secret, limit),
        )
        ((total,),) = fetch(self._memory, f"SELECT count(*) FROM written WHERE {where}", (asked, *secret))
        return Found(tuple(Hit(table, record, _parts(excerpt)) for table, record, excerpt in rows), total)

    def close(self) -> None:
        """Forget everything."""
        self._memory.close()

    def _read_table(self, connection: apsw.Connection, table: Table[Any]) -> Iterator[int]:
        known = self._known.setdefault(table.name, {})
        current: dict[str, str] = dict(fetch(connection, f'SELECT "id", {_STAMP} FROM {quoted(table.name)}'))
        for record_id in [each for each in known if known[each].stamp != current.get(each)]:
            self._memory.execute("DELETE FROM written WHERE rowid = ?", (known.pop(record_id).row,))
        columns = [column for column in table.columns if column.kind in _WRITTEN and column.name != "id"]
        names = ", ".join([_STAMP, *(quoted(column.name) for column in columns)])
        new = (each for each in current if each not in known)
        while portion := list(islice(new, _PORTION)):
            for record_id in portion:
                rows = fetch(
                    connection, f'SELECT {names} FROM {quoted(table.name)} WHERE "id" = ?', (record_id,)
                )
                for stamp, *row in rows:  # none, if it was removed meanwhile
                    content = _content(
                        column.decode(value) for column, value in zip(columns, row, strict=True)
                    )
                    self._memory.execute(
                        "INSERT INTO written VALUES (?, ?, ?)", (content, table.name, record_id)
                    )
                    known[record_id] = _Read(stamp, self._memory.last_insert_rowid())
            yield len(portion)


def _content(values: Iterable[str | tuple[str, ...]]) -> str:
    """All texts of a record, a field a line, without the ids of other records."""
    lines = (value if isinstance(value, str) else ", ".join(value) for value in values if value)
    return _composed("\n".join(line for line in lines if not AN_ID.fullmatch(line)))


def _composed(text: str) -> str:
    """A text in which an accent and its letter are one, whichever way a keyboard puts them together."""
    return unicodedata.normalize("NFC", text)


def _parts(excerpt: str) -> tuple[tuple[str, bool], ...]:
    """An excerpt in which marks stand around the words that were searched for."""
    parts = []
    for number, piece in enumerate(excerpt.split(_BEGIN)):
        found, _, after = piece.partition(_END) if number else ("", "", piece)
        parts += [(found, True), (after, False)]
    return tuple(part for part in parts if part[0])
