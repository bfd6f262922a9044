"""A Daylio export becomes check-ins, as far as that is honest.

Daylio's CSV has the columns full_date, date, weekday, time, mood, activities, note_title and note. Activities
become tags; titles and notes become the note. A mood is one word for a whole moment and none of the five
feelings: it is kept as a tag (“mood: bad”), and no feeling is guessed from it. A column of the person's own
scales is left out for the same reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from html import unescape

from rutkit.exchange.days import read_moment
from rutkit.exchange.importing import SkippedRow
from rutkit.exchange.tables import Table
from rutkit.records import LONGEST_LONG_TEXT
from rutkit.steps.emotions.records import CheckIn

LONGEST_TAG = 60


@dataclass(frozen=True)
class DaylioPlan:
    """What an import will do; nothing is done yet. Apply it in one `workbook.batch`."""

    to_add: tuple[CheckIn, ...]
    """Days that the workbook does not have, oldest first."""
    to_update: tuple[CheckIn, ...]
    """Days that it has, with their empty tags or note filled; what was there stays."""
    unchanged: int
    """How many days have tags and a note already."""
    skipped: tuple[SkippedRow, ...]


def is_daylio(table: Table) -> bool:
    """True if the table has the columns by which a Daylio export is known."""
    return {"full_date", "mood", "activities"} <= {column.lower() for column in table.columns}


def plan_daylio(table: Table, existing: Iterable[CheckIn], today: date) -> DaylioPlan:
    """What a Daylio export adds to the check-ins that are there; all entries of one day become one.

    `table` is what `read_table` gives for the file; see `is_daylio`.
    """
    entries: dict[date, list[_Entry]] = {}
    skipped = []
    for row_number, cells in zip(table.row_numbers, table.rows, strict=True):
        entry = _read_entry(table.columns, cells, today)
        if isinstance(entry, str):
            skipped.append(SkippedRow(row_number, entry))
        else:
            entries.setdefault(entry.moment.date(), []).append(entry)
    there = {check_in.day: check_in for check_in in existing}
    check_ins = [_check_in(day, entries[day]) for day in sorted(entries)]
    new = tuple(check_in for check_in in check_ins if check_in.day not in there)
    merged = [(there[c.day], _fill(there[c.day], c)) for c in check_ins if c.day in there]
    updates = tuple(after for before, after in merged if after != before)
    return DaylioPlan(new, updates, len(merged) - len(updates), tuple(skipped))


@dataclass(frozen=True)
class _Entry:
    moment: datetime
    tags: tuple[str, ...]
    note: str


def _read_entry(columns: Sequence[str], cells: Sequence[str | None], today: date) -> _Entry | str:
    """One row, or the reason why it cannot be used."""
    row = {column.lower(): cell or "" for column, cell in zip(columns, cells, strict=True)}
    moment = _moment(row["full_date"], row.get("time", ""))
    if moment is None:
        return f"“{row['full_date']}” is not a day." if row["full_date"] else "It has no day."
    if moment.date() > today:
        return "Its day has not come yet."
    tags = [*row["activities"].split("|"), f"mood: {row['mood']}" if row["mood"] else ""]
    note = "\n".join(
        part for part in (_plain(row.get("note_title", "")), _plain(row.get("note", ""))) if part
    )
    entry = _Entry(moment, tuple(_tag(tag) for tag in tags if tag.strip()), note)
    return entry if entry.tags or entry.note else "It holds nothing beside the day."


def _moment(day: str, clock: str) -> datetime | None:
    """With a time that cannot be read, the beginning of the day."""
    return read_moment(f"{day} {clock}", day_first=False) or read_moment(day, day_first=False)


def _tag(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_TAG else text[: LONGEST_TAG - 1] + "…"


_LINE_END = re.compile(r"<br ?/?>|</(?:p|div|li|h[1-6])>", re.IGNORECASE)
_MARKUP = re.compile(r"</?(?:p|div|ul|ol|li|b|i|u|s|em|strong|span|font|h[1-6])(?: [^<>]*)?>", re.IGNORECASE)


def _plain(text: str) -> str:
    """A note without the formatting that newer versions of Daylio write as HTML."""
    return unescape(_MARKUP.sub("", _LINE_END.sub("\n", text))).strip()


def _check_in(day: date, entries: Iterable[_Entry]) -> CheckIn:
    """The entries of one day as one, earliest first; each tag once."""
    in_order = sorted(entries, key=lambda entry: entry.moment)
    return CheckIn(
        day=day,
        what_happened=tuple(dict.fromkeys(tag for entry in in_order for tag in entry.tags)),
        note="\n\n".join(entry.note for entry in in_order if entry.note)[:LONGEST_LONG_TEXT],
    )


def _fill(there: CheckIn, imported: CheckIn) -> CheckIn:
    return there.model_copy(
        update={
            "what_happened": there.what_happened or imported.what_happened,
            "note": there.note or imported.note,
        }
    )
