"""What the windows of one file tell each other: that somebody is there, and that all of them should lock."""

from __future__ import annotations

from dataclasses import dataclass

import apsw

from rutkit.storage.connection import patience
from rutkit.storage.sql import fetch

PRESENCE = "presence"
"""The table. A change of it is no news, except that after a restore all of it may be another."""

_PATIENCE = 500
"""Milliseconds."""


@dataclass(frozen=True)
class Presence:
    """What happened in all windows of a file, as numbers that only rise, until a restore brings other ones."""

    uses: int
    """How often somebody was seen to type or click."""
    locks: int
    """How often all windows were asked to lock."""


def read_presence(connection: apsw.Connection) -> Presence:
    """What happened until now."""
    ((uses, locks),) = fetch(connection, "SELECT uses, locks FROM presence")
    return Presence(uses, locks)


def note_use(connection: apsw.Connection) -> None:
    """Let every window know that somebody types or clicks in this one."""
    connection.execute("UPDATE presence SET uses = uses + 1")


def ask_to_lock(connection: apsw.Connection) -> None:
    """Ask every window to lock. Who locks does not wait long for one that is saving."""
    with patience(connection, _PATIENCE):
        connection.execute("UPDATE presence SET locks = locks + 1")
