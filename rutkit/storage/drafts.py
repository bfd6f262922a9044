"""Half-typed input, kept on every keystroke so that a closed tab or a killed kernel loses none of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import apsw

from rutkit.records import now
from rutkit.storage.sql import fetch

if TYPE_CHECKING:
    from pydantic import JsonValue


@dataclass(frozen=True)
class Draft:
    """What somebody has typed into a form and is not a record yet."""

    form: str
    key: str
    """Which one of the form's records it is about."""
    values: dict[str, JsonValue]
    """The raw input by field."""
    version: int
    """Of the record that it began from; 0 for a new one."""


def read_draft(connection: apsw.Connection, form: str, key: str) -> Draft | None:
    """The draft of a form, if there is one."""
    rows = fetch(connection, "SELECT content, version FROM draft WHERE form = ? AND key = ?", (form, key))
    return next((Draft(form, key, json.loads(content), version) for content, version in rows), None)


def write_draft(connection: apsw.Connection, draft: Draft) -> None:
    """Keep a draft in place of an earlier one for the same form and key."""
    connection.execute(
        "INSERT OR REPLACE INTO draft (form, key, content, version, updated_at) VALUES (?, ?, ?, ?, ?)",
        (draft.form, draft.key, json.dumps(draft.values), draft.version, now().isoformat()),
    )


def delete_draft(connection: apsw.Connection, form: str, key: str) -> None:
    """Forget a draft, if there is one."""
    connection.execute("DELETE FROM draft WHERE form = ? AND key = ?", (form, key))
