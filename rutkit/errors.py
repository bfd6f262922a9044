"""The one kind of error that is meant for people."""

from __future__ import annotations


class RutkitError(Exception):
    """Something did not work, and the text says so to a person: what happened, that nothing was lost, what to do."""
