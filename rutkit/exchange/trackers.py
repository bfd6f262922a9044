"""What job trackers call the columns of the tables that they export.

JobSync's are those that its export writes (github.com/Gsync/jobsync, `src/app/api/jobs/export/route.ts`, 2026), Huntr's
those of a board that was exported in 2022 (github.com/keenlychuang/huntr-to-notion, `data/sample_data`). Teal publishes
none; its names are those that other programs expect of its exports. Whoever imports can change each choice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from rutkit.exchange.tables import Table


@dataclass(frozen=True)
class Tracker:
    """A program that keeps job applications."""

    name: str
    known_by: frozenset[str]
    """Columns that it writes and others do not, in lower case; all of them must be there."""
    columns: Mapping[str, tuple[str, ...]]
    """For each field of an application the names of the columns that may hold it, in lower case, the best first."""
    one_of: frozenset[str] = frozenset()
    """Where everybody has the columns of `known_by`: one of these must be there as well, in lower case."""


TRACKERS: tuple[Tracker, ...] = (
    Tracker(
        "JobSync",
        frozenset({"jobtitle", "company", "jobsource", "status"}),
        {
            "title": ("jobtitle",),
            "company": ("company",),
            "location": ("location",),
            "source": ("jobsource",),
            "stands": ("status",),
            "sent": ("applieddate",),
            "saved": ("createdat",),
        },
    ),
    Tracker(
        "Huntr",
        frozenset({"title", "companyname", "listname"}),
        {
            "title": ("title",),
            "company": ("companyname",),
            "location": ("location",),
            "link": ("url",),
            "stands": ("listname",),
            "saved": ("createdat",),
            "changed": ("lastmovedat",),
            "salary": ("salary",),
        },
    ),
    Tracker(
        "Huntr",
        frozenset({"list"}),
        {
            "title": ("job title", "title"),
            "company": ("company", "employer", "company name"),
            "location": ("location",),
            "link": ("job post url", "url"),
            "stands": ("list",),
            "sent": ("date applied",),
            "saved": ("date added", "date saved"),
            "salary": ("salary",),
            "notes": ("notes",),
        },
    ),
    Tracker(
        "Teal",
        frozenset({"status"}),
        {
            "title": ("job position", "job title", "position"),
            "company": ("company", "company name"),
            "location": ("location",),
            "link": ("url", "job url", "job posting url"),
            "stands": ("status",),
            "sent": ("date applied",),
            "saved": ("date saved",),
            "salary": ("max. salary", "max salary", "salary"),
            "notes": ("notes",),
        },
        one_of=frozenset({"job position", "date saved", "max. salary", "max salary"}),
    ),
)
"""The more particular first."""

NOTHING = frozenset({"-", "–", "n/a", "na", "none", "null"})
"""What trackers write where there is nothing."""


def tracker_of(table: Table) -> Tracker | None:
    """The tracker that wrote the table, by its columns; `None` if it is none that is known."""
    names = {column.casefold() for column in table.columns}
    for tracker in TRACKERS:
        has_both = all(
            any(name in names for name in tracker.columns[field]) for field in ("title", "company")
        )
        is_its_own = not tracker.one_of or bool(tracker.one_of & names)
        if tracker.known_by <= names and has_both and is_its_own:
            return tracker
    return None


def tracker_columns(table: Table, tracker: Tracker) -> dict[str, str]:
    """For each field of an application that the tracker keeps, the column of `table` that holds it."""
    by_name = {column.casefold(): column for column in table.columns}
    found = {}
    for field, names in tracker.columns.items():
        column = next((by_name[name] for name in names if name in by_name), None)
        if column is not None:
            found[field] = column
    return found


def columns_as_trackers_call_them(table: Table) -> dict[str, str]:
    """For each field of an application the column of somebody's own table that some tracker would call so."""
    found: dict[str, str] = {}
    for tracker in TRACKERS:
        for field, column in tracker_columns(table, tracker).items():
            if column not in found.values():
                found.setdefault(field, column)
    return found


def without_placeholders(table: Table) -> Table:
    """The table with empty cells where a tracker wrote "N/A" or a dash."""
    return replace(
        table,
        rows=tuple(
            tuple(None if cell is not None and cell.casefold() in NOTHING else cell for cell in cells)
            for cells in table.rows
        ),
    )
