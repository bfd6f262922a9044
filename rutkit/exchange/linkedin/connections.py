"""Connections.csv: the people one is connected with on LinkedIn."""

from __future__ import annotations

from collections.abc import Mapping

from rutkit.exchange.days import day_order, read_moment
from rutkit.exchange.errors import LinkedInError, TableError
from rutkit.exchange.linkedin.export import file_of_export
from rutkit.exchange.people import (
    BETWEEN_NEWS,
    MOST_PEOPLE,
    FoundPeople,
    FoundPerson,
    LeftOut,
    Progress,
    one_line,
    too_many,
)
from rutkit.exchange.tables import Cells, Table, read_table

FILE = "Connections.csv"
NAMES = ("First Name", "Last Name")
"""The columns that must be there; notes stand above them, and all others may be missing."""

_COLUMNS: Mapping[str, frozenset[str]] = {
    "first": frozenset({"first name"}),
    "last": frozenset({"last name"}),
    "link": frozenset({"url", "profile url"}),
    "mail": frozenset({"email address", "e-mail address", "email"}),
    "company": frozenset({"company"}),
    "position": frozenset({"position"}),
    "connected": frozenset({"connected on"}),
}
"""What LinkedIn has called its columns, in lower case."""


def read_connections(
    data: bytes, filename: str, on_progress: Progress = lambda done, total: None
) -> FoundPeople:
    """Everybody in LinkedIn's export, be it the zip or Connections.csv alone.

    Raises:
        LinkedInError: there are no connections in it, or they cannot be read.
    """
    found = file_of_export(data, filename, FILE)
    if found is None:
        raise LinkedInError(
            f"“{filename}” holds no {FILE} and no vCards. Nothing was changed; please tick “Connections” when you ask "
            "LinkedIn for your data."
        )
    content, name = found
    try:
        table = read_table(content, name, header=NAMES)
    except TableError as error:
        raise LinkedInError(str(error)) from None
    if not is_of_linkedin(table):
        raise LinkedInError(unknown_header(table, name))
    return connections_of_table(table, name, on_progress)


def is_of_linkedin(table: Table) -> bool:
    """Whether the columns of a table are called as LinkedIn calls those of connections."""
    columns = {column.casefold() for column in table.columns}
    return all(columns & _COLUMNS[part] for part in ("first", "last", "connected"))


def connections_of_table(
    table: Table, where: str, on_progress: Progress = lambda done, total: None
) -> FoundPeople:
    """Everybody in a table of connections; see `is_of_linkedin`.

    Raises:
        LinkedInError: there are more than can be taken in.
    """
    if len(table.rows) > MOST_PEOPLE:
        raise LinkedInError(too_many(where, len(table.rows)))
    places = {
        part: position
        for part, names in _COLUMNS.items()
        for position, column in enumerate(table.columns)
        if column.casefold() in names
    }
    day_first = day_order(_cell(cells, places, "connected") for cells in table.rows).day_first
    people: list[FoundPerson] = []
    left_out: list[LeftOut] = []
    for done, (number, cells) in enumerate(zip(table.row_numbers, table.rows, strict=True)):
        if done % BETWEEN_NEWS == 0:
            on_progress(done, len(table.rows))
        person = _person(cells, places, f"{where}, row {number:,}", day_first)
        if person.name:
            people.append(person)
        else:
            left_out.append(LeftOut(person.where, "It names nobody: LinkedIn left the row empty."))
    on_progress(len(table.rows), len(table.rows))
    return FoundPeople(tuple(people), tuple(left_out))


def unknown_header(table: Table, name: str) -> str:
    """The sentence about a table whose columns are called otherwise."""
    columns = ", ".join(f"“{column}”" for column in table.columns[:8])
    return (
        f"“{name}” does not name its columns as LinkedIn’s export does: it has {columns}, and not “First Name”, "
        "“Last Name” and “Connected On”. Nothing was changed. Please choose the table itself instead of a zip; "
        "then you can say which column is which."
    )


def _person(cells: Cells, places: Mapping[str, int], where: str, day_first: bool) -> FoundPerson:
    def cell(part: str) -> str:
        return one_line(_cell(cells, places, part))

    connected = read_moment(cell("connected"), day_first=day_first)
    return FoundPerson(
        name=one_line(cell("first"), cell("last")),
        company=cell("company"),
        position=cell("position"),
        mails=tuple(filter(None, [cell("mail")])),
        links=tuple(filter(None, [cell("link")])),
        connected=connected.date() if connected else None,
        where=where,
    )


def _cell(cells: Cells, places: Mapping[str, int], part: str) -> str | None:
    return cells[places[part]] if part in places else None
