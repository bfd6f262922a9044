"""What every saved thing is: a record."""

from __future__ import annotations

import re
import uuid
from datetime import UTC, datetime
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field


def new_id() -> str:
    """A fresh identifier: 32 hexadecimal digits, never used twice on any machine."""
    return uuid.uuid4().hex


AN_ID = re.compile(r"\b[0-9a-f]{32}\b")
"""Such an identifier, wherever it stands in a text."""


def now() -> datetime:
    """This moment in UTC, to the second: what `created_at` and `updated_at` hold."""
    return datetime.now(UTC).replace(microsecond=0)


class Record(BaseModel):
    """One saved thing: an answer, a check-in, a milestone.

    A record type is a table; its fields are the columns. Records never change: `record.model_copy(update=…)` makes
    the next version, and `Workbook.update` saves it.

    >>> class Wish(Record):
    ...     noun: ClassVar[str] = "wish"
    ...     text: str = Field("", title="What I wish for")
    >>> Wish(text="Fewer meetings").text
    'Fewer meetings'
    >>> Wish.table()
    'wish'
    """

    # What somebody wrote must not stand in a log or a traceback: hence no input in errors.
    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True, hide_input_in_errors=True)

    noun: ClassVar[str] = "record"
    """What a person calls one of these, after an article: "check-in"."""

    plural: ClassVar[str] = ""
    """What a person calls several, where adding an s to `noun` does not do: "notes of what happened"."""

    one_per: ClassVar[tuple[str, ...] | None] = None
    """Fields of which no two records share the values: `("day",)` is one a day, `()` is one in a workbook."""

    id: str = Field(default_factory=new_id)
    created_at: datetime = Field(default_factory=now)
    updated_at: datetime = Field(default_factory=now)
    version: int = Field(default=0, ge=0)
    """0 until it is saved; each save adds one."""

    @classmethod
    def table(cls) -> str:
        """The name of the table that keeps these: the class name in snake case."""
        return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", cls.__name__).lower()


BOOKKEEPING = frozenset({"id", "created_at", "updated_at", "version"})
"""The fields that the workbook fills in; a person never sees them in a form."""
