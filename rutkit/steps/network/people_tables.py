"""Tables of people as address books and spreadsheets write them: which column is which."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rutkit.exchange.errors import TableError
from rutkit.exchange.mapping import suggest_mapping
from rutkit.exchange.people import MOST_PEOPLE, too_many
from rutkit.exchange.tables import Table
from rutkit.steps.network.records import Contact

_OFTEN_CALLED: Mapping[str, Sequence[str]] = {
    "name": ("name", "full name", "display name", "contact", "person", "who"),
    "mail": ("email", "e mail", "email address", "e mail address", "e mail 1 value", "primary email"),
    "company": ("company", "organization", "organisation", "organization name", "employer", "firm"),
    "position": ("position", "job title", "organization title", "role", "title"),
    "phone": ("phone", "mobile phone", "mobile", "phone number", "phone 1 value", "telephone", "cell"),
    "link": ("linkedin", "linkedin url", "profile", "url", "website"),
    "place": ("place", "city", "location", "home city", "business city", "town"),
    "tags": ("tags", "labels", "groups", "group membership", "categories"),
}
"""What columns for a field are called elsewhere, the surest name first: Outlook's “Title” is “Dr.”, not a role."""
_FIRST, _LAST = ("first name", "given name"), ("last name", "family name", "surname")
WHOLE_NAME = "Name (first and last)"
NOBODY = "It has no name, no mail address and no phone number."


def refusal(problem: str) -> str:
    """What is wrong with a file of people, and what to do, where the problem does not say so itself."""
    if _UNCHANGED in problem:
        return problem
    return f"{problem} {_UNCHANGED}; choose the .csv that LinkedIn or your mail program wrote."


_UNCHANGED = "Nothing was changed"


def refuse_too_many(table: Table, name: str) -> None:
    """Do nothing, unless a table has more rows than can be taken in.

    Raises:
        TableError: it has.
    """
    if len(table.rows) > MOST_PEOPLE:
        raise TableError(too_many(name, len(table.rows)))


def with_whole_names(table: Table) -> Table:
    """The table with a further column of whole names, if it has first and last names in two and no whole ones."""
    columns = [_plain(column) for column in table.columns]
    first, last = _position(columns, _FIRST), _position(columns, _LAST)
    if first is None or last is None or _position(columns, _OFTEN_CALLED["name"]) is not None:
        return table
    return replace(
        table,
        columns=(WHOLE_NAME, *table.columns),
        rows=tuple(
            (" ".join(filter(None, (cells[first], cells[last]))) or None, *cells) for cells in table.rows
        ),
    )


def suggest_columns(table: Table) -> dict[str, str | None]:
    """For each field of a contact the column that most likely fills it, or None."""
    plain = [_plain(column) for column in table.columns]
    called = {
        name: table.columns[position]
        for name, names in _OFTEN_CALLED.items()
        if (position := _position(plain, names)) is not None
    }
    if WHOLE_NAME in table.columns:
        called["name"] = WHOLE_NAME
    taken = set(called.values())
    guessed = {
        name: None if column in taken else column for name, column in suggest_mapping(table, Contact).items()
    }
    return {**guessed, **called}


def with_a_name(contact: Contact) -> Contact:
    """Called by what they are reached at, if their name is missing, as somebody on a vCard is; empty if by nothing."""
    called = (each.strip() for each in (contact.name, contact.mail, contact.phone))
    return contact.model_copy(update={"name": next(filter(None, called), "")})


def _position(columns: Sequence[str], called: Sequence[str]) -> int | None:
    return next((columns.index(name) for name in called if name in columns), None)


def _plain(column: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", column.casefold()))
