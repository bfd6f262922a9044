"""What the terminal shows while work goes on, and what it asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import typer


def ask(what: str, *, confirm: bool = False) -> str:
    """A secret, typed unseen."""
    answer: str = typer.prompt(what, hide_input=True, confirmation_prompt=confirm, err=True)
    return answer


@contextmanager
def progress(what: str) -> Iterator[Callable[[], None]]:
    """Show how many are done, where somebody looks. What comes back is to be called after each."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description} {task.completed:,}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda: bar.advance(task)


def patience(what: str) -> AbstractContextManager[object]:
    """Show that something is going on, where somebody looks."""
    from rich.console import Console

    return Console(stderr=True).status(what)
