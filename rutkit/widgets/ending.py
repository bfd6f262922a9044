"""Ending things: every step of it happens, also when one before it fails."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack


def end_all(*steps: Callable[[], object]) -> None:
    """Do these in their order, every one of them; what any of them raised is raised afterwards."""
    with ExitStack() as stack:
        for step in reversed(steps):
            stack.callback(step)
