"""Where somebody is in a step, and what to do next there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rutkit.records import Record


class State(Enum):
    """How far a step has come. Every state is read from the records alone; nothing is ticked by hand."""

    NOT_BEGUN = "not begun"
    BEGUN = "begun"
    DONE = "done"
    """Everything the step asks for once is there."""
    DUE = "due again"
    """It was done, and something that repeats (a check-in, a monthly look) waits."""


@dataclass(frozen=True)
class Action:
    """One next thing to do: what, why, and where."""

    text: str
    """An imperative of a few words: "Check in for today"."""
    reason: str
    """One sentence that says why this and why now, with the number behind it if there is one."""
    step: str
    """Slug of the step in which it is done."""
    opens: type[Record] | None = None
    """The record type in whose form it is done; None if that is no form of its own."""
    record_id: str = ""
    """The record to open there; empty for a new one, or the only one."""


@dataclass(frozen=True)
class Progress:
    """A step as the navigation and the dashboard show it."""

    state: State
    note: str
    """At most about 14 characters beside the step's name: "4 Nov", "today", "2 of 3"; may be empty."""
    action: Action
